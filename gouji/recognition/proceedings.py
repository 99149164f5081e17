"""Table 4 (表四): three tracks of five outcomes, as one row of fifteen figures, or turned: by tracks or by outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gouji.document.doubts import joined
from gouji.document.model import Cell, Grid
from gouji.form.model import FormTable, Line
from gouji.recognition.figures import COLUMN_WITHOUT_LABEL, ROW_TWICE, figure, looks_like_figure, shared
from gouji.recognition.square import Squares, squares
from gouji.recognition.tracks import Found, flat_row, one_row, spread_row, turned
from gouji.report import Figure, TableReading


@dataclass(slots=True)
class _Met:
    """What these grids gave, by track.outcome."""

    cells: dict[str, tuple[Cell, ...]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    whole: tuple[str, ...] = ()

    def add(self, found: Found) -> None:
        """A further grid's figures; what is printed in both and differs is in doubt."""
        for name, cells in found.cells.items():
            own = self.cells.setdefault(name, cells)
            again = [cell.text for cell in own] != [cell.text for cell in cells]
            self.doubts[name] = (*self.doubts.get(name, ()), *((ROW_TWICE,) if again else ()))
        for name, doubts in found.doubts.items():
            self.doubts[name] = joined(self.doubts.get(name, ()), doubts)
        self.printed |= {name: text for name, text in found.printed.items() if name not in self.printed}
        self.whole = joined(self.whole, found.whole)


def read_proceedings(table: FormTable, grids: Sequence[Grid]) -> tuple[TableReading, dict[str, Figure]]:
    """The table as met in these grids, and its fifteen figures."""
    met = _Met()
    for grid in grids:
        met.add(_found(table, squares(grid)))
    names = [(track, column) for track in table.rows() for column in table.columns_of(track.id)]
    figures = {f"{table.id}.{t.id}.{c.id}": _figure(f"{table.id}.{t.id}.{c.id}", c, met) for t, c in names}
    rows = {t.id: t.label for t in table.rows() if any(f"{t.id}.{c.id}" in met.cells for c in table.columns_of(t.id))}
    if len(met.cells) < len(names) and (any(met.doubts.values()) or not met.cells):
        met.whole = joined(met.whole, (COLUMN_WITHOUT_LABEL,))
    place = next((own[0].place for own in met.cells.values() if own), None)
    return TableReading(table.id, tuple(g.number for g in grids), place, rows, met.printed, (), met.whole), figures


def _figure(name: str, column: Line, met: _Met) -> Figure:
    key = name.split(".", 1)[1]
    own = met.cells.get(key, ())
    if own and (own[0].rowspan > 1 or sum(other == own for other in met.cells.values()) > 1):
        return shared(name, own[0])
    return figure(name, column, own, met.doubts.get(key, ()))


def _found(table: FormTable, seen: Squares) -> Found:
    """The figures of one grid, by whichever way of drawing the table fits it."""
    ways = (turned, flat_row) if seen.grid.ragged else (turned, one_row, spread_row, flat_row)
    return next((found for way in ways if (found := way(table, seen))), Found())


def names_in_grid(table: FormTable, grid: Grid) -> frozenset[str]:
    """The track.outcome names of the figures that this grid prints."""
    return frozenset(_found(table, squares(grid)).cells)


def prints_fifteen(grid: Grid) -> bool:
    """Whether the grid has exactly one row of as many figures as the table, which may be the table without its header."""
    rows = [[cell for cell in grid.row(row) if looks_like_figure(cell.text)] for row in grid.row_numbers()]
    return [len(row) for row in rows if sum(bool(cell.text.strip()) for cell in row) > 1] == [15]
