"""What a sheet holds, in its order: lines of text, and tables told from them by their rules and their columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.document.model import Cell
from gouji.document.sheet.cells import Seen, Shown, Spot
from gouji.errors import UnreadableDocument
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


def _runs(seen: Seen, rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows that follow each other with nothing but hidden ones between."""
    run: list[_Row] = []
    for row in rows:
        if run and row.number - run[-1].number - 1 > sum(run[-1].number < hidden < row.number for hidden in seen.hidden_rows):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _parts(seen: Seen, run: Sequence[_Row]) -> Iterator[list[_Row]]:
    """The run cut before and after each line of text."""
    down = {
        row for (first, _), (last, _) in seen.merges.items() if last - first < len(run) for row in range(first, last + 1) if last > first
    }
    part: list[_Row] = []
    for place, row in enumerate(run):
        if row.number not in down and _is_line(seen, run, place):
            if part:
                yield part
            yield [row]
            part = []
        else:
            part.append(row)
    if part:
        yield part


def _is_line(seen: Seen, run: Sequence[_Row], place: int) -> bool:
    """Whether the row is a line of text and no row of a table."""
    row = run[place]
    if len(row.filled) != 1:
        return False
    text = seen.cells[row.number, row.filled[0]].text
    if len(text) > _LONGEST_LABEL or (_HEADING.match(text) and _is_broad(seen, run, row)):
        return True
    if any(other.ruled for other in run):
        return not row.ruled
    return _all_alone(run[:place]) or _all_alone(run[place + 1 :])


def _all_alone(rows: Sequence[_Row]) -> bool:
    return not any(_is_wide(row) for row in rows)


def _is_wide(row: _Row) -> bool:
    return len(row.filled) > 1


def _is_broad(seen: Seen, run: Sequence[_Row], row: _Row) -> bool:
    """Whether the row's one cell is merged over half of the columns and more: the form's own labels are over three of ten at most."""
    spot = row.number, row.filled[0]
    width = seen.merges.get(spot, spot)[1] - spot[1] + 1
    used = [column for other in run for column in (*other.filled, *other.ruled)]
    return width > 1 and 2 * width >= max(used) - min(used) + 1


def _table(seen: Seen, rows: Sequence[_Row], number: int) -> Table:
    """The cells of these rows on one grid, blank squares among them."""
    columns = _columns(seen, rows)
    if len(columns) * len(rows) > MOST_SQUARES:
        raise UnreadableDocument(words("reading.table-too-big", limit=MOST_SQUARES))
    across = {column: place for place, column in enumerate(columns)}
    down = {row.number: place for place, row in enumerate(rows)}
    taken: set[tuple[int, int]] = set()
    cells = []
    for spot, last in _merges_within(seen, down, across):
        squares = [(row, column) for row in down if spot[0] <= row <= last[0] for column in across if spot[1] <= column <= last[1]]
        if squares and not taken.intersection(squares):
            taken.update(squares)
            span = len({row for row, _ in squares}), len({column for _, column in squares})
            cells.append(_cell(seen.cells.get(spot), (down[squares[0][0]], across[squares[0][1]]), number, span))
    for row in down:
        for column in across:
            if (row, column) not in taken:
                cells.append(_cell(seen.cells.get((row, column)), (down[row], across[column]), number))
    return tuple(cells)


def _columns(seen: Seen, rows: Sequence[_Row]) -> list[int]:
    """The columns from the first that shows something to the last, hidden ones left out."""
    used = [column for row in rows for column in (*row.filled, *row.ruled)]
    numbers = {row.number for row in rows}
    ends = [last[1] for first, last in seen.merges.items() if first[0] in numbers and first in seen.cells and seen.cells[first].text]
    if max(used) - min(used) > MOST_SQUARES:
        raise UnreadableDocument(words("reading.table-too-big", limit=MOST_SQUARES))
    return [column for column in range(min(used), max([*used, *ends]) + 1) if column not in seen.hidden_columns]


def _merges_within(seen: Seen, down: dict[int, int], across: dict[int, int]) -> Iterator[tuple[Spot, Spot]]:
    if not down or not across:
        return
    for first, last in sorted(seen.merges.items()):
        if first[0] <= max(down) and last[0] >= min(down) and first[1] <= max(across) and last[1] >= min(across):
            yield first, last


def _cell(shown: Shown | None, square: tuple[int, int], table: int, span: tuple[int, int] = (1, 1)) -> Cell:
    row, column = square
    place = Place(table=table, row=row + 1, column=column + 1)
    seen = shown or Shown("")
    return Cell(seen.text, row, column, place, span[0], span[1], seen.doubts)
