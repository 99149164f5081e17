"""Table 3 (表三): 25 rows by label, seven applicant columns by header, over one grid or several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.document.model import Cell, Grid
from gouji.form.model import FormTable, Line
from gouji.place import Place
from gouji.recognition.columns import Header, headers, overlaps
from gouji.recognition.figures import BY_POSITION, figure, looks_like_figure, shared, window
from gouji.recognition.labels import align, likeness, telling
from gouji.recognition.square import Squares, squares
from gouji.report import Figure, TableReading


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row that could be one of the form's: its label candidates and the cells of its seven columns."""

    labels: tuple[str, ...]
    group: str
    cells: dict[str, tuple[Cell, ...]]
    doubts: tuple[str, ...] = ()
    doubtful: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        return self.labels[-1] if self.labels else ""

    @property
    def any_figure(self) -> bool:
        return any(cell.text.strip() for cells in self.cells.values() for cell in cells)


def read_applications(table: FormTable, grids: Sequence[Grid]) -> tuple[TableReading, dict[str, Figure]]:
    """The table as met in these grids, and the figures of every row and column of the form."""
    columns = table.blocks[0].columns
    rows, found = _printed_rows(table, columns, grids)
    form_rows = table.rows()
    chosen = _with_unlabelled(rows, align([[_row_likeness(row, line) for line in form_rows] for row in rows]), form_rows)
    matched = {form_rows[j].id: row for row, j in zip(rows, chosen, strict=True) if j is not None}
    figures = _figures(table, form_rows, columns, matched)
    strangers = tuple(row.label for row, j in zip(rows, chosen, strict=True) if j is None and row.any_figure and row.label)
    labels = {name: row.label for name, row in matched.items()}
    numbers = tuple(grid.number for grid in grids)
    return TableReading(table.id, numbers, _first_place(matched), labels, found, strangers), figures


def _row_likeness(row: PrintedRow, line: Line) -> float:
    """How like the label is; where items of two groups share their words, the group decides."""
    score = max((likeness(text, line) for text in row.labels), default=0.0)
    if line.group and row.group:
        agrees = likeness(row.group, Line(line.id, line.group)) >= 0.75
        score += 0.03 if agrees else -0.03
    return score


def _with_unlabelled(rows: Sequence[PrintedRow], chosen: Sequence[int | None], form_rows: Sequence[Line]) -> list[int | None]:
    """A row of figures that lost its label is the one row of the form missing between its neighbours, by position only."""
    filled = list(chosen)
    for i, row in enumerate(rows):
        if chosen[i] is not None or row.label or not row.any_figure:
            continue
        before = max((j for j in filled[:i] if j is not None), default=-1)
        after = min((j for j in filled[i + 1 :] if j is not None), default=len(form_rows))
        between = [j for j in range(before + 1, after) if not form_rows[j].instead_of]
        if len(between) == 1:
            filled[i] = between[0]
    return filled


def _printed_rows(table: FormTable, columns: Sequence[Line], grids: Sequence[Grid]) -> tuple[list[PrintedRow], dict[str, str]]:
    rows: list[PrintedRow] = []
    known: dict[str, Header] = {}
    printed: dict[str, str] = {}
    for grid in grids:
        seen = squares(grid)
        first = _first_data_row(seen, table)
        own = headers(seen, [r for r in seen.rows if r < first], columns)
        printed |= {name: header.printed for name, header in own.items()}
        if grid.ragged:
            named = _named_above(seen, first, columns) or [column for column in columns if column.id in printed]
            printed |= {column.id: column.label for column in named}
            rows += _ragged_rows(seen, first, named or columns)
        else:
            known = own if own and not overlaps(own) else known
            rows += _grid_rows(seen, first, columns, known)
    return rows, printed


def _named_above(seen: Squares, first: int, columns: Sequence[Line]) -> list[Line]:
    """The form's columns whose words stand above the first row; ragged headers keep no columns, so the form's order is taken."""
    words = [cell.text for row in seen.rows if row < first for cell in seen.starting(row) if cell.text]
    return [column for column in columns if any(likeness(word, column) >= 0.8 for word in words)]


def _first_data_row(seen: Squares, table: FormTable) -> int:
    """The first row that carries a label of the form; what stands above it is header."""
    for row in seen.rows:
        for cell in seen.starting(row):
            if any(likeness(cell.text, line) >= 0.85 for line in table.rows() if telling(line)):
                return row
    return seen.rows[0] if seen.rows else 0


def _ragged_rows(seen: Squares, first: int, columns: Sequence[Line]) -> Iterator[PrintedRow]:
    for row in (r for r in seen.rows if r >= first):
        cells = seen.starting(row)
        last_label = max((i for i, cell in enumerate(cells) if not looks_like_figure(cell.text)), default=-1)
        labels = tuple(cell.text for cell in cells[: last_label + 1] if cell.text)
        values, doubts = window(cells[last_label + 1 :], len(columns))
        by_column: dict[str, tuple[Cell, ...]] = {column.id: (cell,) for column, cell in zip(columns, values, strict=False)}
        yield PrintedRow(_candidates(labels), labels[0] if len(labels) > 1 else "", by_column, doubts)


def _grid_rows(seen: Squares, first: int, columns: Sequence[Line], known: dict[str, Header]) -> Iterator[PrintedRow]:
    spans, doubtful = _spans(seen, first, columns, known)
    label_columns = range(min((span.start for span in spans.values()), default=seen.width))
    for row in (r for r in seen.rows if r >= first):
        cells = seen.across(row, label_columns)
        own = tuple(cell.text for cell in cells if cell.row == row and not looks_like_figure(cell.text))
        above = next((cell.text for cell in reversed(cells) if cell.row < row and cell.text.strip()), "")
        by_column = {name: tuple(c for c in seen.across(row, span) if c.row == row) for name, span in spans.items()}
        yield PrintedRow(_candidates(own), own[-2] if len(own) > 1 else above, by_column, doubtful=doubtful)


def _spans(seen: Squares, first: int, columns: Sequence[Line], known: dict[str, Header]) -> tuple[dict[str, range], frozenset[str]]:
    """Where the seven columns stand, by header; those whose header was lost by the form's order, which is a doubt."""
    spans = {name: header.span for name, header in known.items()}
    missing = [column.id for column in columns if column.id not in spans]
    start = seen.width - len(columns)
    ordered = {column.id: range(start + i, start + i + 1) for i, column in enumerate(columns)}
    fits = start > 0 and all(spans[name].start == ordered[name].start for name in spans)
    if not missing or not fits or not all(_holds_figures(seen, first, ordered[name].start) for name in missing):
        return spans, frozenset()
    return spans | {name: ordered[name] for name in missing}, frozenset(missing)


def _holds_figures(seen: Squares, first: int, column: int) -> bool:
    texts = [cell.text for row in seen.rows if row >= first and (cell := seen.at(row, column))]
    return any(text.strip() for text in texts) and all(looks_like_figure(text) for text in texts)


def _candidates(labels: tuple[str, ...]) -> tuple[str, ...]:
    """What may be the row's label: all label cells as one, or the last alone."""
    if len(labels) < 2:
        return labels
    return ("".join(labels), labels[-1])


def _figures(table: FormTable, rows: Sequence[Line], columns: Sequence[Line], matched: dict[str, PrintedRow]) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for line in rows:
        row = matched.get(line.id)
        if row is None and line.instead_of:
            continue
        for column in columns:
            name = f"{table.id}.{line.id}.{column.id}"
            figures[name] = _figure(name, column, row)
    return figures


def _figure(name: str, column: Line, row: PrintedRow | None) -> Figure:
    if row is None:
        return figure(name, column, ())
    cells = row.cells.get(column.id, ())
    holders = [other for other, theirs in row.cells.items() if cells and theirs == cells]
    if len(holders) > 1:
        return shared(name, cells[0])
    doubts = row.doubts if row.label and column.id not in row.doubtful else (*row.doubts, BY_POSITION)
    return figure(name, column, cells, doubts)


def _first_place(matched: dict[str, PrintedRow]) -> Place | None:
    for row in matched.values():
        for cells in row.cells.values():
            for cell in cells:
                return cell.place
    return None
