"""A document's own table redrawn around what is marked: heads, the marked rows, one row on each side."""

from collections.abc import Iterable, Sequence

from gouji.document.model import Cell, Grid
from gouji.evidence.masking import as_shown
from gouji.evidence.model import Band, Excerpt, ExcerptCell, Mark, Role
from gouji.place import Place
from gouji.recognition.square import Squares, squares

_AROUND = 1
_MOST_HEADS = 4


def excerpts(grids: Iterable[Grid], marks: Sequence[Mark], bands: Sequence[Band]) -> list[Excerpt]:
    """One excerpt for each grid in which something is marked."""
    found = []
    for grid in grids:
        roles = _roles(grid, marks, bands)
        if roles:
            found.append(_excerpt(grid, roles, _first_row(grid, bands)))
    return found


def _roles(grid: Grid, marks: Sequence[Mark], bands: Sequence[Band]) -> dict[tuple[int, int], Role]:
    """The squares of the grid that are marked."""
    roles: dict[tuple[int, int], Role] = {}
    for mark in marks:
        cell = _in_line(grid, mark, bands) if mark.place.line is not None else _at(grid, mark)
        if cell is not None and roles.get((cell.row, cell.column)) != "spoken":
            roles[cell.row, cell.column] = mark.role
    return roles


def _at(grid: Grid, mark: Mark) -> Cell | None:
    place = mark.place
    if place.table != grid.number or place.row is None or place.column is None:
        return None
    return next((cell for cell in grid.cells if cell.place == place), grid.covering(place.row - 1, place.column - 1))


def _in_line(grid: Grid, mark: Mark, bands: Sequence[Band]) -> Cell | None:
    """The cell of a row of text: its figures stand together, as they were read, before nothing but blanks."""
    row = sorted((cell for cell in grid.cells if cell.place.line == mark.place.line), key=lambda cell: cell.column)
    band = next((band for band in bands if band.place.line == mark.place.line), None)
    if not row or band is None:
        return None
    count = len(band.texts)
    for start in range(len(row) - count, -1, -1):
        if tuple(cell.text for cell in row[start : start + count]) == band.texts:
            return row[start + mark.order]
    return None


def _first_row(grid: Grid, bands: Sequence[Band]) -> int:
    """The first row of figures; what stands above it are heads."""
    figures = {_row(band.place) for band in bands}
    return min((cell.row for cell in grid.cells if _row(cell.place) in figures), default=0)


def _row(place: Place) -> tuple[int | None, ...]:
    return place.table, place.row, place.line


def _excerpt(grid: Grid, roles: dict[tuple[int, int], Role], first: int) -> Excerpt:
    seen = squares(grid)
    heads = [row for row in seen.rows if row < first][-_MOST_HEADS:]
    near = {row + step for row, _ in roles for step in range(-_AROUND, _AROUND + 1)}
    chosen = [row for row in seen.rows if row in heads or (row >= first and row in near)]
    rows = tuple(tuple(_cells(seen, chosen, index, roles, first)) for index in range(len(chosen)))
    gaps = frozenset(i for i in range(1, len(chosen)) if chosen[i] != chosen[i - 1] + 1)
    return Excerpt(rows, gaps)


def _cells(seen: Squares, chosen: Sequence[int], index: int, roles: dict[tuple[int, int], Role], first: int) -> Iterable[ExcerptCell]:
    """The cells to draw in this row: those that begin in it, and those that reach into it over rows left out."""
    row = chosen[index]
    for cell in seen.across(row, range(seen.width)):
        shown = [r for r in chosen if cell.row <= r < cell.row + cell.rowspan]
        if shown[0] != row:
            continue
        role = roles.get((cell.row, cell.column))
        yield ExcerptCell(as_shown(cell.text), len(shown), cell.colspan, role, row < first or _is_label(cell))


def _is_label(cell: Cell) -> bool:
    return len(cell.text.strip()) > 2 and not any(sign.isdigit() for sign in cell.text[-1:])
