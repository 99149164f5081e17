"""Figures that belong to no table, and the tables whose rest they may be: rows beside it, or columns on a page of their own.

A workbook wider than its page is printed in strips: what stands right of the page's edge comes pages later, its headers and figures
without the rows' labels (met in what LibreOffice Calc prints). A column that is missing from a table may stand in such a strip.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gouji.document.doubts import CLIPPED_TEXT, joined
from gouji.document.model import Cell, Grid, Paragraph
from gouji.form.model import Form, FormTable, Line
from gouji.recognition.columns import HEADER
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.labels import LIKELY, likeness, likeness_of_group, telling
from gouji.report import Figure, State, TableReading

PART_NOT_PLACED = "part-not-placed"
_LABEL = 0.85
_LONGEST_LABEL = 20
_FEWEST_FIGURES = 2
_ACROSS = ("申请人情况", "信息内容", "总计")


def with_parts_left(
    used: Form, tables: Mapping[str, TableReading], figures: Mapping[str, Figure], grids: Sequence[Grid], lines: Sequence[Paragraph]
) -> dict[str, TableReading]:
    """The readings, in doubt where figures that belong to none may be the rest of the table."""
    owned = {number for reading in tables.values() for number in reading.grids}
    left = [_Part.of_grid(grid) for grid in grids if grid.number not in owned] + [_Part.of_lines(lines)]
    lacking = {name: missing for name in tables if (missing := _columns_not_met(used.table(name), figures))}
    cut = {name for name in lacking if any(_is_cut(grid) for grid in grids if grid.number in tables[name].grids)}
    apart = {name for name, missing in lacking.items() if any(_may_be_columns(used.table(name), missing, part) for part in left)}
    doubted = {*_beside_rows(used, tables, grids), *cut, *apart}
    return {
        name: replace(reading, doubts=joined(reading.doubts, (PART_NOT_PLACED,))) if name in doubted else reading
        for name, reading in tables.items()
    }


def _beside_rows(used: Form, tables: Mapping[str, TableReading], grids: Sequence[Grid]) -> Iterator[str]:
    """The tables next to which such a grid stands that may be more of their rows."""
    owner = {number: reading.id for reading in tables.values() for number in reading.grids}
    order = [grid.number for grid in grids]
    for index, grid in enumerate(grids):
        beside = (*order[max(index - 1, 0) : index], *order[index + 1 : index + 2])
        for name in {owner[number] for number in beside if number in owner and grid.number not in owner}:
            if _may_be_rows(used.table(name), grid):
                yield name


def _may_be_rows(table: FormTable, grid: Grid) -> bool:
    """Figures side by side, and no words but the table's own."""
    rows = ([cell.text.strip() for cell in grid.row(row)] for row in grid.row_numbers())
    if not any(sum(text.isdecimal() for text in row) >= 3 for row in rows):
        return False
    words = _words(grid)
    return not words or any(_names_row(table, cell) for cell in words)


@dataclass(frozen=True, slots=True)
class _Part:
    """What belongs to no table: its words, how many figures stand with them, whether they have a grid of their own."""

    words: tuple[str, ...]
    figures: int
    ruled: bool

    @classmethod
    def of_grid(cls, grid: Grid) -> "_Part":
        words = tuple(cell.text for cell in _words(grid))
        return cls(words, sum(bool(cell.text.strip()) for cell in grid.cells) - len(words), True)

    @classmethod
    def of_lines(cls, lines: Sequence[Paragraph]) -> "_Part":
        """Lines of a word or a figure each: a column alone on its page makes no grid."""
        short = [line.text for line in lines if len(line.text) <= _LONGEST_LABEL]
        return cls(tuple(t for t in short if not looks_like_figure(t)), sum(map(looks_like_figure, short)), False)


def _columns_not_met(table: FormTable, figures: Mapping[str, Figure]) -> list[Line]:
    """The columns of which no figure was found, in blocks of which rows were."""

    def met(row: Line, column: Line) -> bool:
        found = figures.get(f"{table.id}.{row.id}.{column.id}")
        return found is not None and found.state is not State.ABSENT

    blocks = [block for block in table.blocks if any(met(row, column) for row in block.rows for column in block.columns)]
    return [column for block in blocks for column in block.columns if not any(met(row, column) for row in block.rows)]


def _is_cut(grid: Grid) -> bool:
    """Whether words in it are cut off by the page's edge: its columns go on behind."""
    return any(CLIPPED_TEXT in cell.doubts for cell in _words(grid))


def _may_be_columns(table: FormTable, missing: Sequence[Line], part: _Part) -> bool:
    """Figures, below headers of missing columns; in a grid also below none, but with no words beside the table's own."""
    if part.figures < _FEWEST_FIGURES:
        return False
    headed = any(likeness(text, line) >= HEADER for text in part.words for line in missing)
    return all(_is_own(table, text) for text in part.words) and (headed or not part.words) if part.ruled else headed


def _is_own(table: FormTable, text: str) -> bool:
    lines = [line for block in table.blocks for line in (*block.rows, *block.columns)]
    groups = {line.group for line in lines if line.group} | {block.heading for block in table.blocks if block.heading} | {*_ACROSS}
    return any(likeness(text, line) >= HEADER for line in lines) or any(likeness_of_group(text, group) >= LIKELY for group in groups)


def _words(grid: Grid) -> list[Cell]:
    return [cell for cell in grid.cells if cell.text.strip() and not looks_like_figure(cell.text)]


def _names_row(table: FormTable, cell: Cell) -> bool:
    return any(likeness(cell.text, line) >= _LABEL for line in table.rows() if telling(line) or table.id == "disclosure")
