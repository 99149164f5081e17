"""The statutory tables of a sample as grids of cells, merged as the printed form merges them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gouji.form import form
from gouji.form.model import FormBlock, FormTable, Line
from samples.sample import Sample

OUTCOMES_LABEL = "三、本年度办理结果"
# The rows of Table 3 that stand beside 三、本年度办理结果; the others are labelled over its full width.
_OUTSIDE = ("received", "carried_in", "carried_out")


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell; `figure` is the id of the figure that it prints, None for a label. Rows and columns count from 0."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class SampleGrid:
    table: str
    cells: tuple[GridCell, ...]

    @property
    def rows(self) -> int:
        return max(cell.row + cell.rowspan for cell in self.cells)

    @property
    def columns(self) -> int:
        return max(cell.column + cell.colspan for cell in self.cells)

    def row(self, number: int) -> list[GridCell]:
        """The cells that begin in this row, left to right."""
        return sorted((cell for cell in self.cells if cell.row == number), key=lambda cell: cell.column)


def grid(sample: Sample, table: str) -> SampleGrid | None:
    """The table as this sample prints it; None where it has no cell of it."""
    if not any(name.startswith(f"{table}.") for name in sample.figures):
        return None
    shape = form(sample.form).table(table)
    return SampleGrid(table, tuple(_CELLS[table](sample, shape)))


def _disclosure(sample: Sample, table: FormTable) -> Iterator[GridCell]:
    row = 0
    for block in table.blocks:
        rows, columns = _present(sample, table.id, block)
        if not rows:
            continue
        yield GridCell(block.heading or "", row, 0, colspan=4)
        yield GridCell("信息内容", row + 1, 0)
        yield from _spread(row + 1, [(_label(sample, table.id, column), None) for column in columns])
        for number, line in enumerate(rows, start=row + 2):
            yield GridCell(_label(sample, table.id, line), number, 0)
            yield from _spread(number, [(sample.figures[i], i) for i in (f"{table.id}.{line.id}.{c.id}" for c in columns)])
        row += 2 + len(rows)


def _spread(row: int, texts: Sequence[tuple[str, str | None]]) -> Iterator[GridCell]:
    """These cells over the three columns right of the label."""
    widths = {1: (3,), 2: (2, 1), 3: (1, 1, 1)}[len(texts)]
    column = 1
    for (text, figure), width in zip(texts, widths, strict=True):
        yield GridCell(text, row, column, colspan=width, figure=figure)
        column += width


def _applications(sample: Sample, table: FormTable) -> Iterator[GridCell]:
    rows, columns = _present(sample, table.id, table.blocks[0])
    yield GridCell(f"（{table.corner}）", 0, 0, 3, 3)
    yield GridCell("申请人情况", 0, 3, colspan=len(columns))
    yield from _applicants(sample, table, columns)
    yield from _row_labels(sample, table, rows)
    for number, row in enumerate(rows, start=3):
        for place, column in enumerate(columns, start=3):
            name = f"{table.id}.{row.id}.{column.id}"
            yield GridCell(sample.figures[name], number, place, figure=name)


def _applicants(sample: Sample, table: FormTable, columns: Sequence[Line]) -> Iterator[GridCell]:
    place = 3
    for group, members in groupby(columns, key=lambda column: column.group):
        lines = list(members)
        if group:
            yield GridCell(group, 1, place, colspan=len(lines))
        for column in lines:
            yield GridCell(_label(sample, table.id, column), 2 if group else 1, place, 1 if group else 2)
            place += 1


def _row_labels(sample: Sample, table: FormTable, rows: Sequence[Line]) -> Iterator[GridCell]:
    results = [row for row in rows if row.id not in _OUTSIDE]
    number = 3
    if results:
        yield GridCell(OUTCOMES_LABEL, 3 + rows.index(results[0]), 0, rowspan=len(results))
    for group, members in groupby(rows, key=lambda row: row.group):
        lines = list(members)
        if group:
            yield GridCell(group, number, 1, rowspan=len(lines))
        for line in lines:
            place = 0 if line.id in _OUTSIDE else 2 if group else 1
            yield GridCell(_label(sample, table.id, line), number, place, colspan=3 - place)
            number += 1


def _proceedings(sample: Sample, table: FormTable) -> Iterator[GridCell]:
    """Two headings over three tracks over their outcomes, then one row of figures."""
    tracks = [(track, [c for c in table.blocks[0].columns if f"{table.id}.{track.id}.{c.id}" in sample.figures]) for track in table.rows()]
    place = 0
    for group, members in groupby((t for t in tracks if t[1]), key=lambda t: t[0].group):
        inside = list(members)
        if group:
            yield GridCell(group, 0, place, colspan=sum(len(columns) for _, columns in inside))
        for track, columns in inside:
            yield GridCell(_label(sample, table.id, track), 1 if group else 0, place, colspan=len(columns))
            for column in columns:
                name = f"{table.id}.{track.id}.{column.id}"
                yield GridCell(_label(sample, table.id, column), 2 if group else 1, place, 1 if group else 2)
                yield GridCell(sample.figures[name], 3, place, figure=name)
                place += 1


_CELLS = {"disclosure": _disclosure, "applications": _applications, "proceedings": _proceedings}


def _present(sample: Sample, table: str, block: FormBlock) -> tuple[list[Line], list[Line]]:
    """The rows and the columns of the block of which the sample prints at least one figure."""

    def printed(row: Line, column: Line) -> bool:
        return f"{table}.{row.id}.{column.id}" in sample.figures

    rows = [row for row in block.rows if any(printed(row, column) for column in block.columns)]
    return rows, [column for column in block.columns if any(printed(row, column) for row in rows)]


def _label(sample: Sample, table: str, line: Line) -> str:
    return sample.layout.labels.get(f"{table}.{line.id}", line.label)
