"""Figures that stand in a column of none of the headers: one cell more in each row leaves it open which of them is whose."""

from collections.abc import Mapping, Sequence

from gouji.document.model import Cell
from gouji.recognition.figures import looks_like_figure
from gouji.recognition.normal import plain
from gouji.recognition.square import Squares


def holds_figures(seen: Squares, first: int, column: int) -> bool:
    """Whether the column has figures from row `first` on, and nothing else."""
    texts = [cell.text for row in seen.rows if row >= first and (cell := seen.at(row, column))]
    return any(text.strip() for text in texts) and all(looks_like_figure(text) for text in texts)


def unheaded(seen: Squares, first: int, spans: Mapping[str, range]) -> bool:
    """Whether figures stand in a column that is none of those found, where not all were found."""
    taken = {column for span in spans.values() for column in span}
    return any(holds_figures(seen, first, column) for column in range(seen.width) if column not in taken)


def rows_with_more(seen: Squares, first: int, spans: Mapping[str, range], named: frozenset[int]) -> frozenset[int]:
    """The rows that print more figures than there are headers, where all these were found; `named` are other columns that have one.

    Templates leave blank cells and zeros at the end of their rows: where a column holds nothing else, nothing was moved aside.
    """
    taken = {column for span in spans.values() for column in span}
    start = min(taken, default=seen.width)
    free = [column for column in range(seen.width) if column not in taken | named]
    free = [column for column in free if column > start or (column and _beside_the_figures(seen, first, range(column, start)))]
    more = [cell for column in free for cell in _figures(seen, first, column, taken) if _has_label(seen, cell.row, start)]
    if all(plain(cell.text) == "0" for cell in more):
        return frozenset()
    return frozenset(cell.row for cell in more)


def named_columns(seen: Squares, first: int, spans: Mapping[str, range]) -> frozenset[int]:
    """The columns with a header of their own that is none of the form's; one that lies over the form's, too, is none of theirs."""
    taken = {column for span in spans.values() for column in span}
    above = [cell for cell in seen.grid.cells if cell.row < first and cell.text.strip() and not taken & {*_columns(cell)}]
    return frozenset(column for cell in above for column in _columns(cell) if column > min(taken, default=0) or cell.colspan == 1)


def _beside_the_figures(seen: Squares, first: int, columns: range) -> bool:
    """Whether these columns between the labels and the first header hold figures alone."""
    return all(holds_figures(seen, first, column) for column in columns)


def _has_label(seen: Squares, row: int, start: int) -> bool:
    """Whether words stand in the row before its figures: the figures of Table 4, which may follow in the same grid, have none."""
    return any(cell.column < start and not looks_like_figure(cell.text) for cell in seen.starting(row))


def _figures(seen: Squares, first: int, column: int, taken: set[int]) -> Sequence[Cell]:
    """The figures that stand in this column, none of those that reach under a header from it."""
    cells = [cell for row in seen.rows if row >= first and (cell := seen.at(row, column)) and cell.row == row and cell.column == column]
    return [cell for cell in cells if cell.text.strip() and looks_like_figure(cell.text) and not taken & {*_columns(cell)}]


def _columns(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.colspan)
