"""Rows of a table dropped, doubled, exchanged, added, shifted, merged."""

from dataclasses import replace
from random import Random

from samples.grids import GridCell

from .sheets import Sheet, pick, with_row, without_rows


def drop_a_row(sheet: Sheet, random: Random) -> list[Sheet]:
    row = pick(sheet.figure_rows, random)
    fits = row is not None and len(sheet.figure_rows) > 1 and not sheet.worn
    return [without_rows(sheet, [row])] if fits and row is not None else []


def print_a_row_twice(sheet: Sheet, random: Random) -> list[Sheet]:
    """A row again under its own label with other figures: neither is surely the row's."""
    row = pick(sheet.figure_rows, random)
    if row is None or sheet.table == "proceedings":
        return []
    again = [replace(c, row=row + 1, text=f"9{c.text}" if c.figure else c.text, figure=None) for c in sheet.cells if c.row == row]
    lone = [replace(cell, rowspan=1) for cell in again]
    doubled = with_row(sheet, row + 1, lone)
    return [replace(doubled.changed(lambda cell: replace(cell, figure=None) if cell.row == row and cell.figure else cell), doubled=True)]


def swap_rows(sheet: Sheet, random: Random) -> list[Sheet]:
    rows = [r for r in sheet.figure_rows if all(cell.rowspan == 1 for cell in sheet.cells if cell.row == r)]
    if len(rows) < 2 or sheet.table == "proceedings":
        return []
    one, other = random.sample(rows, 2)
    if sheet.table == "disclosure" and _shape(sheet, one) != _shape(sheet, other):
        return []
    to = {one: other, other: one}
    return [sheet.changed(lambda cell: replace(cell, row=to.get(cell.row, cell.row)))] if _shape(sheet, one) == _shape(sheet, other) else []


def _shape(sheet: Sheet, row: int) -> list[tuple[int, int]]:
    """Which squares the row's own cells take, and for Table 2 which block it stands in."""
    blocks = [cell.row for cell in sheet.cells if cell.text.startswith("第二十条") and cell.row < row]
    return [(max(blocks, default=0), 0), *sorted((cell.column, cell.colspan) for cell in sheet.cells if cell.row == row)]


def add_a_row(sheet: Sheet, random: Random) -> list[Sheet]:
    """A row that the form does not know."""
    row = pick(sheet.figure_rows, random)
    if row is None or sheet.table == "proceedings":
        return []
    label = random.choice(("9.属于工作秘密", "属于内部管理信息", "其他主动公开文件", "4.其他情形说明", "其中：网上申请", ""))
    start = sheet.label_columns
    own = [GridCell(label, row, start - 1)] if start else []
    return [with_row(sheet, row, [*own, *(GridCell(f"8{c}", row, c) for c in range(start, sheet.width))])]


def merge_over_rows(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two figures one above the other in one cell."""
    spots = {(cell.row, cell.column): cell for cell in sheet.cells if cell.figure and cell.rowspan == 1}
    fitting = [cell for (row, column), cell in spots.items() if (low := spots.get((row + 1, column))) and low.colspan == cell.colspan]
    if not fitting or sheet.ragged:
        return []
    one = random.choice(sorted(fitting, key=lambda cell: (cell.row, cell.column)))
    other = spots[one.row + 1, one.column]
    tall = replace(one, rowspan=2, figure=None)
    return [replace(sheet.changed(lambda cell: None if cell is other else tall if cell is one else cell), worn=True)]


def shift_a_row(sheet: Sheet, random: Random) -> list[Sheet]:
    """A row that lost a cell: what follows stands one column too far left."""
    row = pick(sheet.figure_rows, random)
    own = sorted((cell for cell in sheet.cells if cell.row == row), key=lambda cell: cell.column)
    if row is None or len(own) < 3 or sheet.ragged:
        return []
    gone = random.choice(own)

    def change(cell: GridCell) -> GridCell | None:
        after = cell.row == row and cell.column > gone.column
        return None if cell is gone else replace(cell, column=cell.column - gone.colspan) if after else cell

    return [replace(sheet.changed(change), worn=True)]
