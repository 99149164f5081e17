"""Word tables resolved to grids: what each cell covers, and which tables only lay out a page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.document import doubts
from gouji.document.parts import Element, child, is_on, kind, number, value, within
from gouji.errors import UnreadableDocument
from gouji.words import words

MOST_SQUARES = 100_000
_WIDEST_SPAN = 1_000  # Word itself ends at 63 columns
_LONGEST_CELL = 800  # the longest label of the form has some forty characters; a cell of an article's length is layout
_THROUGH = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})


@dataclass(slots=True)
class Spot:
    """A cell with its place on the grid; a merge down makes it longer while later rows are met."""

    node: Element
    row: int
    column: int
    colspan: int
    rowspan: int = 1
    doubts: tuple[str, ...] = ()


def is_data(table: Element) -> bool:
    """Whether the table holds data: two columns at least, no cell as long as an article, no table inside that is larger than itself."""
    cells = [own for _, own in rows_and_cells(table)]
    if max((len(row) for row in cells), default=0) < 2:
        return False
    own = sum(len(row) for row in cells)
    if any(own <= sum(1 for _ in within(inner, "w:tc")) for row in cells for cell in row for inner in within(cell, "w:tbl")):
        return False
    return all(len(_words(cell)) <= _LONGEST_CELL for row in cells for cell in row)


def rows_and_cells(table: Element) -> Iterator[tuple[Element, list[Element]]]:
    """The rows that a reader sees, each with its cells."""
    for row in _through(table, "w:tr"):
        if not _is_gone(row):
            yield row, list(_through(row, "w:tc"))


def has_deleted_rows(table: Element) -> bool:
    """Whether rows are there that go once their deletion is accepted; a reader may still see them struck out."""
    return any(child(row, "w:trPr", "w:del") is not None for row in _through(table, "w:tr"))


def laid_out(table: Element) -> list[Spot]:
    """The cells on the grid."""
    spots: list[Spot] = []
    merges: dict[int, Spot] = {}
    widths = []
    for row, (element, cells) in enumerate(rows_and_cells(table)):
        column = _skipped(element, "w:gridBefore")
        for cell in cells:
            _put(spots, merges, Spot(cell, row, column, span := _span(cell)))
            column += span
        widths.append(column + _skipped(element, "w:gridAfter"))
        if sum(widths) > MOST_SQUARES:
            raise UnreadableDocument(words("reading.table-too-big", limit=MOST_SQUARES))
    widest = max(widths, default=0)
    return [_doubted(spot, widths, widest) for spot in spots]


def _put(spots: list[Spot], merges: dict[int, Spot], spot: Spot) -> None:
    """The cell takes its place, or makes that longer which it continues; `merges` holds what each column may go on with."""
    properties = child(spot.node, "w:tcPr")
    down = child(properties, "w:vMerge")
    if value(properties, "w:hMerge") == "continue" and spots and spots[-1].row == spot.row:
        spots[-1].colspan += spot.colspan
        return
    above = merges.get(spot.column)
    if down is not None and value(down) in (None, "continue"):
        if above and above.row + above.rowspan == spot.row and above.colspan == spot.colspan:
            above.rowspan += 1
            if _words(spot.node).strip():
                above.doubts = (doubts.HIDDEN_TEXT,)
            return
        spot.doubts = (doubts.UNEVEN_ROWS,)
    if child(properties, "w:cellDel") is not None or child(properties, "w:cellMerge") is not None:
        spot.doubts = (*spot.doubts, doubts.TRACKED_CHANGE)
    for column in range(spot.column, spot.column + spot.colspan):
        merges.pop(column, None)
    if down is not None:
        merges[spot.column] = spot
    spots.append(spot)


def _doubted(spot: Spot, widths: Sequence[int], widest: int) -> Spot:
    """A row that ends before the others is drawn by widths in the file, and may not stand under the columns that it counts to."""
    if widths[spot.row] < widest:
        spot.doubts = (*spot.doubts, doubts.UNEVEN_ROWS)
    return spot


def _through(container: Element, name: str) -> Iterator[Element]:
    """The elements of this name that belong to the container itself, through what a reader does not see."""
    for node in container:
        if kind(node) == name:
            yield node
        elif kind(node) in _THROUGH:
            yield from _through(node, name)


def _is_gone(row: Element) -> bool:
    """Whether the row is deleted, or hidden."""
    properties = child(row, "w:trPr")
    return child(properties, "w:del") is not None or is_on(child(properties, "w:hidden"))


def _span(cell: Element) -> int:
    span = max(1, number(cell, "w:tcPr", "w:gridSpan", default=_unread_span(cell)))
    if span > _WIDEST_SPAN:
        raise UnreadableDocument(words("reading.table-too-big", limit=MOST_SQUARES))
    return span


def _unread_span(cell: Element) -> int:
    """A span that is too long to be a number is no span of one."""
    return 1 if len(value(cell, "w:tcPr", "w:gridSpan") or "") < 10 else _WIDEST_SPAN + 1


def _skipped(row: Element, name: str) -> int:
    return min(max(0, number(row, "w:trPr", name)), _WIDEST_SPAN)


def _words(cell: Element) -> str:
    return "".join(text.text or "" for text in within(cell, "w:t"))
