"""The lines of a table told apart: which word belongs to which cell, where every word must belong to one and every cell be whole.

There may be several ways of doing so, of a sign that two cells share. What counts is which figures stand in which row: where the ways
agree in that there is no question, where they do not the row is disturbed. So is one beside which figures stand that no row takes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gouji.recognition.labels import CLEAR, likeness
from gouji.recognition.laidout.bands import Head, Layout, Row, Side
from gouji.recognition.laidout.headers import is_whole, with_headers
from gouji.recognition.laidout.sets import gathered
from gouji.recognition.laidout.settling import rows_beside_blanks, rows_beside_notes, rows_cut_short
from gouji.recognition.laidout.state import FIGURE, LABEL, MOST_STATES, SIDE, State
from gouji.recognition.laidout.words import Line, Word
from gouji.recognition.normal import bare

_MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """The table as told apart: the words of each header, by band and stream, and of each row and side; the lines from first to last.

    `disturbed` are the rows of which it is not sure that these figures, and no others, are theirs.
    """

    heads: Mapping[tuple[int, int], tuple[Word, ...]]
    labels: Mapping[int, tuple[Word, ...]]
    figures: Mapping[int, tuple[Word, ...]]
    sides: Mapping[int, tuple[Word, ...]]
    disturbed: frozenset[int]
    first: int
    last: int


def parsed(layout: Layout, lines: Sequence[Line], mixed: bool = False) -> Parsed | None:
    """The table in these lines; None where they do not print it whole. Where they are `mixed`, headers' pieces may stand in any order."""
    table = _Table(layout, mixed)
    states = [table.begin(State(0, sides=(0,) * len(layout.sides)), 0)]
    ends: list[State] = []
    for line in lines:
        if len(line.words) > _MOST_WORDS:
            return None
        states = [*states[:1], *dict.fromkeys(after for state in states for after in table.after(state, line))]
        if len(states) > MOST_STATES:
            return None
        ends = [state for state in states if table.is_whole(state)] or ends
    return _told(layout, lines, ends) if ends else None


def _told(layout: Layout, lines: Sequence[Line], ends: Sequence[State]) -> Parsed:
    best = max(end.rank for end in ends)
    found = [end for end in ends if end.rank == best]
    unlike = {band for one in found for band, _ in set(one.clusters) ^ set(found[0].clusters)}
    words: dict[int, dict[int, list[Word]]] = {LABEL: {}, FIGURE: {}, SIDE: {}}
    heads: dict[tuple[int, int], list[Word]] = {}
    given = found[0].given.all() if found[0].given else []
    for one in given:
        own = heads.setdefault((one.key, one.stream), []) if one.stream >= 0 else words[one.stream].setdefault(one.key, [])
        own.append(one.word)
    labels, figures, sides = ({key: tuple(own) for key, own in words[kind].items()} for kind in (LABEL, FIGURE, SIDE))
    disturbed = found[0].disturbed | unlike
    rows = {number: band.columns for number, band in enumerate(layout.bands) if isinstance(band, Row)}
    whole = {} if found[0].noted else gathered(rows, figures, disturbed, lines)
    figures, disturbed = {**figures, **whole}, disturbed - whole.keys()
    disturbed |= {row for row, own in figures.items() if any(word.is_torn_number for word in own)}
    numbers = [word.line for word in (*(one.word for one in given), *(word for own in whole.values() for word in own))]
    disturbed |= rows_beside_blanks(labels, figures, {word.line for own in sides.values() for word in own}, disturbed)
    disturbed |= rows_cut_short(rows, figures, disturbed) | rows_beside_notes(figures, lines)
    return Parsed({key: tuple(own) for key, own in heads.items()}, labels, figures, sides, disturbed, min(numbers), max(numbers))


@dataclass(frozen=True, slots=True)
class _Table:
    layout: Layout
    mixed: bool

    def begin(self, state: State, band: int) -> State:
        kind = self.layout.bands[band]
        taken = ("",) * len(kind.streams) if isinstance(kind, Head) else ("",)
        return replace(state, band=band, taken=taken, ordinal=False, touched=False, early=False)

    def is_whole(self, state: State) -> bool:
        sides = zip(state.sides, self.layout.sides, strict=True)
        return state.band == len(self.layout.bands) - 1 and self._is_done(state) and all(n == len(side.text) for n, side in sides)

    def _is_done(self, state: State) -> bool:
        kind = self.layout.bands[state.band]
        if isinstance(kind, Head):
            pairs = zip(state.taken, kind.streams, strict=True)
            return all(any(is_whole(text, name, self.mixed) for name in stream.texts) for text, stream in pairs)
        if not kind.texts:
            return state.has_figures
        return state.taken[0] in kind.texts and state.ordinal == bool(kind.ordinal)

    def after(self, state: State, line: Line) -> Iterator[State]:
        """What may be after this line: it belongs to the band at hand, or where that is whole to the next."""
        yield from self._fed(state, line)
        if self._is_done(state) and state.band + 1 < len(self.layout.bands):
            yield from self._fed(self.begin(state, state.band + 1), line)

    def _fed(self, state: State, line: Line) -> Iterator[State]:
        kind = self.layout.bands[state.band]
        if isinstance(kind, Head):
            yield from with_headers(kind, state, line, self.mixed)
            return
        states = [replace(state, touched=False)]
        for word in line.words:
            if not word.is_figure:
                found = [after for one in states for after in self._with_word(kind, one, word)]
                states = found or [_with_note(one) for one in states if word.is_of_figure]
                if word.text[-1].isdecimal():  # a figure that ran into its label
                    states = [_with_note(one) for one in states]
        for one in states:
            if not state.early or one.touched:
                one = replace(one, early=False)
                yield self._with_figures(kind, state, one, line) if line.figures else one

    def _with_word(self, row: Row, state: State, word: Word) -> Iterator[State]:
        yield from self._as_one(row, state, word)
        for cut in self._cuts(row, state, word):
            before, behind = (replace(word, text=text) for text in (word.text[:cut], word.text[cut:]))
            yield from (after for one in self._as_one(row, state, before) for after in self._as_one(row, one, behind))

    def _cuts(self, row: Row, state: State, word: Word) -> Iterator[int]:
        """Where the word may be two that ran together: its row's ordinal behind, or the end of a cell beside the rows in front."""
        own = f"{row.ordinal}."
        if row.ordinal and not state.ordinal and word.text.endswith(own):
            yield len(word.text) - len(own)
        ends = {side.text[count:] for side, count in zip(self.layout.sides, state.sides, strict=True) if 0 < len(side.text) - count <= 2}
        yield from (len(end) for end in ends if word.text.startswith(end) and len(word.text) > len(end))

    def _as_one(self, row: Row, state: State, word: Word) -> Iterator[State]:
        text = word.bare
        if not text:
            last = state.given
            torn = word.is_bracket and last and (last.key, last.stream) == (state.band, LABEL) and last.word.lacks_bracket
            yield replace(state, given=state.given_to(LABEL, [word])) if torn else state
        elif word.is_ordinal:
            if text == row.ordinal and not state.ordinal:
                yield replace(state, ordinal=True, touched=True, given=state.given_to(LABEL, [word]))
        else:
            own = bool(row.ordinal) and not state.begun and _has_ordinal(word.text, row.ordinal)
            whole = state.taken[0] + (bare(word.text[len(row.ordinal) + 1 :]) if own else text)
            if any(name.startswith(whole) for name in row.texts):
                given = state.given_to(LABEL, [word])
                yield replace(state, taken=(whole,), ordinal=state.ordinal or own, touched=True, given=given)
            elif not state.taken[0] and row.line and likeness(word.text, row.line) >= CLEAR:
                given = state.given_to(LABEL, [word])  # a sign lost or too many, as in any other format
                yield replace(state, taken=row.texts[:1], ordinal=bool(row.ordinal), touched=True, given=given)
            yield from self._beside(state, word, text)

    def _beside(self, state: State, word: Word, text: str) -> Iterator[State]:
        """The word as the next of a cell that is merged over rows."""
        row = state.band - next(number for number, band in enumerate(self.layout.bands) if isinstance(band, Row))
        met: set[int] = set()
        for number, (side, count) in enumerate(zip(self.layout.sides, state.sides, strict=True)):
            if count == len(side.text) or side.level in met:
                continue
            met.add(side.level)
            if _is_beside(side, row) and side.text.startswith(text, count):
                sides = (*state.sides[:number], count + len(text), *state.sides[number + 1 :])
                yield replace(state, sides=sides, given=state.given_to(SIDE, [word], number))

    def _with_figures(self, row: Row, before: State, state: State, line: Line) -> State:
        """The line's figures are the row's where its label is on this line, or stands above and goes on below.

        Cells of one row may be set a little lower or higher than its label: so may all its figures on a line of their own.
        """
        within = state.touched or not row.texts or (state.begun and not self._is_done(state))
        alone = len(line.figures) == len(row.columns) and not state.has_figures
        if within or (alone and (before.touched or not state.begun)):
            clusters = (*state.clusters, (state.band, line.number))
            return replace(state, clusters=clusters, early=not within and not state.begun, given=state.given_to(FIGURE, line.figures))
        above = {state.band - 1} if _may_go_on(row, state) else set()
        return replace(state, loose=state.loose | above | {state.band - 1 + state.begun, state.band + state.begun})


def _may_go_on(row: Row, state: State) -> bool:
    """Whether the row's label may go on below: its middle is then still to come, and a piece of a number may be of the row above."""
    return any(name != state.taken[0] and name.startswith(state.taken[0]) for name in row.texts)


def _with_note(state: State) -> State:
    """The state with the row and those beside it in doubt: a piece of a figure's cell stands on the line, a torn unit or note."""
    return replace(state, noted=state.noted | {state.band - 1, state.band, state.band + 1})


def _has_ordinal(text: str, ordinal: str) -> bool:
    return text.startswith(ordinal) and text[len(ordinal) : len(ordinal) + 1] in (".", "、", "．")


def _is_beside(side: Side, row: int) -> bool:
    return side.first - 1 <= row <= side.last + 1
