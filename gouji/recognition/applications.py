"""Table 3 (表三): 25 rows by label, seven applicant columns by header, over one grid or several."""

from collections import Counter
from collections.abc import Mapping, Sequence

from gouji.document.doubts import joined
from gouji.document.model import Grid
from gouji.form.model import FormTable, Line
from gouji.recognition.figures import BY_POSITION, ROW_TWICE, figure, shared
from gouji.recognition.labels import CLEAR, align, is_other_name, likeness, likeness_of_group
from gouji.recognition.rows import PrintedRow, printed_table
from gouji.report import Figure, Stranger, TableReading

LABEL_DIFFERS = "label-differs"


def read_applications(table: FormTable, grids: Sequence[Grid]) -> tuple[TableReading, dict[str, Figure]]:
    """The table as met in these grids, and the figures of every row and column of the form."""
    found = printed_table(table, grids)
    rows = found.rows
    form_rows = table.rows()
    scores = [[_row_likeness(row, line) for line in form_rows] for row in rows]
    chosen = _with_unlabelled(rows, align(scores), form_rows)
    matched = {form_rows[j].id: row for row, j in zip(rows, chosen, strict=True) if j is not None}
    doubts = _doubts_of_rows(form_rows, rows, chosen, scores)
    strangers = [row for row, j in zip(_up_to_the_last(rows, chosen, form_rows), chosen, strict=False) if j is None and row.any_figure]
    reading = TableReading(
        table.id,
        tuple(grid.number for grid in grids),
        next((row.place for row in matched.values() if row.place), None),
        {name: row.label for name, row in matched.items()},
        found.headers,
        tuple(row.label for row in strangers if row.label),
        (*found.doubts, *(("row-without-label",) if any(not row.label for row in strangers) else ())),
        tuple(Stranger(row.label, row.printed, row.place) for row in strangers),
    )
    return reading, _figures(table, matched, doubts)


def _up_to_the_last(rows: Sequence[PrintedRow], chosen: Sequence[int | None], form_rows: Sequence[Line]) -> Sequence[PrintedRow]:
    """The rows without those, nameless, that stand below the form's last: on a sheet Table 4 may follow in the same grid."""
    last = len(form_rows) - 1
    if last not in chosen:
        return rows
    end = max((i for i, row in enumerate(rows) if row.any_figure and row.label), default=0)
    return rows[: max(end, chosen.index(last)) + 1]


def _row_likeness(row: PrintedRow, line: Line) -> float:
    """How like the label is; where items of two groups share their words, the group decides."""
    score = max([likeness(text, line) for text in row.labels], default=0.0)
    if line.group and row.group:
        agrees = likeness_of_group(row.group, line.group) >= 0.75
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


def _doubts_of_rows(
    form_rows: Sequence[Line], rows: Sequence[PrintedRow], chosen: Sequence[int | None], scores: Sequence[Sequence[float]]
) -> dict[str, tuple[str, ...]]:
    """Why a printed row may not be the form's: no label, one that is little like it, or another row just as like."""
    doubts: dict[str, tuple[str, ...]] = {}
    for i, j in enumerate(chosen):
        if j is None:
            continue
        name = form_rows[j].id
        if not rows[i].label:
            doubts[name] = (BY_POSITION,)
        elif scores[i][j] < CLEAR:
            doubts[name] = (LABEL_DIFFERS,)
        if any(form_rows[k].id in form_rows[j].instead_of for k in chosen if k is not None):
            doubts[name] = (LABEL_DIFFERS,)  # （六）其他处理 beside its own items: a subtotal, or a label that lost its row
        rivals = [k for k, row in enumerate(rows) if chosen[k] is None and row.any_figure and scores[k][j] >= min(CLEAR, scores[i][j])]
        if not is_other_name(rows[i].label, form_rows[j]):
            rivals = [k for k in rivals if not is_other_name(rows[k].label, form_rows[j])]  # a 合计 of some rows beside the 总计
        if any(rows[k].printed != rows[i].printed for k in rivals):
            doubts[name] = (*doubts.get(name, ()), ROW_TWICE)
    return doubts


def _figures(table: FormTable, matched: Mapping[str, PrintedRow], doubts: Mapping[str, tuple[str, ...]]) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for line in table.rows():
        row = matched.get(line.id)
        if row is None and line.instead_of:
            continue
        columns = Counter(id(cell) for cells in row.cells.values() for cell in cells) if row else Counter[int]()
        for column in table.blocks[0].columns:
            name = f"{table.id}.{line.id}.{column.id}"
            figures[name] = _figure(name, column, row, columns, doubts.get(line.id, ()))
    return figures


def _figure(name: str, column: Line, row: PrintedRow | None, columns: Mapping[int, int], doubts: tuple[str, ...]) -> Figure:
    """The row's figure; `columns` says under how many of the form's columns each of its cells stands."""
    if row is None:
        return figure(name, column, ())
    cells = row.cells.get(column.id, ())
    if joint := next((c for c in cells if c.rowspan > 1 or columns[id(c)] > 1), None):
        return shared(name, joint)
    return figure(name, column, cells, joined(row.doubts, row.column_doubts.get(column.id, ()), doubts))
