"""Figures of rows that stand close, printed apart from their labels: gathered into whole rows again, where as many come out as are due.

A program that lays a page out in lines takes what stands nearly level for one line. Beside a cell merged over rows it prints the labels of
two or three first and their figures below, now as lines of their own, now column by column, one figure a line:

    2.重复申请            the upper row's first figure, the lower row's first,
    3.要求提供公开出版物    the upper's second, the lower's second, and so on, each pair further right.

Within each column their order from top to bottom is kept. Between two rows that are whole, rows and figures are therefore each other's in
their order, if none is blank: if there are as many sets as rows, in one way only, and each set adds up as the form asks it to.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gouji.form.model import Line as Column
from gouji.recognition.laidout.totals import adds_up
from gouji.recognition.laidout.words import Line, Word

_APART = 2
_MOST_ROWS = 5  # whose lines were met run together
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
        sets = _sets(own, asked) if alike else []
        if len(sets) != len(stretch.rows):
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


def _sets(lines: Sequence[Sequence[Word]], asked: Sequence[Column]) -> list[Set]:
    """All the figures of these lines as sets, from top to bottom; none where that cannot be done, or in more ways than one."""
    reached: list[list[list[Set]]] = [[[]], *([] for _ in lines)]  # by the lines taken, two ways at most
    for taken in range(len(lines)):
        for before in reached[taken]:
            for block in _blocks(lines[taken:], asked):
                reached[taken + block.lines] = [*reached[taken + block.lines], [*before, *block.sets]][:2]
    return reached[-1][0] if len(reached[-1]) == 1 else []


@dataclass(frozen=True, slots=True)
class _Block:
    """Sets that were printed together, and how many lines they take."""

    sets: tuple[Set, ...]
    lines: int


def _blocks(lines: Sequence[Sequence[Word]], asked: Sequence[Column]) -> Iterator[_Block]:
    """What the first of these lines may begin: some rows' whole sets, or a row with blanks whose last figure is the total of the others."""
    own = tuple(lines[0])
    most = 1 if len(own) == len(asked) else _MOST_ROWS
    yield from (block for rows in range(1, most + 1) if (block := _block(lines, rows, asked)))
    if _FEWEST <= len(own) < len(asked) and asked[-1].id == "total" and adds_up(own, asked[-len(own) :]):
        yield _Block((own,), 1)


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
