"""Table 2 (表二): rows by label, each read under the header nearest above it, which may be the other form's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from gouji.document.doubts import joined
from gouji.document.model import Cell, Grid
from gouji.form.model import FormTable, Line
from gouji.place import Place
from gouji.recognition.figures import FIGURE_IN_LABEL, ROW_TWICE, looks_like_figure, took_figure
from gouji.recognition.labels import CLEAR, LIKELY, best, likeness
from gouji.recognition.square import Squares, squares
from gouji.recognition.values import CONTENT, Asked, in_order, under
from gouji.report import Figure, State, Stranger, TableReading

OTHER_FORM = "other-form"


@dataclass(slots=True)
class _Met:
    """What has been met while going down the table."""

    figures: dict[str, Figure] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)
    strange: list[Stranger] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    place: Place | None = None
    header: list[Cell] = field(default_factory=list)
    width: int = 0


def read_disclosure(table: FormTable, grids: Sequence[Grid], other: FormTable) -> tuple[TableReading, dict[str, Figure]]:
    """The table as met in these grids, and every figure of the form's Table 2, absent ones among them.

    A row that stands under the other form's headers gives that form's figures besides, and the table is in doubt.
    """
    met = _Met()
    for grid in grids:
        _read_grid(_Forms(table, other), grid, met)
    ids = [f"{table.id}.{row.id}.{column.id}" for row in table.rows() for column in table.columns_of(row.id)]
    for name in ids:
        met.figures.setdefault(name, Figure(name, None, State.ABSENT))
    reading = TableReading(
        table.id,
        tuple(g.number for g in grids),
        met.place,
        met.rows,
        met.columns,
        tuple(met.strangers),
        joined(met.doubts),
        tuple(met.strange),
    )
    return reading, {name: met.figures[name] for name in dict.fromkeys((*ids, *met.figures))}


@dataclass(frozen=True, slots=True)
class _Forms:
    """Table 2 of the report's form, and of the other."""

    table: FormTable
    other: FormTable

    def columns(self) -> list[Line]:
        return [column for block in self.table.blocks for column in block.columns]

    def asked(self, row: Line, header: Sequence[Cell]) -> Asked:
        """What this row is asked under these headers: the columns of the form that more of them are of, its own on a tie."""
        own, foreign = (_columns(table, row.id) for table in (self.table, self.other))
        if _found(foreign, header) > _found(own, header):
            return Asked(f"{self.table.id}.{row.id}", foreign, header)
        return Asked(f"{self.table.id}.{row.id}", own or foreign, header)


def _columns(table: FormTable, row: str) -> tuple[Line, ...]:
    return next((block.columns for block in table.blocks if any(line.id == row for line in block.rows)), ())


def _found(columns: Sequence[Line], header: Sequence[Cell]) -> int:
    return sum(any(likeness(cell.text, column) >= CLEAR for cell in header) for column in columns)


def _read_grid(forms: _Forms, grid: Grid, met: _Met) -> None:
    seen = squares(grid)
    if seen.width != met.width:
        met.header, met.width = [], seen.width
    last = -1
    known = [row for row in seen.rows if _row_label(forms, seen.starting(row))]
    for row in seen.rows:
        cells = seen.starting(row)
        if is_header(forms.table, cells) or is_header(forms.other, cells):
            met.header, last = cells, row
            _note_header(forms, cells, met)
        elif last >= 0 and (whole := _with_rest(forms, met.header, cells)):
            met.header, last = whole, row
            _note_header(forms, whole, met)
        elif label := _row_label(forms, cells):
            last = row
            _read_row(forms, seen, cells, label, met)
        elif _is_stranger(cells):
            _note_stranger(cells, met, near=last == row - 1 or row < max(known, default=-1))


def _with_rest(forms: _Forms, header: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell]:
    """The header joined with the words below it, where a page's end or a fixed height cut it and the two make columns of the form."""
    if not header or (cells and cells[0].text.strip()) or any(looks_like_figure(c.text) and c.text.strip() for c in cells):
        return []
    below = {cell.column: cell.text for cell in cells if cell.text.strip()}
    whole = [replace(cell, text=cell.text + below.get(cell.column, "")) for cell in header]
    return whole if below and _columns_named(forms, whole) > _columns_named(forms, header) else []


def _columns_named(forms: _Forms, header: Sequence[Cell]) -> int:
    return sum(any(likeness(cell.text, column) >= CLEAR for cell in header) for column in forms.columns())


def votes(grids: Sequence[Grid], one: FormTable, other: FormTable) -> int:
    """How many more rows stand under the headers of one form than under those of the other."""
    forms, more = _Forms(one, other), 0
    for grid in grids:
        seen = squares(grid)
        header: list[Cell] = []
        for row in seen.rows:
            cells = seen.starting(row)
            if is_header(one, cells) or is_header(other, cells):
                header = cells
            elif label := _row_label(forms, cells):
                scores = [_closeness(_columns(table, label.line.id), header) for table in (one, other)]
                more += (scores[0] > scores[1]) - (scores[0] < scores[1])
    return more


def _closeness(columns: Sequence[Line], header: Sequence[Cell]) -> float:
    found = [max((likeness(cell.text, column) for cell in header), default=0.0) for column in columns]
    return sum(score for score in found if score >= CLEAR)


def is_header(table: FormTable, cells: Sequence[Cell]) -> bool:
    """Whether these are column headers of the table (信息内容 | 本年制发件数 | …)."""
    return any(_heads(table, cell.text) for cell in cells)


@lru_cache(maxsize=1 << 12)
def _heads(table: FormTable, text: str) -> bool:
    return any(likeness(text, column) >= CLEAR for block in table.blocks for column in block.columns)


def _note_header(forms: _Forms, cells: Sequence[Cell], met: _Met) -> None:
    for cell in cells:
        known = best(cell.text, forms.columns())
        if known and known[1] >= CLEAR:
            met.columns[known[0].id] = cell.text
        elif cell.text.strip() and likeness(cell.text, CONTENT) < 0.9:
            met.strangers.append(cell.text)


@dataclass(frozen=True, slots=True)
class _Label:
    """The cell that names a row of the form, and how like it is."""

    line: Line
    cell: Cell
    likeness: float


def _row_label(forms: _Forms, cells: Sequence[Cell]) -> _Label | None:
    for cell in cells:
        if cell.text.strip() and not looks_like_figure(cell.text):
            found = best(cell.text, forms.table.rows()) or best(cell.text, forms.other.rows())
            return _Label(found[0], cell, found[1]) if found and found[1] >= LIKELY else None
    return None


def _read_row(forms: _Forms, seen: Squares, cells: Sequence[Cell], label: _Label, met: _Met) -> None:
    asked = forms.asked(label.line, met.header)
    values = [cell for cell in cells if cell.column > label.cell.column]
    read = in_order(asked, values) if seen.grid.ragged else under(asked, values, seen, label.cell.row)
    read |= asked.unheaded(values, read)
    if label.likeness < CLEAR:
        read = {name: replace(f, doubts=joined(f.doubts, ("label-differs",))) for name, f in read.items()}
    if took_figure([label.cell.text]):
        read = {name: _in_label(found) if found.state is State.BLANK else found for name, found in read.items()}
    if label.line.id in met.rows:
        _note_twice(met, read)
        return
    met.rows[label.line.id] = label.cell.text
    met.place = met.place or label.cell.place
    if label.line not in forms.table.rows():
        met.strangers.append(label.cell.text)
    if asked.columns != _columns(forms.table, label.line.id):
        met.doubts.append(OTHER_FORM)
    met.figures |= read


def _in_label(blank: Figure) -> Figure:
    return replace(blank, doubts=joined(blank.doubts, (FIGURE_IN_LABEL,)))


def _note_twice(met: _Met, again: Mapping[str, Figure]) -> None:
    """A row printed twice: where its figures differ, neither is surely the report's."""
    for name, figure in again.items():
        first = met.figures.get(name)
        if first is None or first.raw != figure.raw:
            own = first or figure
            met.figures[name] = replace(own, doubts=joined(own.doubts, (ROW_TWICE,)))


def _is_stranger(cells: Sequence[Cell]) -> bool:
    """A row with a number that the form does not know; block headings (第二十条第…项) have no number cell."""
    texts = [cell.text for cell in cells if cell.text.strip()]
    return any(looks_like_figure(text) for text in texts)


def _note_stranger(cells: Sequence[Cell], met: _Met, near: bool) -> None:
    """A row that the form does not know; one without a label, among rows that it knows, may be one of them."""
    filled = [cell for cell in cells if cell.text.strip()]
    label = "".join(cell.text for cell in filled if not looks_like_figure(cell.text))
    met.strange.append(Stranger(label, tuple(c.text for c in filled if looks_like_figure(c.text)), filled[0].place))
    if label:
        met.strangers.append(label)
    elif near:
        met.doubts.append("row-without-label")
