"""A statutory table as rows of cells, and what may be taken out of it or put into it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from samples.grids import GridCell

TABLES = ("disclosure", "applications", "proceedings")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as rows of cells; a cell's `figure` is what it prints, whatever is done to its place.

    `worn` has merged or shifted cells: flattened or cut, nobody could tell any more what they print. `part` is one page's:
    columns exchanged or added on one page alone nobody could tell either. `doubled` has a row twice.
    """

    table: str
    cells: tuple[GridCell, ...]
    ragged: bool = False
    worn: bool = False
    part: bool = False
    doubled: bool = False

    @property
    def rows(self) -> int:
        return max(cell.row + cell.rowspan for cell in self.cells)

    @property
    def width(self) -> int:
        return max(cell.column + cell.colspan for cell in self.cells)

    @property
    def figure_rows(self) -> list[int]:
        return sorted({cell.row for cell in self.cells if cell.figure})

    @property
    def figure_columns(self) -> list[int]:
        return sorted({cell.column for cell in self.cells if cell.figure})

    @property
    def label_columns(self) -> int:
        """How many columns stand left of the figures."""
        return min((cell.column for cell in self.cells if cell.figure), default=0)

    def changed(self, change: Callable[[GridCell], GridCell | None]) -> "Sheet":
        return replace(self, cells=tuple(new for cell in self.cells if (new := change(cell))))


Mutation = Callable[[Sheet, Random], list[Sheet]]


def pick(choices: Sequence[int], random: Random) -> int | None:
    return random.choice(choices) if choices else None


def without_rows(sheet: Sheet, gone: Sequence[int]) -> Sheet:
    def change(cell: GridCell) -> GridCell | None:
        kept = [r for r in range(cell.row, cell.row + cell.rowspan) if r not in gone]
        if not kept:
            return None
        return replace(cell, row=kept[0] - sum(g < kept[0] for g in gone), rowspan=len(kept))

    return sheet.changed(change)


def without_column(sheet: Sheet, gone: int) -> Sheet:
    def change(cell: GridCell) -> GridCell | None:
        kept = [c for c in range(cell.column, cell.column + cell.colspan) if c != gone]
        if not kept:
            return None
        return replace(cell, column=kept[0] - (gone < kept[0]), colspan=len(kept))

    return sheet.changed(change)


def with_row(sheet: Sheet, at: int, cells: Sequence[GridCell]) -> Sheet:
    """The sheet with these cells as a new row; merged cells grow over it."""

    def change(cell: GridCell) -> GridCell:
        if cell.row >= at:
            return replace(cell, row=cell.row + 1)
        return replace(cell, rowspan=cell.rowspan + 1) if cell.row + cell.rowspan > at else cell

    moved = sheet.changed(change)
    covered = {c for cell in moved.cells if cell.row < at < cell.row + cell.rowspan for c in range(cell.column, cell.column + cell.colspan)}
    free = tuple(cell for cell in cells if cell.column not in covered)
    return replace(moved, cells=(*moved.cells, *free))


def with_column(sheet: Sheet, at: int, texts: Callable[[int], GridCell | None]) -> Sheet:
    def change(cell: GridCell) -> GridCell:
        if cell.column >= at:
            return replace(cell, column=cell.column + 1)
        return replace(cell, colspan=cell.colspan + 1) if cell.column + cell.colspan > at else cell

    moved = sheet.changed(change)
    covered = {r for cell in moved.cells if cell.column < at < cell.column + cell.colspan for r in range(cell.row, cell.row + cell.rowspan)}
    new = tuple(cell for row in range(sheet.rows) if row not in covered and (cell := texts(row)))
    return replace(moved, cells=(*moved.cells, *new))
