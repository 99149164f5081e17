"""From a PDF's bytes to a Document: its paragraphs and grids in reading order."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2

from gouji.document.doubts import ANNOTATION, ATTACHMENT, HIDDEN_TEXT, IMAGE, PAGES_WITHOUT_TEXT, SHADED, UNRULED
from gouji.document.model import Block, Document, Grid, Paragraph
from gouji.document.pdf import paragraphs
from gouji.document.pdf.facing import leaves_of
from gouji.document.pdf.fonts import blocks_for_missing_fonts
from gouji.document.pdf.frame import Box
from gouji.document.pdf.furniture import Sheet, without_furniture
from gouji.document.pdf.lines import Line
from gouji.document.pdf.optional import pages_with_layers_off
from gouji.document.pdf.page import Page, has_usable_text, read_page, split
from gouji.document.pdf.paragraphs import Margins, Passage
from gouji.document.pdf.pictures import read_scanned
from gouji.document.pdf.slices import Slice
from gouji.document.pdf.stitching import goes_on, has_columns_of, stitch
from gouji.errors import UnreadableDocument
from gouji.opened import opened
from gouji.place import Place
from gouji.words import words

MOST_BYTES = 50 * 2**20
MOST_PAGES = 60
_WIDEST_TABLE = 7  # Table 3 has at least its seven figures; a PDF without such a grid may draw its tables in another way
_WIDE = 0.3  # of the page; a stamp or an emblem is narrower, a table put in as a picture is not
_FEWEST_CHARACTERS = 100  # of a whole report; a scan may carry a printed page number or a stamp's text
_ROW = re.compile(r"(?<![\d.,])\d[\d.,]*(?:\s+\d[\d.,]*){2,}(?![\d.,])")  # figures side by side: a table without rules

if TYPE_CHECKING:
    from gouji.document.scan.page import ScannedPage

Item = Line | Slice
Shown = Callable[[Box], Place]


def read_pdf(data: bytes, name: str) -> Document:
    """The document in these bytes, by the text that a person sees on its pages."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    pages = read_pages(data)
    layered = pages_with_layers_off(data, len(pages))
    scans = read_scanned(data, pages, layered)
    written = [page for page in pages if page.number not in scans]
    if not scans:
        _refuse_unusable(pages)
    blocks = tuple(blocks_of(*_parted(pages, written, scans)))
    if scans and not blocks:
        raise UnreadableDocument(words("reading.scan-no-text"))
    mute = not all(has_usable_text(page) for page in written)
    doubts = (*((PAGES_WITHOUT_TEXT,) if mute else ()), *((HIDDEN_TEXT,) if layered - scans.keys() else ()))
    unread = tuple(_unread(written, blocks))
    if not any(isinstance(block, Grid) for block in blocks) and _holds_files(data):
        unread = (*unread, ATTACHMENT)
    return Document(
        name, hashlib.sha256(data).hexdigest(), "pdf", blocks, pages=len(pages), doubts=doubts, unread=unread, pictured=bool(scans)
    )


def read_pages(data: bytes) -> list[Page]:
    """The characters and the drawing of each page."""
    with blocks_for_missing_fonts():
        return _read_pages(data)


def _read_pages(data: bytes) -> list[Page]:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "pdf-password" if "password" in str(error).lower() else "pdf-damaged"
        raise UnreadableDocument(words(f"reading.{reason}")) from error
    with opened(pdf):
        if not len(pdf):
            raise UnreadableDocument(words("reading.pdf-damaged"))
        if len(pdf) > MOST_PAGES:
            raise UnreadableDocument(words("reading.pdf-pages", pages=len(pdf), limit=MOST_PAGES))
        return [read_page(pdf, index) for index in range(len(pdf))]


def _parted(
    pages: Sequence[Page], written: Sequence[Page], scans: Mapping[int, "ScannedPage"]
) -> tuple[list[tuple[list[Slice], Sheet]], dict[int, Shown]]:
    """Grids and other lines of each page in their order, of both where two stand on a sheet; and where each lies on the page as shown."""
    leaves = leaves_of(written)
    split_up = {sheet.number: (slices, sheet) for slices, sheet in _split([leaf for part in leaves.values() for leaf in part])}
    found = {number: [split_up[leaf.number] for leaf in part] for number, part in leaves.items()}
    found |= {number: [(list(scan.slices), scan.sheet)] for number, scan in scans.items()}
    shown = {leaf.number: placed_on(number, leaf.as_shown) for number, part in leaves.items() for leaf in part}
    shown |= {number: placed_on(number, scan.as_shown) for number, scan in scans.items()}
    return [part for page in pages for part in found[page.number]], shown


def placed_on(number: int, as_shown: Callable[[Box], Box]) -> Shown:
    """Where a box is seen on the page of this number."""
    return lambda box: Place(page=number, bbox=as_shown(box))


def _refuse_unusable(pages: Sequence[Page]) -> None:
    """Ends the reading where too few pages have text that can be used, and nothing reads their pictures."""
    unusable = [page for page in pages if not has_usable_text(page)]
    written = sum(len(page.characters.seen) for page in pages if page not in unusable)
    if unusable and written < _FEWEST_CHARACTERS:
        drawn = all(page.drawing.has_image for page in unusable)
        raise UnreadableDocument(words("reading.pdf-scan" if drawn else "reading.pdf-mute"))
    if not any(page.characters.seen for page in pages):
        raise UnreadableDocument(words("reading.pdf-no-text"))


def _holds_files(data: bytes) -> bool:
    """Whether files are attached to the PDF, as in a portfolio, whose own page only says so."""
    with opened(pypdfium2.PdfDocument(data)) as pdf:
        return bool(pdf.count_attachments())


def _unread(pages: Sequence[Page], blocks: Iterable[Block]) -> Iterator[str]:
    """What stands on the pages and was not read."""
    if any(page.drawing.widest_image >= _WIDE * page.size[0] for page in pages):
        yield IMAGE
    if any(page.annotations for page in pages):
        yield ANNOTATION
    if any(isinstance(block, Paragraph) and _ROW.search(block.text) for block in blocks):
        yield UNRULED


def blocks_of(pages: Sequence[tuple[list[Slice], Sheet]], shown: Mapping[int, Shown]) -> Iterator[Block]:
    """Paragraphs and grids in reading order, each kind counted from 1. `shown` says where a box of a page is seen."""
    grids = texts = 0
    for part in _parts(pages):
        if isinstance(part, Passage):
            texts += 1
            place = replace(shown[part.page](part.box), paragraph=texts)
            yield Paragraph(part.text, place, doubts=part.doubts)
        else:
            grids += 1
            yield stitch(part, grids, lambda number, box: shown[number](box))


def _split(pages: Sequence[Page]) -> list[tuple[list[Slice], Sheet]]:
    """Each page's grids and other lines; pages are looked at more loosely where plain rules gave no table wide enough."""
    found = [split(page) for page in pages]
    if any(part.columns >= _WIDEST_TABLE for slices, _ in found for part in slices):
        return found
    loosely = [split(page, edges_of_fills=True) for page in pages]
    if any(part.has_empty_row for slices, _ in loosely for part in slices):  # then lines or paragraphs are shaded, and not cells
        loosely = [([part.doubted(SHADED) for part in slices], sheet) for slices, sheet in loosely]
    return [loose if not plain[0] or _width(loose) >= _WIDEST_TABLE else plain for plain, loose in zip(found, loosely, strict=True)]


def _width(part: tuple[list[Slice], Sheet]) -> int:
    return max((found.columns for found in part[0]), default=0)


def _parts(pages: Sequence[tuple[list[Slice], Sheet]]) -> Iterator[Passage | list[Slice]]:
    """Paragraphs whole and tables with all their slices, also where a page ends between."""
    sheets = without_furniture([sheet for _, sheet in pages])
    whole = [line for sheet in sheets for line in sheet.lines]
    open_part: Passage | list[Slice] | None = None
    for (slices, _), sheet in zip(pages, sheets, strict=True):
        margins = paragraphs.margins_of(sheet.lines, whole) if sheet.lines else None
        first_of_page = True
        for item in _in_order(slices, sheet.lines):
            longer = _longer(open_part, item, sheet.number, margins, first_of_page)
            if longer is None:
                if open_part:
                    yield open_part
                longer = paragraphs.begin(sheet.number, item) if isinstance(item, Line) else [item]
            open_part, first_of_page = longer, False
    if open_part:
        yield open_part


def _longer(
    open_part: Passage | list[Slice] | None, item: Item, page: int, margins: Margins | None, first_of_page: bool
) -> Passage | list[Slice] | None:
    """The open paragraph or table with this item, where the item belongs to it."""
    if isinstance(item, Line) and isinstance(open_part, Passage) and margins:
        same_page = not first_of_page
        return open_part.with_line(page, item) if paragraphs.goes_on(open_part.lines[-1], item, margins, same_page=same_page) else None
    if isinstance(item, Slice) and isinstance(open_part, list):
        same = (first_of_page and goes_on(open_part[-1], item)) or any(has_columns_of(part, item) for part in open_part)
        return [*open_part, item] if same else None
    return None


def _in_order(slices: Sequence[Slice], lines: Sequence[Line]) -> list[Item]:
    return sorted([*slices, *lines], key=lambda item: item.box[1])
