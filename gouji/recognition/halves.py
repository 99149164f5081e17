"""Rows that a page's end may have cut, made whole where the two halves of the label are one of the form's.

The document alone cannot tell one row cut in its label from two rows of which one is blank: 其他对外管理服 with its figures at the foot of
a page, 务事项 beside blank cells at the head of the next. The form can, where only both together are a label of it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from gouji.document.doubts import SPLIT_ROW, joined
from gouji.document.model import Cell, Document, Grid
from gouji.form import NAMES, form
from gouji.form.model import Line
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.labels import CLEAR, SURE, best, likeness
from gouji.recognition.normal import bare


@dataclass(frozen=True, slots=True)
class _Halves:
    """The cells of the lower row, each with the one that ends above it."""

    row: int
    pairs: tuple[tuple[Cell, Cell], ...]


def with_whole_rows(document: Document) -> Document:
    """The document, rows that were cut in a label of the form in one piece and no longer in doubt for that."""
    return replace(document, blocks=tuple(_settled(block) if isinstance(block, Grid) else block for block in document.blocks))


def _settled(grid: Grid) -> Grid:
    seen = _with_seams(grid)
    return _whole(seen) if _is_doubted(seen.cells) else seen


def _with_seams(grid: Grid) -> Grid:
    """The grid; in doubt where figures begin a page beside words that are no label of the form: these and the row above may be one row.

    A number that has two lines in a narrow cell is then cut as well, and each half looks like a figure.
    """
    rows = grid.row_numbers()
    seams = {pair for pair in pairwise(rows) if _is_seam(*(grid.row(row) for row in pair))}
    doubted = {row for pair in seams for row in pair}
    if not doubted:
        return grid
    cells = (replace(c, doubts=joined(c.doubts, (SPLIT_ROW,))) if c.row in doubted and c.rowspan == 1 else c for c in grid.cells)
    return replace(grid, cells=tuple(cells))


def _is_seam(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    if not above or not below or (above[-1].place.page or 0) >= (below[-1].place.page or 0):
        return False
    words = [cell.text for cell in below if cell.text.strip() and not looks_like_figure(cell.text)]
    figures = [[looks_like_figure(cell.text) and bool(cell.text.strip()) for cell in row] for row in (above, below)]
    return all(map(any, figures)) and bool(words) and all(best(text, _lines()) is None for text in words)


def _is_doubted(cells: Sequence[Cell]) -> bool:
    return any(SPLIT_ROW in cell.doubts for cell in cells)


def _whole(grid: Grid) -> Grid:
    while halves := next(_cut(grid), None):  # each time there is a row less
        grid = replace(grid, cells=tuple(_joined(grid.cells, halves)))
    return grid


def _cut(grid: Grid) -> Iterator[_Halves]:
    """The rows that are the rest of the row above, top down; a merged cell that begins there goes on beside the rows below."""
    for row in grid.row_numbers():
        own = [cell for cell in grid.row(row) if cell.rowspan == 1]
        below = [cell for cell in own if SPLIT_ROW in cell.doubts]
        ended = {(cell.column, cell.colspan): cell for cell in grid.cells if cell.row + cell.rowspan == row and SPLIT_ROW in cell.doubts}
        pairs = tuple((ended[cell.column, cell.colspan], cell) for cell in below if (cell.column, cell.colspan) in ended)
        if below and len(pairs) == len(below) == len(own) and _is_one_label(pairs):
            yield _Halves(row, pairs)


def _is_one_label(pairs: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether one label only goes on, both halves together are the form's, neither is another's alone, and no other cell prints twice."""
    both = [(up, down) for up, down in pairs if up.text.strip() and down.text.strip()]
    if len(both) != 1 or any(looks_like_figure(half.text) for half in both[0]):
        return False
    upper, lower = (half.text for half in both[0])
    whole = next((line for line in _lines() if likeness(upper + lower, line) >= SURE), None)
    return whole is not None and all(
        alone is None or _is_of(alone[0], whole, half) for half in (upper, lower) for alone in [best(half, _lines())]
    )


def _is_of(alone: Line, whole: Line, half: str) -> bool:
    """Whether a half that is like a label is like that of its own row only, or less like it than it is a piece of its own."""
    return alone.label == whole.label or (bare(half) in bare(whole.label) and likeness(half, alone) < CLEAR)


@cache
def _lines() -> tuple[Line, ...]:
    """The rows of Tables 2 and 3 of both forms."""
    return tuple(line for name in NAMES for table in ("disclosure", "applications") for line in form(name).table(table).rows())


def _joined(cells: Sequence[Cell], halves: _Halves) -> Iterator[Cell]:
    rests = {id(up): down for up, down in halves.pairs}
    gone = {id(down) for _, down in halves.pairs}
    for cell in cells:
        if id(cell) in rests:
            yield _together(cell, rests[id(cell)])
        elif id(cell) not in gone:
            yield _up(cell, halves.row)


def _together(up: Cell, down: Cell) -> Cell:
    """One cell of two; its place is that of the half which is printed, of the upper where both are."""
    printed = down if down.text.strip() and not up.text.strip() else up
    text = "\n".join(half for half in (up.text, down.text) if half.strip())
    doubts = tuple(doubt for doubt in dict.fromkeys((*up.doubts, *down.doubts)) if doubt != SPLIT_ROW)
    rowspan = up.rowspan + down.rowspan - 1
    return replace(printed, text=text, row=up.row, column=up.column, rowspan=rowspan, colspan=up.colspan, doubts=doubts)


def _up(cell: Cell, gone: int) -> Cell:
    if cell.row > gone:
        return replace(cell, row=cell.row - 1)
    return replace(cell, rowspan=cell.rowspan - 1) if cell.row + cell.rowspan > gone >= cell.row else cell
