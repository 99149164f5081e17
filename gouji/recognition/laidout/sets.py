"""Figures of rows that stand close, printed apart from their labels: gathered into whole rows again, where as many come out as are due.

A program that lays a page out in lines takes what stands nearly level for one line. Beside a cell merged over rows it prints the labels of
two or three first and their figures below, now as lines of their own, now column by column, one figure a line:

    2.重复申请            the upper row's first figure, the lower row's first,
    3.要求提供公开出版物    the upper's second, the lower's second, and so on, each pair further right.

Within each column their order from top to bottom is kept. Between two rows that are whole, rows and figures are therefore each other's in
their order, if none is blank: if there are as many sets as rows, in one way only, and each set adds up as the form asks it to.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from gouji.form.model import Line as Column
from gouji.recognition.laidout.totals import adds_up
from gouji.recognition.laidout.words import Line, Word

_APART = 2
_MOST_ROWS = 5  # whose lines were met run together
_MOST_WAYS = 50
_MOST_SHARED = 200
_PIECES = 2  # lines on which a number goes on, above or below
_FEWEST = 3  # figures of a row with blanks

Set = tuple[Word, ...]


def gathered(
    columns: Mapping[int, Sequence[Column]], figures: Mapping[int, Sequence[Word]], unsure: frozenset[int], lines: Sequence[Line]
) -> dict[int, Set]:
    """The figures of each row, by band, that is not whole by itself. `columns` are all rows'.

    A stretch that cannot be told is taken together with the next, and with the rows between them: figures of the row above may stand
    there on the lines of their labels. None at all where a stretch cannot be told even so.
    """
    whole = {row for row in columns if row not in unsure and _is_whole(figures.get(row, ()), len(columns[row]))}
    found: dict[int, Set] = {}
    waiting: _Stretch | None = None
    for stretch in _stretches(list(columns), whole):
        joint = _from(waiting, stretch, list(columns)) if waiting else stretch
        if sets := _told(joint, columns, figures, lines):
            found |= dict(zip(joint.rows, sets, strict=True))
        waiting = None if sets else joint
    return {} if waiting else found


def _told(
    stretch: "_Stretch", columns: Mapping[int, Sequence[Column]], figures: Mapping[int, Sequence[Word]], lines: Sequence[Line]
) -> list[Set]:
    """The figures of each row of the stretch; none where they cannot be told."""
    own = [line.figures for line in lines if stretch.above(figures) < line.number < stretch.below(figures) and line.figures]
    asked = columns[stretch.rows[0]]
    alike = all(len(columns[row]) == len(asked) for row in stretch.rows)
    return _sets(own, asked, len(stretch.rows)) if alike else []


def _from(one: "_Stretch", other: "_Stretch", rows: Sequence[int]) -> "_Stretch":
    """Both stretches and all rows between them."""
    return _Stretch(tuple(rows[rows.index(one.rows[0]) : rows.index(other.rows[-1]) + 1]), one.before, other.after)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Rows that follow each other, and the whole rows before and after them."""

    rows: tuple[int, ...]
    before: int | None
    after: int | None

    def above(self, figures: Mapping[int, Sequence[Word]]) -> float:
        return figures[self.before][0].line if self.before is not None else float("-inf")

    def below(self, figures: Mapping[int, Sequence[Word]]) -> float:
        return figures[self.after][0].line if self.after is not None else float("inf")


def _stretches(rows: Sequence[int], whole: set[int]) -> Iterator[_Stretch]:
    open_rows: list[int] = []
    before: int | None = None
    for row in rows:
        if row not in whole:
            open_rows.append(row)
            continue
        if open_rows:
            yield _Stretch(tuple(open_rows), before, row)
        open_rows, before = [], row
    if open_rows:
        yield _Stretch(tuple(open_rows), before, None)


def _is_whole(words: Sequence[Word], count: int) -> bool:
    return len(words) == count and len({word.line for word in words}) == 1


def _sets(lines: Sequence[Sequence[Word]], asked: Sequence[Column], rows: int) -> list[Set]:
    """All the figures of these lines as sets, from top to bottom; none where they make fewer than rows, or read otherwise another way.

    More cannot be. Fewer can: the figures of one row stood on two lines, say, and another row is blank.
    """
    reached: list[list[list[Set]]] = [[[]], *([] for _ in lines)]  # by the lines taken
    for taken in range(len(lines)):
        for before in reached[taken]:
            for block in _blocks(lines[taken:], asked):
                sets = [*before, *block.sets]
                if len(sets) <= rows:
                    reached[taken + block.lines].append(sets)
                if len(reached[taken + block.lines]) > _MOST_WAYS:
                    return []
    found = reached[-1]
    return found[0] if len({_texts(sets) for sets in found}) == 1 and len(found[0]) == rows else []


@dataclass(frozen=True, slots=True)
class _Block:
    """Sets that were printed together, and how many lines they take."""

    sets: tuple[Set, ...]
    lines: int


def _blocks(lines: Sequence[Sequence[Word]], asked: Sequence[Column]) -> Iterator[_Block]:
    """What the first of these lines may begin: some rows' whole sets, one whose numbers go on above or below, or a row with blanks.

    Of a row with blanks the last figure is the total of the others.
    """
    own = tuple(lines[0])
    most = 1 if len(own) == len(asked) else _MOST_ROWS
    yield from (block for rows in range(1, most + 1) if (block := _block(lines, rows, asked)))
    yield from (block for above in range(_PIECES + 1) if (block := _with_pieces(lines, above, asked)))
    if has_blanks(own, asked):
        yield _Block((own,), 1)


def has_blanks(line: Sequence[Word], asked: Sequence[Column]) -> bool:
    """Whether this may be a row some of whose figures are blank, and not its total."""
    return _FEWEST <= len(line) < len(asked) and asked[-1].id == "total" and adds_up(line, asked[-len(line) :])


def _block(lines: Sequence[Sequence[Word]], rows: int, asked: Sequence[Column]) -> _Block | None:
    """The first lines as so many rows, each line a piece of one of them; None where no way, or several that read otherwise, add up."""
    if sum(map(len, lines)) < rows * len(asked):
        return None  # they never are whole, and the ways to that are without number
    ways = list(islice(_shared_out([()] * rows, lines, len(asked)), _MOST_SHARED))
    found = {_texts(sets): (sets, taken) for sets, taken in ways if all(adds_up(row, asked) for row in sets)}
    return _Block(*next(iter(found.values()))) if len(found) == 1 and len(ways) < _MOST_SHARED else None


def _shared_out(rows: Sequence[Set], lines: Sequence[Sequence[Word]], count: int, taken: int = 0) -> Iterator[tuple[tuple[Set, ...], int]]:
    """The ways of giving the first lines to these rows until all are whole: a lower row never has a column before the row above it."""
    if all(len(row) == count for row in rows):
        yield tuple(rows), taken
    elif taken < len(lines):
        line = tuple(lines[taken])
        for number, row in enumerate(rows):
            fits = len(row) + len(line) <= count and _goes_right(row, line)
            if fits and (number == 0 or _is_below(rows[number - 1], row, line)):
                yield from _shared_out([*rows[:number], (*row, *line), *rows[number + 1 :]], lines, count, taken + 1)


def _texts(sets: Sequence[Set]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(word.text for word in words) for words in sets)


def _with_pieces(lines: Sequence[Sequence[Word]], above: int, asked: Sequence[Column]) -> _Block | None:
    """A row whose narrow cells broke some numbers: pieces of them on the lines above, or the first lines below with which it adds up."""
    if len(lines) <= above or len(lines[above]) != len(asked):
        return None
    for taken in range(above + 1, min(above + 1 + _PIECES, len(lines)) + 1):
        pieces = [(number < above, line) for number, line in enumerate(lines[:taken]) if number != above]
        if any(len(line) >= len(asked) or has_blanks(line, asked) for _, line in pieces):
            return None  # what adds up by itself is a row: the digits of two that do add up when they are set one behind the other, too
        ways = list(_joined(tuple(lines[above]), pieces, asked)) if pieces else []
        if len(ways) == 1:
            return _Block((ways[0],), taken)
    return None


def _joined(whole: Set, pieces: Sequence[tuple[bool, Sequence[Word]]], asked: Sequence[Column]) -> Iterator[Set]:
    """All ways of joining the pieces to figures of the row, in their order, with which it adds up."""
    if not pieces:
        if adds_up(whole, asked):
            yield whole
        return
    (upper, line), *rest = pieces
    for places in combinations(range(len(whole)), len(line)):
        if any(not _may_join(whole, place, piece) for place, piece in zip(places, line, strict=True)):
            continue
        joined = list(whole)
        for place, piece in zip(places, line, strict=True):
            text = whole[place].text
            joined[place] = replace(whole[place], text="\n".join((piece.text, text) if upper else (text, piece.text)))
        yield from _joined(tuple(joined), rest, asked)


def _may_join(row: Set, place: int, piece: Word) -> bool:
    """Whether the piece may be of this figure: of the one that was not pushed over or under which it stands, else of any that it may have.

    That are those that were pushed, and one next to which it stands. A piece that was pushed itself may be of any pushed figure.
    """
    clear = [number for number, word in enumerate(row) if word.before >= _APART]
    over = [number for number in clear if piece.start < row[number].stop and row[number].start < piece.stop]
    if over and (over == [place] or piece.before >= _APART):
        return over == [place]
    beside = piece.start <= row[place].stop and row[place].start <= piece.stop
    return row[place].before < _APART or (beside and not over)


def _is_below(above: Set, row: Set, line: Set) -> bool:
    """Whether the first of this piece stands below the figure of the row above in its column, which must be there."""
    own = above[len(row) : len(row) + 1]
    return any(one.start < line[0].stop and line[0].start < one.stop for one in own)


def _goes_right(row: Set, line: Set) -> bool:
    """Whether this piece stands right of what its row has; where a label runs into a figure, that stands further right than it should."""
    return not row or row[0].before < _APART or row[-1].start < line[0].start
