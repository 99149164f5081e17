"""Table 4 (表四): three tracks of five outcomes, as one row of fifteen figures or as three rows of five."""

from collections.abc import Sequence

from gouji.document.model import Cell, Grid
from gouji.form.model import FormTable, Line
from gouji.recognition.columns import header_stack
from gouji.recognition.figures import BY_POSITION, figure, looks_like_figure, shared, window
from gouji.recognition.labels import likeness
from gouji.recognition.normal import bare
from gouji.recognition.square import Squares, squares
from gouji.report import Figure, TableReading

_OUTCOME = 0.85


def read_proceedings(table: FormTable, grids: Sequence[Grid]) -> tuple[TableReading, dict[str, Figure]]:
    """The table as met in the grid with the most outcome headers, and its fifteen figures."""
    grid = max(grids, key=lambda g: len(_outcomes_in_order(table, squares(g))))
    seen = squares(grid)
    cells, printed, doubts = _cells(table, seen)
    figures: dict[str, Figure] = {}
    for track in table.rows():
        for column in table.columns_of(track.id):
            name = f"{table.id}.{track.id}.{column.id}"
            figures[name] = _figure(name, column, cells, doubts)
    rows = {track.id: track.label for track in table.rows() if any(f"{track.id}.{c.id}" in cells for c in table.columns_of(track.id))}
    place = next((own[0].place for own in cells.values() if own), None)
    return TableReading(table.id, (grid.number,), place, rows, printed), figures


def _figure(name: str, column: Line, cells: dict[str, list[Cell]], doubts: tuple[str, ...]) -> Figure:
    own = cells.get(name.split(".", 1)[1], [])
    if own and sum(other == own for other in cells.values()) > 1:
        return shared(name, own[0])
    return figure(name, column, own, doubts)


Cells = tuple[dict[str, list[Cell]], dict[str, str], tuple[str, ...]]


def _cells(table: FormTable, seen: Squares) -> Cells:
    """The cells of each track.outcome, the printed headers, and what is doubtful about their order."""
    last = _last_header_row(table, seen)
    data = next((r for r in seen.rows if r > last and _is_data(seen, r)), None)
    if data is None:
        return {}, {}, ()
    if by_row := _tracks_as_rows(table, seen, last):
        return by_row
    if not seen.grid.ragged:
        by_header = _by_header(table, seen, last, data)
        if len(by_header[0]) > 3:
            return by_header
    return _by_order(table, seen, data)


def _last_header_row(table: FormTable, seen: Squares) -> int:
    heads = [cell.row + cell.rowspan - 1 for cell in seen.grid.cells if outcome(table, cell.text)]
    return max(heads, default=-1)


def outcome(table: FormTable, text: str) -> Line | None:
    """The outcome that this header names, if it names one."""
    return next((column for column in table.blocks[0].columns if likeness(text, column) >= _OUTCOME), None)


def _is_data(seen: Squares, row: int) -> bool:
    texts = [cell.text for cell in seen.starting(row)]
    return len(texts) >= 5 and sum(looks_like_figure(text) for text in texts) >= 5 and any(text.strip() for text in texts)


def track(table: FormTable, words: Sequence[str]) -> Line | None:
    """The track that these header words, top down, name: the most particular one wins (复议后起诉 is no 复议)."""
    text = "".join(bare(word) for word in words)
    for line in reversed(table.rows()):
        if any(bare(name) in text for name in (line.label, *line.aliases)):
            return line
    return None


def _by_header(table: FormTable, seen: Squares, last: int, data: int) -> Cells:
    cells: dict[str, list[Cell]] = {}
    printed: dict[str, str] = {}
    rows = [r for r in seen.rows if r <= last]
    for column in range(seen.width):
        stack = header_stack(seen, rows, column)
        found = outcome(table, stack[-1]) if stack else None
        line = track(table, stack[:-1]) if found else None
        cell = seen.at(data, column)
        if not found or not line or not cell:
            continue
        name = f"{line.id}.{found.id}"
        printed[name] = stack[-1]
        if cell not in cells.setdefault(name, []):
            cells[name].append(cell)
    return cells, printed, ()


def _by_order(table: FormTable, seen: Squares, data: int) -> Cells:
    """Figures in the form's order, surely so where the headers name the same outcomes in that order."""
    names = [f"{line.id}.{column.id}" for line in table.rows() for column in table.columns_of(line.id)]
    order = _outcomes_in_order(table, seen)
    named = _only_way(order, names) or names
    values, doubts = window(seen.starting(data), len(named))
    if len(order) != len(named):
        doubts = (*doubts, BY_POSITION)
    cells = {name: [cell] for name, cell in zip(named, values, strict=False)}
    return cells, dict.fromkeys(named, "") if len(order) == len(named) else {}, doubts


def _only_way(order: Sequence[str], names: Sequence[str]) -> list[str]:
    """The track.outcome names that these headers must be, where one is missing; none where more than one reading fits."""
    first = _fit(order, names)
    last = _fit(order[::-1], names[::-1])[::-1]
    return first if first == last else []


def _fit(order: Sequence[str], names: Sequence[str]) -> list[str]:
    """The first names, in their order, that end in these outcomes; empty where they do not fit."""
    left = iter(names)
    found = [next((name for name in left if name.endswith(f".{outcome}")), "") for outcome in order]
    return found if all(found) else []


def _outcomes_in_order(table: FormTable, seen: Squares) -> list[str]:
    """The outcomes named by headers, read row by row."""
    ordered = sorted(seen.grid.cells, key=lambda cell: (cell.row, cell.column))
    return [line.id for cell in ordered if (line := outcome(table, cell.text))]


def _tracks_as_rows(table: FormTable, seen: Squares, last: int) -> Cells | None:
    """Three labelled rows of five figures, where an office turned the table."""
    cells: dict[str, list[Cell]] = {}
    for row in (r for r in seen.rows if r > last):
        starting = seen.starting(row)
        line = track(table, [cell.text for cell in starting if not looks_like_figure(cell.text)])
        values = [cell for cell in starting if looks_like_figure(cell.text)]
        columns = table.blocks[0].columns
        if line and len(values) == len(columns):
            cells |= {f"{line.id}.{column.id}": [cell] for column, cell in zip(columns, values, strict=True)}
    return (cells, dict.fromkeys(cells, ""), ()) if len(cells) == 15 else None
