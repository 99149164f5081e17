"""What a sheet holds, in its order: lines of text, and tables told from them by their rules and their columns."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.document.model import Cell
from gouji.document.sheet.cells import Seen, Shown, Spot
from gouji.errors import UnreadableDocument
from gouji.form import NAMES, form
from gouji.place import Place
from gouji.words import words

MOST_SQUARES = 100_000
_LONGEST_LABEL = 60  # beyond that a cell alone in its row is a paragraph, whatever rules are drawn around it
_HEADING = re.compile("[一二三四五六七八九十]{1,2}、")

Line = Shown
Table = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that shows something: the columns of its cells with text, and of those with rules."""

    number: int
    filled: tuple[int, ...]
    ruled: tuple[int, ...]


def blocks_of(seen: Seen, first_table: int) -> Iterator[Line | Table]:
    """Lines and tables; the cells of tables are placed as tables counted from `first_table`."""
    number = first_table
    for run in _runs(seen, _rows(seen)):
        for part in _parts(seen, run):
            cells = _table(seen, part, number) if len(part) > 1 or _is_wide(part[0]) else ()
            if len({cell.column for cell in cells}) > 1:
                number += 1
                yield cells
            else:
                yield from (seen.cells[row.number, column] for row in part for column in row.filled)


def _rows(seen: Seen) -> list[_Row]:
    filled: dict[int, list[int]] = {}
    ruled: dict[int, list[int]] = {}
    for (row, column), cell in sorted(seen.cells.items()):
        if cell.text:
            filled.setdefault(row, []).append(column)
        if cell.ruled:
            ruled.setdefault(row, []).append(column)
    return [_Row(row, tuple(filled.get(row, ())), tuple(ruled.get(row, ()))) for row in sorted(filled.keys() | ruled.keys())]


def _runs(seen: Seen, rows: Sequence[_Row]) -> Iterator["_Run"]:
    """Rows that follow each other with nothing but hidden ones between."""
    hidden = sorted(seen.hidden_rows)
    run: list[_Row] = []
    for row in rows:
        between = _count(hidden, run[-1].number + 1, row.number - 1) if run else 0
        if run and row.number - run[-1].number - 1 > between:
            yield _Run.of(run)
            run = []
        run.append(row)
    if run:
        yield _Run.of(run)


@dataclass(frozen=True, slots=True)
class _Run:
    """Rows that follow each other. `first` and `last` are the places of those with several cells, `columns` the outermost in use."""

    rows: tuple[_Row, ...]
    first: int
    last: int
    columns: tuple[int, int]
    has_rules: bool

    @classmethod
    def of(cls, rows: Sequence[_Row]) -> "_Run":
        wide = [place for place, row in enumerate(rows) if _is_wide(row)] or [len(rows)]
        used = [column for row in rows for column in (*row.filled, *row.ruled)]
        return cls(tuple(rows), wide[0], wide[-1], (min(used), max(used)), any(row.ruled for row in rows))


def _parts(seen: Seen, run: _Run) -> Iterator[list[_Row]]:
    """The run cut before and after each line of text."""
    down = _merged_down(seen, run)
    part: list[_Row] = []
    for place, row in enumerate(run.rows):
        if row.number not in down and _is_line(seen, run, place):
            if part:
                yield part
            yield [row]
            part = []
        else:
            part.append(row)
    if part:
        yield part


def _merged_down(seen: Seen, run: _Run) -> set[int]:
    """The rows that a cell merged over several of them covers."""
    numbers = [row.number for row in run.rows]
    down: set[int] = set()
    for (first, _), (last, _) in seen.merges.items():
        if last > first and not down.issuperset(covered := _between(numbers, first, last)):
            down.update(covered)
    return down


def _is_line(seen: Seen, run: _Run, place: int) -> bool:
    """Whether the row is a line of text and no row of a table."""
    row = run.rows[place]
    if len(row.filled) != 1:
        return False
    text = seen.cells[row.number, row.filled[0]].text
    if len(text) > _LONGEST_LABEL or (_HEADING.match(text) and (_is_broad(seen, run, row) or _heads_a_part(text))):
        return True
    return not row.ruled if run.has_rules else not run.first < place < run.last


def _is_wide(row: _Row) -> bool:
    return len(row.filled) > 1


def _is_broad(seen: Seen, run: _Run, row: _Row) -> bool:
    """Whether the row's one cell is merged over half of the columns and more: the form's own labels are over three of ten at most."""
    spot = row.number, row.filled[0]
    width = seen.merges.get(spot, spot)[1] - spot[1] + 1
    return width > 1 and 2 * width >= run.columns[1] - run.columns[0] + 1


def _heads_a_part(text: str) -> bool:
    """Whether it heads a part of the report by that part's own words, which no row of the tables has."""
    parts = (part for name in NAMES for part in form(name).sections)
    return any(all(any(word in text for word in group) for group in part.keywords) for part in parts)


def _table(seen: Seen, rows: Sequence[_Row], number: int) -> Table:
    """The cells of these rows on one grid, blank squares among them."""
    columns, numbers = _columns(seen, rows), [row.number for row in rows]
    if len(columns) * len(rows) > MOST_SQUARES:
        raise UnreadableDocument(words("reading.table-too-big", limit=MOST_SQUARES))
    across = {column: place for place, column in enumerate(columns)}
    down = {row: place for place, row in enumerate(numbers)}
    taken: set[Spot] = set()
    cells = []
    for spot, last in sorted(seen.merges.items()):
        inside_rows, inside_columns = _between(numbers, spot[0], last[0]), _between(columns, spot[1], last[1])
        squares = {(row, column) for row in inside_rows for column in inside_columns} if inside_rows and inside_columns else set()
        if squares and taken.isdisjoint(squares):
            taken |= squares
            square = down[inside_rows[0]], across[inside_columns[0]]
            cells.append(_cell(seen.cells.get(spot), square, number, (len(inside_rows), len(inside_columns))))
    for row in numbers:
        for column in columns:
            if (row, column) not in taken:
                cells.append(_cell(seen.cells.get((row, column)), (down[row], across[column]), number))
    return tuple(cells)


def _between(numbers: Sequence[int], first: int, last: int) -> Sequence[int]:
    """Those of the ordered numbers from the first to the last."""
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _count(numbers: Sequence[int], first: int, last: int) -> int:
    return bisect_right(numbers, last) - bisect_left(numbers, first)


def _columns(seen: Seen, rows: Sequence[_Row]) -> list[int]:
    """The columns from the first that shows something to the last, hidden ones left out."""
    used = [column for row in rows for column in (*row.filled, *row.ruled)]
    numbers = {row.number for row in rows}
    ends = [last[1] for first, last in seen.merges.items() if first[0] in numbers and first in seen.cells and seen.cells[first].text]
    if max(used) - min(used) > MOST_SQUARES:
        raise UnreadableDocument(words("reading.table-too-big", limit=MOST_SQUARES))
    return [column for column in range(min(used), max([*used, *ends]) + 1) if column not in seen.hidden_columns]


def _cell(shown: Shown | None, square: tuple[int, int], table: int, span: tuple[int, int] = (1, 1)) -> Cell:
    row, column = square
    seen = shown or Shown("")
    place = Place(line=seen.line) if seen.line else Place(table=table, row=row + 1, column=column + 1)
    return Cell(seen.text, row, column, place, span[0], span[1], seen.doubts)
