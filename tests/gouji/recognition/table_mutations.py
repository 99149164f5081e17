"""Whole tables broken over pages, flattened into text, printed twice, turned on their side."""

from dataclasses import replace
from random import Random

from gouji.form import form
from samples.grids import GridCell

from .sheets import Sheet, pick, without_rows


def break_over_pages(sheet: Sheet, random: Random) -> list[Sheet]:
    """Two grids; the second with or without the header, with or without its label columns drawn as one."""
    rows = sheet.figure_rows[1:]
    row = pick(rows, random)
    if row is None or sheet.table == "proceedings" or sheet.worn:
        return []
    head = sheet.figure_rows[0] if random.random() < 0.3 and sheet.table == "applications" else 0
    first = without_rows(sheet, range(row, sheet.rows))
    second = without_rows(sheet, range(head, row))
    if not head and sheet.table == "applications" and random.random() < 0.5:
        second = _one_label_column(second)
    return [replace(first, part=True), replace(second, part=True)]


def _one_label_column(sheet: Sheet) -> Sheet:
    """The last label of each row alone, in one column."""
    wide = sheet.label_columns
    if not wide:
        return sheet
    last: dict[int, GridCell] = {}
    for cell in sorted(sheet.cells, key=lambda c: c.column):
        if not cell.figure and cell.column < wide:
            last[cell.row] = cell
    kept = {id(cell) for cell in last.values()}

    def change(cell: GridCell) -> GridCell | None:
        if cell.figure or cell.column >= wide:
            return replace(cell, column=cell.column - wide + 1)
        return replace(cell, column=0, colspan=1, rowspan=1) if id(cell) in kept else None

    return sheet.changed(change)


def flatten(sheet: Sheet, random: Random) -> list[Sheet]:
    """Rows of text: only the order of the cells is left, and labels merged over rows stand in their first row alone."""
    padded = random.random() < 0.5
    cells = []
    for row in range(sheet.rows):
        own = sorted((cell for cell in sheet.cells if cell.row == row), key=lambda cell: cell.column)
        if padded:
            fields: list[GridCell | None] = [None] * sheet.width
            for cell in own:
                fields[cell.column] = cell
            cells += [replace(c, row=row, column=i, rowspan=1, colspan=1) if c else GridCell("", row, i) for i, c in enumerate(fields)]
        else:
            cells += [replace(cell, column=i, rowspan=1, colspan=1) for i, cell in enumerate(own)]
    return [Sheet(sheet.table, tuple(cells), ragged=True)] if not sheet.ragged and not sheet.worn else []


def repeat_the_table(sheet: Sheet, random: Random) -> list[Sheet]:
    """The whole table again with other figures, as an appendix of last year's: neither is surely the report's."""
    blank = sheet.changed(lambda cell: replace(cell, figure=None))
    other = blank.changed(lambda cell: replace(cell, text=f"6{cell.text}") if cell.text.isdigit() else cell)
    return [blank, other] if random.random() < 0.5 else [other, blank]


def turn_proceedings(sheet: Sheet, random: Random) -> list[Sheet]:
    """Table 4 with its tracks as rows, or with its outcomes as rows."""
    if sheet.table != "proceedings" or len([c for c in sheet.cells if c.figure]) != 15:
        return []
    table = form("2021").table("proceedings")
    tracks, outcomes = table.rows(), table.blocks[0].columns
    figures = {cell.figure: cell for cell in sheet.cells if cell.figure}
    cells = []
    upright = random.random() < 0.5
    for i, track in enumerate(tracks, 1):
        cells.append(GridCell(track.label, i, 0) if upright else GridCell(track.label, 0, i))
        for j, outcome in enumerate(outcomes, 1):
            cell = figures.get(f"proceedings.{track.id}.{outcome.id}")
            if cell is None:
                return []
            cells.append(replace(cell, row=i if upright else j, column=j if upright else i, rowspan=1, colspan=1))
    cells += [GridCell(o.label, 0, j) if upright else GridCell(o.label, j, 0) for j, o in enumerate(outcomes, 1)]
    return [Sheet("proceedings", (GridCell("情况", 0, 0), *cells))]
