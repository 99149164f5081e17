"""A whole sheet saved as one table (Excel and WPS save pages so): its headings and paragraphs are rows beside the statutory tables'."""

import re
from collections.abc import Iterator
from importlib import import_module

from gouji.document.model import Block, Cell, Grid, Paragraph
from gouji.place import Place

# The heading of a part of the report; rows of Table 3 begin alike, but never stand alone across the sheet.
_HEADING = re.compile(r"[一二三四五六]、\S{2,40}")
_ENOUGH = 2


def is_sheet(grid: Grid) -> bool:
    """Whether headings of the report's parts stand across the table."""
    width = max((cell.column + cell.colspan for cell in grid.cells), default=0)
    filled: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        if cell.text.strip():
            filled.setdefault(cell.row, []).append(cell)
    alone = (row[0] for row in filled.values() if len(row) == 1)
    return sum(2 * cell.colspan >= width > 2 and bool(_HEADING.fullmatch(cell.text.strip())) for cell in alone) >= _ENOUGH


def parts_of(grid: Grid) -> Iterator[Block]:
    """Its lines and tables, as those of a workbook's sheet; tables counted from the grid's own number."""
    # Named and not imported: hardly any page is such a sheet.
    blocks, cells = import_module("gouji.document.sheet.blocks"), import_module("gouji.document.sheet.cells")
    shown = {(cell.row + 1, cell.column + 1): cells.Shown(cell.text, cell.doubts) for cell in grid.cells}
    merges = {(c.row + 1, c.column + 1): (c.row + c.rowspan, c.column + c.colspan) for c in grid.cells if c.rowspan * c.colspan > 1}
    seen = cells.Seen(shown, merges, frozenset(), frozenset(), ())
    number = grid.number
    for part in blocks.blocks_of(seen, number):
        if isinstance(part, tuple):
            yield Grid(part, number)
            number += 1
        else:
            yield from (Paragraph(line.strip(), Place(), doubts=part.doubts) for line in part.text.split("\n") if line.strip())
