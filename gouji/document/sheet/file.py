"""From a workbook's bytes to a Document."""

import hashlib
from collections.abc import Iterator

from gouji.document import doubts
from gouji.document.model import Block, Document, Grid, Paragraph
from gouji.document.sheet.blocks import blocks_of
from gouji.document.sheet.book import Book, Sheet, open_book
from gouji.document.sheet.cells import Seen, Shown, look_at
from gouji.errors import UnreadableDocument
from gouji.place import Place
from gouji.words import words

MOST_BYTES = 50 * 2**20
MOST_SHEETS = 100


def read_xlsx(data: bytes, name: str, *, recalculated: bool = False) -> Document:
    """The document in these bytes: every sheet that is shown, its tables as grids and its lines as paragraphs.

    `recalculated` tells that another program may have put in its own results for formulas.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    book = open_book(data, recalculated)
    if len(book.sheets) > MOST_SHEETS:
        raise UnreadableDocument(words("reading.sheets", count=len(book.sheets), limit=MOST_SHEETS))
    looks = [(sheet, look_at(book, sheet)) for sheet in book.sheets]
    blocks = tuple(_blocks([seen for sheet, seen in looks if not sheet.hidden]))
    unread = doubts.joined(*(_unread(sheet, seen) for sheet, seen in looks), _charts(book))
    if not blocks:
        raise UnreadableDocument(words("reading.sheet-empty"))
    return Document(name, hashlib.sha256(data).hexdigest(), "xlsx", blocks, unread=unread)


def _unread(sheet: Sheet, seen: Seen) -> tuple[str, ...]:
    """What the sheet keeps from its readers."""
    if not sheet.hidden:
        return seen.unread
    return (doubts.HIDDEN_TEXT,) if any(cell.text for cell in seen.cells.values()) else ()


def _charts(book: Book) -> tuple[str, ...]:
    """Whether a sheet is a chart and nothing else."""
    return (doubts.IMAGE,) if book.chart_sheets else ()


def _blocks(sheets: list[Seen]) -> Iterator[Block]:
    grids = paragraphs = 0
    for seen in sheets:
        for block in blocks_of(seen, grids + 1):
            if not isinstance(block, Shown):
                grids += 1
                yield Grid(block, grids)
                continue
            for line in filter(None, (line.strip() for line in block.text.split("\n"))):
                paragraphs += 1
                yield Paragraph(line, Place(paragraph=paragraphs), doubts=block.doubts)
