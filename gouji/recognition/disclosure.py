"""Table 2 (表二): rows by label, each read under the header nearest above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gouji.document.model import Cell, Grid
from gouji.form.model import FormTable, Line
from gouji.place import Place
from gouji.recognition.figures import BY_POSITION, figure, looks_like_figure, window
from gouji.recognition.labels import best, likeness
from gouji.recognition.square import Squares, squares
from gouji.report import Figure, TableReading

_CONTENT = Line("content", "信息内容")


@dataclass(slots=True)
class _Met:
    """What has been met while going down the table."""

    figures: dict[str, Figure] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)
    place: Place | None = None


def read_disclosure(table: FormTable, grids: Sequence[Grid]) -> tuple[TableReading, dict[str, Figure]]:
    """The table as met in these grids, and every figure of the form's Table 2, absent ones among them."""
    met = _Met()
    for grid in grids:
        _read_grid(table, grid, met)
    for name in _ids(table):
        met.figures.setdefault(name, figure(name, _column(table, name), ()))
    reading = TableReading(table.id, tuple(g.number for g in grids), met.place, met.rows, met.columns, tuple(met.strangers))
    return reading, {name: met.figures[name] for name in _ids(table)}


def _ids(table: FormTable) -> list[str]:
    return [f"{table.id}.{row.id}.{column.id}" for row in table.rows() for column in table.columns_of(row.id)]


def _column(table: FormTable, name: str) -> Line:
    _, row, column = name.split(".")
    return table.column(row, column)


def _read_grid(table: FormTable, grid: Grid, met: _Met) -> None:
    seen = squares(grid)
    header: list[Cell] = []
    for row in seen.rows:
        cells = [cell for cell in seen.across(row, range(seen.width)) if cell.row == row]
        if is_header(table, cells):
            header = cells
            _note_header(table, cells, met)
        elif (label := _row_label(table, cells)) and (line := label[0]).id not in met.rows:
            met.rows[line.id] = label[1].text
            met.place = met.place or label[1].place
            values = [cell for cell in cells if cell.column > label[1].column]
            met.figures |= _ragged(table, line, header, values) if grid.ragged else _under(table, line, header, values, seen, row)
        elif _is_stranger(cells):
            met.strangers.append(next(c.text for c in cells if c.text.strip()))


def is_header(table: FormTable, cells: Sequence[Cell]) -> bool:
    """Whether these are column headers of the table (信息内容 | 本年制发件数 | …)."""
    return any(likeness(cell.text, column) >= 0.85 for cell in cells for block in table.blocks for column in block.columns)


def _note_header(table: FormTable, cells: Sequence[Cell], met: _Met) -> None:
    for cell in cells:
        known = best(cell.text, [column for block in table.blocks for column in block.columns])
        if known and known[1] >= 0.85:
            met.columns[known[0].id] = cell.text
        elif cell.text.strip() and likeness(cell.text, _CONTENT) < 0.9:
            met.strangers.append(cell.text)


def _row_label(table: FormTable, cells: Sequence[Cell]) -> tuple[Line, Cell] | None:
    for cell in cells:
        if cell.text.strip() and not looks_like_figure(cell.text):
            found = best(cell.text, table.rows())
            return (found[0], cell) if found and found[1] >= 0.85 else None
    return None


def _is_stranger(cells: Sequence[Cell]) -> bool:
    """A row with a label and a number that the form does not know; block headings (第二十条第…项) have no number cell."""
    texts = [cell.text for cell in cells if cell.text.strip()]
    return len(texts) > 1 and not looks_like_figure(texts[0]) and any(looks_like_figure(text) for text in texts[1:])


def _ragged(table: FormTable, line: Line, header: Sequence[Cell], values: Sequence[Cell]) -> dict[str, Figure]:
    """The figures after the label: under the headers where everything else is blank, else as many as there are headers, in order."""
    columns = table.columns_of(line.id)
    heads = {column.id: cell.column for column in columns for cell in header if likeness(cell.text, column) >= 0.85}
    named = [column for column in columns if column.id in heads] or list(columns)
    below = [cell for cell in values if cell.column in heads.values()]
    if heads and len(below) == len(named) and not any(cell.text for cell in values if cell not in below):
        cells: Sequence[Cell] = below
        doubts: tuple[str, ...] = ()
    else:
        cells, doubts = window(values, len(named))
    names = [f"{table.id}.{line.id}.{column.id}" for column in named]
    padded = [[cell] for cell in cells] + [[]] * (len(named) - len(cells))
    return {name: figure(name, column, own, doubts) for name, column, own in zip(names, named, padded, strict=True)}


def _under(table: FormTable, line: Line, header: Sequence[Cell], values: Sequence[Cell], seen: Squares, row: int) -> dict[str, Figure]:
    """The row's figures under their headers; without headers by order where the number of cells fits, which is a doubt."""
    columns = table.columns_of(line.id)
    heads = {column.id: cell for column in columns for cell in header if likeness(cell.text, column) >= 0.85}
    below = {name: [c for c in seen.across(row, range(h.column, h.column + h.colspan)) if c in values] for name, h in heads.items()}
    doubts: tuple[str, ...] = ()
    if not heads and len(values) == len(columns):
        below, doubts = {column.id: [value] for column, value in zip(columns, values, strict=True)}, (BY_POSITION,)
    elif len(heads) == len(columns) == len(values) and any(len(cells) != 1 for cells in below.values()):
        # Spans that differ from row to row put one cell under two headers (met in 1+1+2+1 over 1+2+1+1): as many cells
        # as headers are read in the same order.
        below = {name: [value] for name, value in zip(_left_to_right(heads), values, strict=True)}
    names = {column.id: f"{table.id}.{line.id}.{column.id}" for column in columns}
    return {names[c.id]: figure(names[c.id], c, below[c.id], doubts) for c in columns if c.id in below}


def _left_to_right(heads: Mapping[str, Cell]) -> list[str]:
    return sorted(heads, key=lambda name: heads[name].column)
