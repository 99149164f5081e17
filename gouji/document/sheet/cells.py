"""The cells of a sheet as it shows them, hidden rows and columns left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from gouji.document import doubts
from gouji.document.parts import Element, child, kind, whole, within
from gouji.document.sheet.book import Book, Rich, Sheet, rich
from gouji.document.sheet.display import shown
from gouji.errors import UnreadableDocument
from gouji.words import words

MOST_CELLS = 100_000
MOST_MERGES = 10_000
MOST_PICTURES = 1_000
UNREAD = "\ufffd"
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_NUMBER = re.compile(r"-?\d{1,17}(?:\.\d{1,30})?(?:[Ee][+-]?\d{1,2})?")  # a double written out has up to that many digits
_LAST_COLUMN = 16_384

Spot = tuple[int, int]  # row and column as the sheet numbers them, from 1


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell as shown; `ruled` where a rule is drawn on a side of it; `line` where the sheet is a text, the number of its line."""

    text: str
    doubts: tuple[str, ...] = ()
    ruled: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """What one sheet shows: its cells, merges by their first cell, what is hidden, and what stands there that is no text."""

    cells: dict[Spot, Shown]
    merges: dict[Spot, Spot]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    unread: tuple[str, ...]


def look_at(book: Book, sheet: Sheet) -> Seen:
    """The sheet as shown."""
    rows = frozenset(row for row, element in _rows(sheet.root) if _is_hidden(element, "ht"))
    columns = frozenset(column for node in within(sheet.root, "x:col") if _is_hidden(node, "width") for column in _columns(node))
    zeros = not any(view.get("showZeros") in ("0", "false") for view in within(sheet.root, "x:sheetView"))
    stored = {spot: _shown(book, node, zeros) for spot, node in _stored(sheet.root)}
    merges = dict(_merges(sheet.root))
    cells = {spot: cell for spot, cell in stored.items() if spot[0] not in rows and spot[1] not in columns}
    lost = any(cell.text for spot, cell in stored.items() if spot not in cells)
    pictures = tuple(islice(_pictures(book, sheet), MOST_PICTURES))
    for first, last in pictures:
        cells |= {spot: _covered(cell) for spot, cell in cells.items() if _is_within(spot, first, last) and cell.ruled and not cell.text}
    unread = (*((doubts.HIDDEN_TEXT,) if lost else ()), *((doubts.IMAGE,) if pictures else ()))
    return Seen(cells, merges, rows, columns, unread)


def _rows(root: Element) -> Iterator[tuple[int, Element]]:
    """The rows in the file with their numbers; one without a number follows the one before."""
    row = 0
    for element in within(root, "x:row"):
        row = whole(element.get("r"), row + 1)
        yield row, element


def _stored(root: Element) -> Iterator[tuple[Spot, Element]]:
    count = 0
    for row, element in _rows(root):
        column = 0
        for node in element:
            if kind(node) == "x:c":
                column = _spot(node.get("r") or "", (row, column + 1))[1]
                count += 1
                yield (row, column), node
        if count > MOST_CELLS:
            raise UnreadableDocument(words("reading.table-too-big", limit=MOST_CELLS))


def _spot(reference: str, default: Spot) -> Spot:
    """Row and column of a reference such as C12."""
    match = _REFERENCE.fullmatch(reference.replace("$", ""))
    if not match:
        return default
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), min(column, _LAST_COLUMN)


def _is_hidden(node: Element, size: str) -> bool:
    """Whether the row or column is hidden, or has no height or width."""
    return node.get("hidden") in ("1", "true") or node.get(size) in ("0", "0.0")


def _columns(node: Element) -> range:
    return range(whole(node.get("min"), 1), min(whole(node.get("max"), 1), _LAST_COLUMN) + 1)


def _merges(root: Element) -> Iterator[tuple[Spot, Spot]]:
    for count, node in enumerate(within(root, "x:mergeCell")):
        if count >= MOST_MERGES:
            raise UnreadableDocument(words("reading.table-too-big", limit=MOST_CELLS))
        first, _, last = (node.get("ref") or "").partition(":")
        start = _spot(first, (0, 0))
        if start != (0, 0):
            yield start, _spot(last, start)


def _shown(book: Book, node: Element, zeros: bool) -> Shown:
    style = book.style(node.get("s"))
    pieces, found = _content(book, node, style.form, zeros)
    text = "".join(text for text, _ in pieces).strip()
    found = doubts.joined(found, doubts.doubts_of(text))
    plain = "".join(text for text, raised in pieces if not raised).strip()
    if plain != text and doubts.is_figure(plain):
        text, found = plain, doubts.joined(found, (doubts.FOOTNOTE_MARK,))
    if not text and style.struck:
        text, found = UNREAD, doubts.joined(found, (doubts.IMAGE,))
    return Shown(text, found, style.ruled)


def _content(book: Book, node: Element, form: str, zeros: bool) -> tuple[Rich, tuple[str, ...]]:
    """The cell's text in pieces, and what its kind makes doubtful. A formula is not calculated: what it gave is stored, or unknown."""
    formula, stored = child(node, "x:f") is not None, child(node, "x:v")
    raw = (stored.text or "").strip() if stored is not None else ""
    found = (doubts.NOT_CALCULATED,) if formula and book.recalculates else ()
    match node.get("t"):
        case "inlineStr":
            inline = child(node, "x:is")
            return (tuple(rich(inline)) if inline is not None else ()), ()
        case "s":
            index = whole(raw, -1)
            return (book.strings[index], ()) if 0 <= index < len(book.strings) else (((UNREAD, False),), (doubts.REPLACEMENT_CHARACTER,))
        case "str" | "e" | "d" if raw:
            return ((stored.text if stored is not None and stored.text else raw, False),), found
        case "b" if raw:
            return (("TRUE" if raw == "1" else "FALSE", False),), found
    if not raw:
        return (((UNREAD, False),), (doubts.NOT_CALCULATED,)) if formula else ((), ())
    text, own = _number(raw, form, zeros, book.from_1904)
    return ((text, False),), (*found, *own)


def _number(raw: str, form: str, zeros: bool, from_1904: bool) -> tuple[str, tuple[str, ...]]:
    """The number as its format shows it; as stored, and doubted, where we cannot follow the format."""
    if not _NUMBER.fullmatch(raw):
        return raw, (doubts.NUMBER_FORMAT,)
    if not zeros and Decimal(raw) == 0:
        return "", ()
    text = shown(raw, form, from_1904=from_1904)
    return (raw, (doubts.NUMBER_FORMAT,)) if text is None else (text, ())


def _pictures(book: Book, sheet: Sheet) -> Iterator[tuple[Spot, Spot]]:
    """The cells that pictures, charts and text boxes lie on, from the first to the last."""
    for part in book.parts.related(sheet.part, "drawing"):
        root = book.parts.tree(part)
        for anchor in root if root is not None else ():
            first = _corner(child(anchor, "xdr:from"), (1, 1))
            yield first, _corner(child(anchor, "xdr:to"), first)


def _corner(node: Element | None, default: Spot) -> Spot:
    row, column = child(node, "xdr:row"), child(node, "xdr:col")
    return default if row is None or column is None else (whole(row.text) + 1, whole(column.text) + 1)


def _is_within(spot: Spot, first: Spot, last: Spot) -> bool:
    return first[0] <= spot[0] <= last[0] and first[1] <= spot[1] <= last[1]


def _covered(cell: Shown) -> Shown:
    return Shown(UNREAD, doubts.joined(cell.doubts, (doubts.IMAGE,)), cell.ruled)
