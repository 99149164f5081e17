"""The cells of a row each with its header, where their edges do not meet: a table whose rows were drawn one by one."""

from collections.abc import Mapping, Sequence

from gouji.document.model import Cell
from gouji.recognition.square import Squares

_MEET = 0.75  # of both widths together; drawn row by row, sides were met up to a sixth of a cell apart
Heads = Mapping[str, Cell]


def in_pairs(header: Sequence[Cell], heads: Heads, values: Sequence[Cell], seen: Squares, row: int) -> dict[str, Cell]:
    """The row's cell of each header, in the same order, though their spans differ (met in 1+1+2+1 over 1+2+1+1); none where that is unsure.

    No cell may stand over two whole headers, and none reach down from the row above.
    """
    values, header = _up_to_the_last_head(values, header), _up_to_the_last_head(header, header)
    header = [cell for cell in header if cell in heads.values() or cell.column > header[0].column]
    if any(sum(_covers(value, head) for head in heads.values()) > 1 for value in values) or _reached_from_above(heads, seen, row):
        return {}
    named, filled = ([cell for cell in cells if cell.text.strip()] for cells in (header, values))
    if len(named) > len(heads):  # a header stands among them that is none of the row's
        return {}
    names = sorted(heads, key=lambda name: heads[name].column)
    if _are_alike(values, header):
        return dict(zip(names, filled, strict=True))
    if len(header) > len(heads):  # a heading is blank, and what stands under it may be of it
        return {}
    if len(filled) == len(heads) and all(map(is_over, filled, header)):
        return dict(zip(names, filled, strict=True))
    if len(values) == len(heads) and all(map(_is_drawn_under, values, header)):
        return dict(zip(names, values, strict=True))
    return {}


def is_over(cell: Cell, head: Cell) -> bool:
    """Whether both cover a column in common."""
    return cell.column < head.column + head.colspan and head.column < cell.column + cell.colspan


def _are_alike(values: Sequence[Cell], header: Sequence[Cell]) -> bool:
    """Whether there are as many cells as headers, blank only where a header is."""
    return [bool(cell.text.strip()) for cell in values] == [bool(cell.text.strip()) for cell in header]


def _is_drawn_under(value: Cell, head: Cell) -> bool:
    """Whether the cells' sides all but meet on the page; one merged with half of the next, whose other half is blank, is drawn wider."""
    one, other = value.place.bbox, head.place.bbox
    if one is None or other is None:
        return False
    shared = min(one[2], other[2]) - max(one[0], other[0])
    return shared >= _MEET * (max(one[2], other[2]) - min(one[0], other[0]))


def _covers(value: Cell, head: Cell) -> bool:
    return value.column <= head.column and head.column + head.colspan <= value.column + value.colspan


def _reached_from_above(heads: Heads, seen: Squares, row: int) -> bool:
    first = min(head.column for head in heads.values())
    return any(cell.row < row for cell in seen.across(row, range(first, seen.width)))


def _up_to_the_last_head(cells: Sequence[Cell], header: Sequence[Cell]) -> list[Cell]:
    """The cells without the blanks right of the last heading: those belong to a wider table on the same sheet."""
    end = max((cell.column + cell.colspan for cell in header if cell.text.strip()), default=0)
    return [cell for cell in cells if cell.text.strip() or cell.column < end]
