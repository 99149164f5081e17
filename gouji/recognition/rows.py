"""The rows of Table 3 as printed: what may be each one's label, and the cells of its seven columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gouji.document.doubts import joined
from gouji.document.model import Cell, Grid
from gouji.form.model import FormTable, Line
from gouji.place import Place
from gouji.recognition.columns import Header, headers, order_above, overlaps
from gouji.recognition.figures import (
    BY_POSITION,
    COLUMN_SPLIT,
    COLUMN_WITHOUT_LABEL,
    FIGURE_IN_LABEL,
    MERGED,
    SHORT_ROW,
    looks_like_figure,
    took_figure,
    window,
)
from gouji.recognition.labels import CLEAR, likeness, telling
from gouji.recognition.square import Squares, squares
from gouji.recognition.squared import is_square, kind_of
from gouji.recognition.unheaded import holds_figures, named_columns, rows_with_more, unheaded

# As many numbers side by side stand in no header.
_FIGURES = 4


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row that could be one of the form's: its label candidates and the cells of its seven columns.

    `doubts` are the whole row's, `column_doubts` those of some of its columns.
    """

    labels: tuple[str, ...]
    group: str
    cells: dict[str, tuple[Cell, ...]]
    doubts: tuple[str, ...] = ()
    column_doubts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def label(self) -> str:
        return self.labels[-1] if self.labels else ""

    @property
    def any_figure(self) -> bool:
        return any(text.strip() for text in self.printed)

    @property
    def printed(self) -> tuple[str, ...]:
        """What stands in its cells, left to right, each cell once."""
        return tuple(cell.text for cell in dict.fromkeys(cell for cells in self.cells.values() for cell in cells))

    @property
    def place(self) -> Place | None:
        return next((cell.place for cells in self.cells.values() for cell in cells), None)


@dataclass(slots=True)
class PrintedTable:
    """The rows in their order, the headers found, by column, and what makes the whole doubtful."""

    rows: list[PrintedRow] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()


def printed_table(table: FormTable, grids: Sequence[Grid]) -> PrintedTable:
    """What these grids print of the table, one after the other."""
    columns = table.blocks[0].columns
    found = PrintedTable()
    known = _Known({}, 0, frozenset())
    order: list[Line] = []
    for grid in grids:
        seen = squares(grid)
        first = _first_data_row(seen, table)
        own = headers(seen, [r for r in seen.rows if r < first], columns)
        found.headers |= {name: header.printed for name, header in own.items()}
        if grid.ragged and not is_square(seen, first, own, columns):
            above = order_above(seen, first, columns)
            if above is not None:
                order = above
            elif not order:
                order = [column for column in columns if column.id in found.headers]
            found.headers |= {column.id: column.label for column in order}
            found.rows += _ragged_rows(seen, first, order, columns)
        else:
            if own and not overlaps(own):
                known = _Known(own, seen.width, named_columns(seen, first, {name: header.span for name, header in own.items()}))
            spans, doubts = _spans(seen, first, columns, known.headers if known.width == seen.width else {})
            whole = len(spans) == len(columns)
            more = rows_with_more(seen, first, spans, known.named) if whole else frozenset[int]()
            found.rows += _grid_rows(seen, first, spans, doubts, table.rows(), more)
            if more or (not whole and unheaded(seen, first, spans)):
                found.doubts = (COLUMN_WITHOUT_LABEL,)
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """The headers last met, good for the grids of the same width that follow without one; `named` have others than the form's."""

    headers: Mapping[str, Header]
    width: int
    named: frozenset[int]


def _first_data_row(seen: Squares, table: FormTable) -> int:
    """The first row that carries a label of the form, or figures; what stands above it is header."""
    for row in seen.rows:
        cells = seen.starting(row)
        if any(likeness(cell.text, line) >= CLEAR for cell in cells for line in table.rows() if telling(line)):
            return row
        if sum(cell.text.strip().isdecimal() for cell in cells) >= _FIGURES:
            return row
    return seen.rows[0] if seen.rows else 0


def _ragged_rows(seen: Squares, first: int, named: Sequence[Line], columns: Sequence[Line]) -> Iterator[PrintedRow]:
    """The rows of flattened text: after the label the figures in the header's order, in the form's where no header was met."""
    asked = named or columns
    told = len(named) >= len(columns) - 1  # one column may be missing; where more headers are, a lone figure may stand under another
    lines = [_ragged(seen.starting(row), len(asked)) for row in seen.rows if row >= first]
    for index, line in enumerate(lines):
        by_column: dict[str, tuple[Cell, ...]] = {column.id: (cell,) for column, cell in zip(asked, line.values, strict=False)}
        group = line.labels[0] if len(line.labels) > 1 else ""
        doubts = line.doubts if told else (BY_POSITION,)
        if doubts and told and any(line.stands_as(other) for other in (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])):
            blank = {name: doubts for name, (cell,) in by_column.items() if not cell.text}
            yield PrintedRow(_candidates(line.labels), group, by_column, (), blank)
        else:
            yield PrintedRow(_candidates(line.labels), group, by_column, doubts)


@dataclass(frozen=True, slots=True)
class _Ragged:
    """A row of flattened text: its labels, the run of cells taken for its figures, and whether another run is possible."""

    labels: tuple[str, ...]
    values: Sequence[Cell]
    doubts: tuple[str, ...]
    count: int
    labelled: int

    def stands_as(self, other: "_Ragged") -> bool:
        """Whether a row that leaves no question has as many cells and begins at the same: then only what is blank is in question.

        The label of its kind must stand where its own does, else the row lost a cell before it and has got one behind.
        """
        alike = [kind_of(row.labels[-1]) if row.labels else "" for row in (self, other)]
        return bool(
            not other.doubts
            and (alike[0] != alike[1] or self.labelled == other.labelled)
            and other.count == self.count
            and len(self.values) == len(other.values) > 1
            and self.values[0].column == other.values[0].column
            and all(cell.text for cell in other.values)
        )


def _ragged(cells: Sequence[Cell], count: int) -> _Ragged:
    last_label = max((i for i, cell in enumerate(cells) if not looks_like_figure(cell.text)), default=-1)
    labels = tuple(cell.text for cell in cells[: last_label + 1] if cell.text)
    values, doubts = window(cells[last_label + 1 :], count)
    return _Ragged(labels, _with_total_last(values, count), doubts, len(cells), last_label)


def _with_total_last(values: Sequence[Cell], count: int) -> Sequence[Cell]:
    """The figures of a row that prints too few, a last one that is the sum of the others in the last column.

    The row is in doubt either way; so only the columns are muddled of which it is not known which are blank.
    """
    numbers = [int(cell.text) for cell in values if cell.text.isdecimal()]
    if not 2 < len(values) < count or len(numbers) < len(values) or numbers[-1] == 0 or sum(numbers[:-1]) != numbers[-1]:
        return values
    return [*values[:-1], *[replace(values[-1], text="")] * (count - len(values)), values[-1]]


Doubts = dict[str, tuple[str, ...]]


def _is_label(text: str, lines: Sequence[Line]) -> bool:
    return not looks_like_figure(text) and any(likeness(text, line) >= CLEAR for line in lines)


def _grid_rows(
    seen: Squares, first: int, spans: Mapping[str, range], doubts: Doubts, lines: Sequence[Line], more: frozenset[int]
) -> Iterator[PrintedRow]:
    label_columns = range(min((span.start for span in spans.values()), default=seen.width))
    last = max((span.stop for span in spans.values()), default=seen.width)
    # Of the labels' columns a page may lack one; a row of a page that lost a cell lacks it at its end.
    drawn = [column for column in _drawn(seen, first) if column >= label_columns.stop]
    over = _running_over(seen, last)
    for row in (r for r in seen.rows if r >= first):
        cells = seen.across(row, label_columns)
        # A label over several rows is a group's, never its first row's own.
        own = tuple(cell.text for cell in cells if cell.rowspan == 1 and not looks_like_figure(cell.text))
        above = next((cell.text for cell in reversed(cells) if cell.rowspan > 1 and cell.text.strip()), "")
        by_column = {name: tuple(seen.across(row, span)) for name, span in spans.items()}
        whole = all(seen.at(row, column) for column in drawn) and all(by_column.values()) and over != [row]
        wide = {name: (MERGED,) for name, span in spans.items() if any(not _inside(cell, span) for cell in by_column[name])}
        # A label among the figures: the row stands one column off, or its columns are not those taken for them.
        moved = (BY_POSITION,) if any(_is_label(cell.text, lines) for own_cells in by_column.values() for cell in own_cells) else ()
        taken = {name: (FIGURE_IN_LABEL,) for name in spans if took_figure(own) and not any(c.text.strip() for c in by_column[name])}
        faults = {name: joined(doubts.get(name, ()), wide.get(name, ()), taken.get(name, ()), moved) for name in spans}
        own_doubts = joined((COLUMN_WITHOUT_LABEL,) if row in more else (), () if whole else (SHORT_ROW,))
        yield PrintedRow(_candidates(own), own[-2] if len(own) > 1 else above, by_column, own_doubts, faults)


def _drawn(seen: Squares, first: int) -> list[int]:
    """The columns in which most rows of figures have a cell; a row without one there has lost it."""
    rows = [row for row in seen.rows if row >= first]
    return [column for column in range(seen.width) if 2 * sum(seen.at(row, column) is not None for row in rows) > len(rows)]


def _inside(cell: Cell, span: range) -> bool:
    return span.start <= cell.column and cell.column + cell.colspan <= span.stop


def _running_over(seen: Squares, last: int) -> list[int]:
    """The rows that print something right of the last column, once for each cell; one row alone does so that was pushed aside."""
    beyond = range(last, seen.width)
    return [row for row in seen.rows for cell in seen.across(row, beyond) if cell.row == row and cell.text.strip()]


def _spans(seen: Squares, first: int, columns: Sequence[Line], known: Mapping[str, Header]) -> tuple[dict[str, range], Doubts]:
    """Where the seven columns stand, by header; those whose header was lost by the form's order, which is a doubt."""
    spans = {name: header.span for name, header in known.items()}
    missing = [column.id for column in columns if column.id not in spans]
    start = seen.width - len(columns)
    ordered = {column.id: range(start + i, start + i + 1) for i, column in enumerate(columns)}
    fits = start > 0 and all(spans[name].start == ordered[name].start for name in spans)
    split: Doubts = {name: (COLUMN_SPLIT,) for name, span in spans.items() if _holds_two(seen, first, span)}
    if not missing or not fits or not all(holds_figures(seen, first, ordered[name].start) for name in missing):
        return spans, split
    placed: Doubts = dict.fromkeys(missing, (BY_POSITION,))
    return spans | {name: ordered[name] for name in missing}, split | placed


def _holds_two(seen: Squares, first: int, span: range) -> bool:
    """Whether figures stand side by side under one header, as where last year's is printed beside this year's."""
    if len(span) < 2:
        return False
    return any(sum(bool(cell.text.strip()) for cell in seen.across(row, span) if cell.row == row) > 1 for row in seen.rows if row >= first)


def _candidates(labels: tuple[str, ...]) -> tuple[str, ...]:
    """What may be the row's label: all label cells as one, or the last alone."""
    if len(labels) < 2:
        return labels
    return ("".join(labels), labels[-1])
