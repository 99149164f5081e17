"""HTML tables resolved to grids: spans laid out, layout tables told from tables of figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gouji.document import doubts
from gouji.document.html.tree import is_shown, text_of
from gouji.document.model import Cell, Grid
from gouji.errors import UnreadableDocument
from gouji.place import Place
from gouji.words import words

MOST_SQUARES = 100_000
_WIDEST_SPAN = 1_000
_LONGEST_CELL = 800  # the longest label of the form has some forty characters; a cell of an article's length is layout
_UNREAD = "\ufffd"  # something is shown in the cell that is not text; a blank would be a wrong reading


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell with its place on the grid."""

    node: LexborNode
    row: int
    column: int
    rowspan: int
    colspan: int


def is_data(table: LexborNode) -> bool:
    """Whether the table holds data: no table inside, two columns at least, and no cell as long as an article."""
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return False
    rows = _rows(table)
    if max((len(_cells(row)) for row in rows), default=0) < 2:
        return False
    return all(len(text_of(cell)) <= _LONGEST_CELL for row in rows for cell in _cells(row))


def grid_of(table: LexborNode, number: int) -> Grid:
    """The table as a grid, its cells placed by table, row and column."""
    return Grid(tuple(_cell(spot, number) for spot in _laid_out(_rows(table))), number)


def _rows(table: LexborNode) -> list[LexborNode]:
    """The rows that belong to this table itself."""
    rows = []
    for child in table.iter():
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(row for row in child.iter() if row.tag == "tr")
    return [row for row in rows if is_shown(row)]


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th") and is_shown(cell)]


def _laid_out(rows: Sequence[LexborNode]) -> Iterator[_Spot]:
    taken: set[tuple[int, int]] = set()
    for row, element in enumerate(rows):
        column = 0
        for cell in _cells(element):
            while (row, column) in taken:
                column += 1
            colspan = min(_span(cell, "colspan") or 1, _WIDEST_SPAN)
            rowspan = min(_span(cell, "rowspan") or len(rows), len(rows) - row)  # 0 means all the rows left
            if len(taken) + rowspan * colspan > MOST_SQUARES:
                raise UnreadableDocument(words("reading.html-table-too-big", limit=MOST_SQUARES))
            taken.update((r, c) for r in range(row, row + rowspan) for c in range(column, column + colspan))
            yield _Spot(cell, row, column, rowspan, colspan)
            column += colspan


def _span(cell: LexborNode, name: str) -> int:
    """The number written; 1 where none is, as browsers do."""
    text = (cell.attributes.get(name) or "1").strip()
    return int(text[:6]) if text.isascii() and text[:6].isdigit() else 1


def _cell(spot: _Spot, table: int) -> Cell:
    text, found = _printed(spot.node)
    place = Place(table=table, row=spot.row + 1, column=spot.column + 1)
    return Cell(text, spot.row, spot.column, place, spot.rowspan, spot.colspan, found)


def _printed(cell: LexborNode) -> tuple[str, tuple[str, ...]]:
    """The cell's text and what makes it doubtful."""
    text = text_of(cell)
    found = doubts.doubts_of(text)
    if cell.css_first("sup, sub") and doubts.is_figure(plain := text_of(cell, without=frozenset({"sup", "sub"}))):
        text, found = plain, doubts.joined(found, (doubts.FOOTNOTE_MARK,))
    if any(not is_shown(inner) and inner.tag != "-comment" and _has_words(inner) for inner in cell.css("[hidden], [style]")):
        found = doubts.joined(found, (doubts.HIDDEN_TEXT,))
    if not text and _shows_more(cell):
        return _UNREAD, doubts.joined(found, (doubts.REPLACEMENT_CHARACTER,))
    return text, found


def _has_words(node: LexborNode) -> bool:
    return bool((node.text() or "").strip())


def _shows_more(cell: LexborNode) -> bool:
    """Whether the cell shows a picture, or a field with something in it."""
    fields = [field for field in cell.css("input") if (field.attributes.get("type") or "text").lower() != "hidden"]
    return any((field.attributes.get("value") or "").strip() for field in fields) or any(
        not is_spacer(image) for image in cell.css("img, canvas, svg")
    )


def is_spacer(image: LexborNode) -> bool:
    """Whether the image is only there to keep room."""
    sizes = [(image.attributes.get(side) or "").removesuffix("px") for side in ("width", "height")]
    return any(size.isascii() and size.isdigit() and int(size) <= 3 for size in sizes)
