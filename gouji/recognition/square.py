"""A grid seen as squares: what covers each, in constant time."""

from dataclasses import dataclass

from gouji.document.model import Cell, Grid


@dataclass(frozen=True, slots=True)
class Squares:
    """Every square of a grid with the cell that covers it."""

    grid: Grid
    cells: dict[tuple[int, int], Cell]
    rows: tuple[int, ...]
    width: int

    def at(self, row: int, column: int) -> Cell | None:
        return self.cells.get((row, column))

    def across(self, row: int, columns: range) -> list[Cell]:
        """The different cells that cover these columns of a row, left to right."""
        found = self.cells
        return list({id(cell): cell for column in columns if (cell := found.get((row, column)))}.values())

    def starting(self, row: int) -> list[Cell]:
        """The cells that begin in this row, left to right."""
        return [c for c in self.across(row, range(self.width)) if c.row == row]


def squares(grid: Grid) -> Squares:
    cells = {
        (row, column): cell
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    width = max((column + 1 for _, column in cells), default=0)
    return Squares(grid, cells, tuple(sorted({row for row, _ in cells})), width)


def overlaps(grid: Grid) -> bool:
    """Whether two cells of the grid cover the same square."""
    return sum(cell.rowspan * cell.colspan for cell in grid.cells) > len(squares(grid).cells)
