"""Headers of a text that were torn over two rows of cells: 商业 | 科研 over 企业 | 机构, put together where that leaves nothing over."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from gouji.document.doubts import joined
from gouji.document.model import Cell, Document, Grid
from gouji.form import NAMES, form
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.normal import bare


def with_whole_headers(document: Document) -> Document:
    """The document, headers that were torn over two rows of a text's cells in one piece again."""
    return replace(document, blocks=tuple(_mended(b) if isinstance(b, Grid) and b.ragged else b for b in document.blocks))


def _mended(grid: Grid) -> Grid:
    while upper := next(_torn(grid), None):  # each time there is a row less
        grid = replace(grid, cells=tuple(_together(grid, *upper)))
    return grid


def _torn(grid: Grid) -> Iterator[tuple[int, int]]:
    return (pair for pair in pairwise(grid.row_numbers()) if _goes_on(grid.row(pair[0]), grid.row(pair[1])))


def _goes_on(above: list[Cell], below: list[Cell]) -> bool:
    """Whether each word of the lower row, and two at least, is the rest of the one above: a header only with it, and neither one alone."""
    if len(above) != len(below):
        return False
    pairs = [(up.text, down.text) for up, down in zip(above, below, strict=True) if down.text.strip()]
    return len(pairs) > 1 and all(is_torn_header(up, down) for up, down in pairs)


def is_torn_header(up: str, down: str) -> bool:
    """Whether both together are a header of the form, and neither is one alone."""
    words = not looks_like_figure(up) and not looks_like_figure(down)
    return words and bare(up + down) in _headers() and bare(up) not in _headers() and bare(down) not in _headers()


@cache
def _headers() -> frozenset[str]:
    """The headers of all tables of both forms, bare of signs."""
    lines = (column for name in NAMES for table in form(name).tables for block in table.blocks for column in block.columns)
    return frozenset(bare(text) for line in lines for text in (line.label, *line.aliases))


def _together(grid: Grid, upper: int, lower: int) -> Iterator[Cell]:
    rests = {cell.column: cell for cell in grid.row(lower)}
    for cell in grid.cells:
        if cell.row == upper and (rest := rests[cell.column]).text.strip():
            yield replace(cell, text=f"{cell.text}\n{rest.text}", doubts=joined(cell.doubts, rest.doubts))
        elif cell.row != lower:
            yield replace(cell, row=cell.row - (cell.row > lower))
