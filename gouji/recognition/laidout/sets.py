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
from itertools import combinations, pairwise

from gouji.form.model import Line as Column
from gouji.recognition.laidout.totals import adds_up
from gouji.recognition.laidout.words import Line, Word

_APART = 2
_MOST_ROWS = 5  # whose lines were met run together
_MOST_WAYS = 50
_PIECES = 2  # lines on which a number goes on, above or below
_FEWEST = 3  # figures of a row with blanks

Set = tuple[Word, ...]


def gathered(
    columns: Mapping[int, Sequence[Column]], figures: Mapping[int, Sequence[Word]], unsure: frozenset[int], lines: Sequence[Line]
) -> dict[int, Set]:
    """The figures of each row, by band, that is not whole by itself. `columns` are all rows'.

    None at all where a stretch of such rows cannot be told: rows that seem whole may then have the figures of the row above.
    """
    whole = {row for row in columns if row not in unsure and _is_whole(figures.get(row, ()), len(columns[row]))}
    found: dict[int, Set] = {}
    for stretch in _stretches(list(columns), whole):
        own = [line.figures for line in lines if stretch.above(figures) < line.number < stretch.below(figures) and line.figures]
        asked = columns[stretch.rows[0]]
        alike = all(len(columns[row]) == len(asked) for row in stretch.rows)
        sets = _sets(own, asked, len(stretch.rows)) if alike else []
        if not sets:
            return {}
        found |= dict(zip(stretch.rows, sets, strict=True))
    return found


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
    """All the figures of these lines as sets, from top to bottom; none where they make fewer than rows, or as many in more ways than one.

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
    return found[0] if len(found) == 1 and len(found[0]) == rows else []


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
    """The first lines as so many rows: steps of as many lines, each a piece of every row, and each step right of the one before."""
    pieces: list[Set] = [()] * rows
    taken = 0
    while len(pieces[0]) < len(asked):
        step = lines[taken : taken + rows]
        if len({len(line) for line in step}) != 1 or len(step) < rows or not _is_below(step) or not _goes_right(pieces, step):
            return None
        pieces = [(*piece, *line) for piece, line in zip(pieces, step, strict=True)]
        taken += rows
    whole = all(len(piece) == len(asked) and adds_up(piece, asked) for piece in pieces)
    return _Block(tuple(pieces), taken) if whole else None


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
    """Whether the piece may be of this figure: of one that was not pushed if it stands over or under that, and of no such other."""
    near = [number for number, word in enumerate(row) if word.before >= _APART and piece.start < word.stop and word.start < piece.stop]
    return near == [place] if near else row[place].before < _APART


def _is_below(step: Sequence[Sequence[Word]]) -> bool:
    """Whether the figures of these lines stand one below the other."""
    return all(
        one.start < other.stop and other.start < one.stop
        for above, below in pairwise(step)
        for one, other in zip(above, below, strict=True)
    )


def _goes_right(pieces: Sequence[Set], step: Sequence[Sequence[Word]]) -> bool:
    """Whether each piece stands right of what its row has; where a label runs into a figure, that stands further right than it should."""
    return all(not piece or piece[0].before < _APART or piece[-1].start < line[0].start for piece, line in zip(pieces, step, strict=True))
