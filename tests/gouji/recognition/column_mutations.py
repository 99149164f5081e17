"""Columns of a table dropped, exchanged, added, split, and figures of one row merged."""

from dataclasses import replace
from random import Random

from samples.grids import GridCell

from .sheets import Sheet, pick, with_column, without_column


def drop_a_column(sheet: Sheet, random: Random) -> list[Sheet]:
    column = pick(sheet.figure_columns, random)
    padded = any(not cell.figure and not cell.text and cell.row in sheet.figure_rows for cell in sheet.cells)
    if column is None or len(sheet.figure_columns) < 3 or sheet.worn or sheet.ragged or sheet.part or padded:
        return []
    return [without_column(sheet, column)]


def swap_columns(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two neighbouring columns of Table 3 with their headers."""
    headed = sheet.table == "applications" and bool(sheet.figure_rows) and sheet.figure_rows[0] >= 3 and not sheet.ragged and not sheet.part
    headed = sheet.table == "applications" and bool(sheet.figure_rows) and sheet.figure_rows[0] >= 3 and not sheet.ragged and not sheet.part
    inner = [c for c in sheet.figure_columns[1:-2] if headed]
    one = pick(inner, random)
    if one is None:
        return []
    to = {one: one + 1, one + 1: one}
    if any(cell.column in to and cell.colspan > 1 for cell in sheet.cells if cell.row >= 2):
        return []
    return [sheet.changed(lambda cell: replace(cell, column=to.get(cell.column, cell.column)) if cell.row >= 2 else cell)]


def add_a_column(sheet: Sheet, random: Random) -> list[Sheet]:
    at = pick([*sheet.figure_columns, sheet.width], random)
    heads = sheet.figure_rows[0] - 1 if sheet.figure_rows else 0
    word = random.choice(("备注", "占比", "小计", "上年数", ""))
    if at is None or sheet.part or (sheet.ragged and sheet.worn):
        return []
    return [
        with_column(
            sheet, at, lambda row: GridCell(word if row == heads else f"7{row}" if row in sheet.figure_rows and word else "", row, at)
        )
    ]


def split_a_column(sheet: Sheet, random: Random) -> list[Sheet]:
    """A column drawn as two: the figures beside an empty cell, its header over both."""
    at = pick(sheet.figure_columns, random)
    if at is None or sheet.part or (sheet.ragged and sheet.worn):
        return []
    first = random.random() < 0.5

    def change(cell: GridCell) -> GridCell:
        if cell.column > at:
            return replace(cell, column=cell.column + 1)
        if cell.column + cell.colspan <= at:
            return cell
        if cell.figure and cell.colspan == 1:
            return cell if first else replace(cell, column=at + 1)
        return replace(cell, colspan=cell.colspan + 1)

    moved = sheet.changed(change)
    empty = [GridCell("", c.row, at + 1 if first else at, c.rowspan) for c in sheet.cells if c.figure and c.column == at and c.colspan == 1]
    return [replace(moved, cells=(*moved.cells, *empty))]


def merge_two_figures(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two figures in one cell, as a careless merge leaves them."""
    one = _figure_with_neighbour(sheet, random)
    if one is None or sheet.ragged:
        return []
    other = next(c for c in sheet.cells if c.row == one.row and c.column == one.column + one.colspan and c.figure)
    text = random.choice((one.text, f"{one.text} {other.text}", ""))
    wide = replace(one, text=text, colspan=one.colspan + other.colspan, figure=None)
    return [replace(sheet.changed(lambda cell: None if cell is other else wide if cell is one else cell), worn=True)]


def _figure_with_neighbour(sheet: Sheet, random: Random) -> GridCell | None:
    starts = {(cell.row, cell.column) for cell in sheet.cells if cell.figure}
    fitting = [cell for cell in sheet.cells if cell.figure and (cell.row, cell.column + cell.colspan) in starts]
    return random.choice(fitting) if fitting else None
