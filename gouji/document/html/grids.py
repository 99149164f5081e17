"""HTML tables resolved to grids: spans laid out, layout tables told from tables of figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gouji.document import doubts
from gouji.document.html.tree import DOUBT, is_shown, is_struck, text_of
from gouji.document.model import Cell, Grid
from gouji.errors import UnreadableDocument
from gouji.place import Place
from gouji.words import words

MOST_SQUARES = 100_000
_WIDEST_SPAN = 1_000
_LONGEST_CELL = 800  # the longest label of the form has some forty characters; a cell of an article's length is layout
_ROWS_OF_A_SHEET, _CELLS_OF_A_ROW = 10, 4
_BETWEEN = 1
_GROUPS = {"thead": 0, "tbody": _BETWEEN, "tfoot": 2}
_UNREAD = "\ufffd"  # something is shown in the cell that is not text; a blank would be a wrong reading
_NEVER_TEXT = frozenset({"script", "style", "template", "noscript", "-comment", "iframe", "object"})
_PLACEHOLDER = "mso-cell-special:placeholder"
_OWN_SIGNS = re.compile("[\ue000-\uf8ff]")
_PICTURE = re.compile(r"background[a-z-]*\s*:[^;]*url\(", re.IGNORECASE)
# Cells with none of these in them, nearly all, show their text and nothing else.
_ANYTHING_SPECIAL = f"[style], [hidden], [{DOUBT}], sup, sub, del, s, strike, img, canvas, svg, object, embed, iframe, video"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell with its place on the grid."""

    node: LexborNode
    row: int
    column: int
    rowspan: int
    colspan: int


def is_data(table: LexborNode) -> bool:
    """Whether the table holds data: no table inside, two columns at least, and no cell as long as an article but alone in a sheet."""
    rows = [row for group in _rows(table) for row in group]
    if any(child.css_first("table") for row in rows for child in row.iter()):
        return False
    cells = [_cells(row) for row in rows]
    if max(map(len, cells), default=0) < 2:
        return False
    long = [row for row in cells if any(len(text_of(cell)) > _LONGEST_CELL for cell in row)]
    return not long or (_is_sheet(cells) and all(sum(map(_has_words, row)) == 1 for row in long))


def _is_sheet(rows: Sequence[Sequence[LexborNode]]) -> bool:
    """Whether so many rows have so many cells that a paragraph among them stands in a sheet and not in a layout."""
    return sum(len(row) >= _CELLS_OF_A_ROW for row in rows) >= _ROWS_OF_A_SHEET


def grid_of(table: LexborNode, number: int) -> Grid:
    """The table as a grid, its cells placed by table, row and column."""
    return Grid(tuple(_cell(spot, number) for spot in _meant(_rows(table))), number)


def _meant(groups: Sequence[Sequence[LexborNode]]) -> list[_Spot]:
    """The cells laid out as browsers do; without the rows that have no cell where only then every row is as wide as the table.

    LibreOffice writes such a row after each of its rows and does not count it in its spans.
    """
    spots = list(_laid_out(groups))
    filled = [[row for row in group if _cells(row)] for group in groups]
    if sum(map(len, filled)) == sum(map(len, groups)) or _is_whole(spots):
        return spots
    others = list(_laid_out(filled))
    return others if _is_whole(others) else spots


def _is_whole(spots: Sequence[_Spot]) -> bool:
    """Whether in each row in which a cell begins the squares are all taken, and none twice."""
    width = max((spot.column + spot.colspan for spot in spots), default=0)
    squares: dict[int, int] = {}
    for spot in spots:
        for row in range(spot.row, spot.row + spot.rowspan):
            squares[row] = squares.get(row, 0) + spot.colspan
    return all(squares[row] == width for row in {spot.row for spot in spots})


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    """The rows that belong to this table itself, in their groups: the first head above and the first foot below, wherever written."""
    groups: list[tuple[int, list[LexborNode]]] = []
    for child in table.iter():
        if child.tag in _GROUPS and is_shown(child):
            first = all(place != _GROUPS[child.tag] for place, _ in groups)
            rows = [row for row in child.iter() if row.tag == "tr" and is_shown(row) and not _is_measure(row)]
            groups.append((_GROUPS[child.tag] if first else _BETWEEN, rows))
    return [rows for _, rows in sorted(groups, key=lambda group: group[0])]


def _is_measure(row: LexborNode) -> bool:
    """Whether the row only keeps the columns' widths, as Word writes one of no height below a table whose cells are merged unevenly."""
    return row.attributes.get("height") == "0" and not _has_words(row)


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th") and is_shown(cell) and not _is_placeholder(cell)]


def _is_placeholder(cell: LexborNode) -> bool:
    """Whether Word fills the row up with it where the table has no cell: it has no borders there."""
    return _PLACEHOLDER in (cell.attributes.get("style") or "") and not _has_words(cell)


def _laid_out(groups: Sequence[Sequence[LexborNode]]) -> Iterator[_Spot]:
    taken: set[tuple[int, int]] = set()
    row = 0
    for group in groups:
        below = row + len(group)
        for element in group:
            yield from _row_laid_out(element, row, below, taken)
            row += 1


def _row_laid_out(element: LexborNode, row: int, below: int, taken: set[tuple[int, int]]) -> Iterator[_Spot]:
    """The row's cells in the squares that are free; nothing spans over the end of its group of rows, as browsers have it."""
    column = 0
    for cell in _cells(element):
        while (row, column) in taken:
            column += 1
        colspan = min(_span(cell, "colspan") or 1, _WIDEST_SPAN)
        rowspan = min(_span(cell, "rowspan") or below, below - row)  # 0 means all the rows left
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
    found = doubts.joined(doubts.doubts_of(text), _noted(cell))
    if not cell.css_first(_ANYTHING_SPECIAL):
        return (text or _UNREAD, found) if doubts.GENERATED_TEXT in found else (text, found)
    if cell.css_first("sup, sub") and doubts.is_figure(plain := text_of(cell, without=_is_raised)):
        text, found = plain, doubts.joined(found, (doubts.FOOTNOTE_MARK,))
    if cell.css_first("del, s, strike, [style*=through]") and (plain := text_of(cell, without=is_struck)) != text:
        text, found = plain or text, doubts.joined(found, (doubts.STRUCK_TEXT,))
    if any(not is_shown(inner) and inner.tag not in _NEVER_TEXT and _has_words(inner) for inner in cell.css("*")):
        found = doubts.joined(found, (doubts.HIDDEN_TEXT,))
    if _shows_more(cell) or (doubts.GENERATED_TEXT in found and not text):
        return text or _UNREAD, doubts.joined(found, (doubts.IMAGE if text else doubts.REPLACEMENT_CHARACTER,))
    return text, found


def _is_raised(node: LexborNode) -> bool:
    return node.tag in ("sup", "sub")


def _noted(cell: LexborNode) -> Iterator[str]:
    """The doubts that the page's own styles raise on the cell or on something in it, and signs that only a font of its own can show."""
    for node in (cell, *cell.css(f"[{DOUBT}]")):
        yield from (node.attributes.get(DOUBT) or "").split()
    if _OWN_SIGNS.search(cell.text() or ""):
        yield doubts.UNMAPPED_FONT


def _has_words(node: LexborNode) -> bool:
    return bool((node.text() or "").strip())


def _shows_more(cell: LexborNode) -> bool:
    """Whether the cell shows a picture beside its text."""
    pictures = (
        image for image in cell.css("img, canvas, svg, object, embed, iframe, video") if not is_spacer(image) and not _is_off(image)
    )
    return any(pictures) or any(
        _PICTURE.search(node.attributes.get("style") or "") and is_shown(node) and not _has_words(node) for node in cell.css("[style]")
    )


def _is_off(image: LexborNode) -> bool:
    attributes = image.attributes
    return (
        "hidden" in attributes or "none" in (attributes.get("style") or "") or (image.tag in ("img", "embed") and not attributes.get("src"))
    )


def is_spacer(image: LexborNode) -> bool:
    """Whether the image is only there to keep room."""
    sizes = [(image.attributes.get(side) or "").removesuffix("px") for side in ("width", "height")]
    return any(size.isascii() and size.isdigit() and int(size) <= 3 for size in sizes)
