"""A statutory table as read, laid out like the printed form: rows of cells with their spans, and what is marked on them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from gouji.finding import Words
from gouji.form.model import FormTable, Line
from gouji.report import Figure, Report, State
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of one figure: the findings that name it, the gravest kind among them, whether its row of the frame is broken.

    `part` where it only takes part in a sum and the finding speaks of another figure.
    """

    kind: str = ""
    part: bool = False
    findings: tuple[int, ...] = ()
    broken: bool = False


@dataclass(frozen=True, slots=True)
class PageCell:
    """One cell of the drawn table: a label, or the figure that was read there."""

    label: str | Words = ""
    kind: str = "label"
    rowspan: int = 1
    colspan: int = 1
    figure: Figure | None = None
    mark: Mark = Mark()


Marks = Mapping[str, Mark]
Rows = list[list[PageCell]]


def table_rows(table: FormTable, report: Report, marks: Marks) -> tuple[Rows, Rows]:
    """The head and the body of one statutory table, every figure that the form asks for in its cell."""
    return LAYOUTS[table.id](table, _Cells(table, report, marks))


@dataclass(frozen=True, slots=True)
class _Cells:
    """Hands out the cell of each figure of one table."""

    table: FormTable
    report: Report
    marks: Marks

    def cell(self, row: Line, column: Line, colspan: int = 1) -> PageCell:
        name = f"{self.table.id}.{row.id}.{column.id}"
        figure = self.report.figures.get(name) or Figure(name, None, State.ABSENT)
        return PageCell(kind="figure", colspan=colspan, figure=figure, mark=self.marks.get(name, Mark()))

    def rows(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The rows to draw: one that stands for others only where the report has it, and then in their place."""
        merged = [line for line in lines if line.instead_of and self._stands(line)]
        replaced = {name for line in merged for name in line.instead_of if not self._stands(self.table.row(name))}
        for line in lines:
            if line.id not in replaced and (not line.instead_of or line in merged):
                yield line

    def _stands(self, line: Line) -> bool:
        names = (f"{self.table.id}.{line.id}.{column.id}" for column in self.table.columns_of(line.id))
        return any(name in self.report.figures and self.report.figures[name].state is not State.ABSENT for name in names)


def _disclosure(table: FormTable, cells: _Cells) -> tuple[Rows, Rows]:
    """Blocks one under the other, each with its own heads; the last column of a narrow block takes the rest of the width."""
    width = max(len(block.columns) for block in table.blocks)
    rows: Rows = []
    for block in table.blocks:
        spans = [1] * (len(block.columns) - 1) + [width - len(block.columns) + 1]
        rows.append([PageCell(block.heading or "", "block", colspan=width + 1)])
        heads = [PageCell(line.label, "head", colspan=span) for line, span in zip(block.columns, spans, strict=True)]
        rows.append([PageCell(words("pages.form-items"), "head"), *heads])
        for line in cells.rows(block.rows):
            figures = [cells.cell(line, column, span) for column, span in zip(block.columns, spans, strict=True)]
            rows.append([PageCell(line.label), *figures])
    return [], rows


def _applications(table: FormTable, cells: _Cells) -> tuple[Rows, Rows]:
    """Applicants across under 法人或其他组织; the outcomes down under 三、本年度办理结果 and their groups."""
    columns = table.blocks[0].columns
    top, under = _column_heads(columns)
    corner = PageCell(table.corner or "", "corner", rowspan=3, colspan=3)
    head = [[corner, PageCell(words("pages.form-applicants"), "head", colspan=len(columns))], top, under]
    lines = list(cells.rows(table.blocks[0].rows))
    body = [[*labels, *(cells.cell(line, c) for c in columns)] for line, labels in zip(lines, _outcome_labels(lines), strict=True)]
    return head, body


def _column_heads(columns: Sequence[Line]) -> tuple[list[PageCell], list[PageCell]]:
    top: list[PageCell] = []
    for group, lines in _runs(columns):
        if group is None:
            top += [PageCell(line.label, "head", rowspan=2) for line in lines]
        else:
            top.append(PageCell(group, "head", colspan=len(lines)))
    return top, [PageCell(line.label, "head") for line in columns if line.group]


def _outcome_labels(lines: Sequence[Line]) -> Iterator[list[PageCell]]:
    """The label cells that begin in each row."""
    outcomes = [line for line in lines if _is_outcome(line)]
    for group, run in _runs(lines):
        for place, line in enumerate(run):
            labels = [PageCell(words("pages.form-outcomes"), "outer", rowspan=len(outcomes))] if line in outcomes[:1] else []
            if group and place == 0:
                labels.append(PageCell(group, "group", rowspan=len(run)))
            span = 1 if group else 2 if _is_outcome(line) else 3
            yield [*labels, PageCell(line.label, colspan=span)]


def _is_outcome(line: Line) -> bool:
    """Whether the form counts the row under its third item: such rows, or their groups, are numbered （一） to （七）."""
    return (line.group or line.label).startswith("（")


def _proceedings(table: FormTable, cells: _Cells) -> tuple[Rows, Rows]:
    """One row of figures under three tracks of five outcomes."""
    tracks, columns = table.blocks[0].rows, table.blocks[0].columns
    top: list[PageCell] = []
    for group, lines in _runs(tracks):
        if group is None:
            top += [PageCell(line.label, "head", rowspan=2, colspan=len(columns)) for line in lines]
        else:
            top.append(PageCell(group, "head", colspan=len(columns) * len(lines)))
    under = [PageCell(line.label, "head", colspan=len(columns)) for line in tracks if line.group]
    heads = [PageCell(column.label, "head") for _ in tracks for column in columns]
    return [top, under, heads], [[cells.cell(track, column) for track in tracks for column in columns]]


def _runs(lines: Sequence[Line]) -> list[tuple[str | None, list[Line]]]:
    """Neighbours of one group together."""
    return [(group, list(run)) for group, run in groupby(lines, key=lambda line: line.group)]


LAYOUTS: Mapping[str, Callable[[FormTable, _Cells], tuple[Rows, Rows]]] = {
    "disclosure": _disclosure,
    "applications": _applications,
    "proceedings": _proceedings,
}
