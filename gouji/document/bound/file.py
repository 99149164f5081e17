"""From pictures that were bound together to the document whose pages they are."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from gouji.document.bound.binding import Picture, unbound
from gouji.document.doubts import PAGES_MISSING
from gouji.document.formats import IMAGE, PHOTO, format_of
from gouji.document.model import Block, Document, PageFile, Paragraph
from gouji.document.scan.extra import is_installed
from gouji.errors import UnreadableDocument
from gouji.place import Place
from gouji.words import words

if TYPE_CHECKING:
    from gouji.document.scan.page import ScannedPage

MOST_PAGES = 60


def read_bound(data: bytes, name: str) -> Document:
    """The document of these pictures, in their order. Its places name page and file; boxes are in pixels of the picture as shown."""
    bound = unbound(data)
    if not is_installed():
        raise UnreadableDocument(words("reading.image-needs-ocr"))
    images = import_module("gouji.document.scan.images")
    pages: list[ScannedPage] = []
    files = []
    for picture in bound.pictures:
        files.append(PageFile(picture.name, picture.sha256, len(pages) + 1))
        pages += _pages(images.pages_in, picture, len(pages) + 1)
        if len(pages) > MOST_PAGES:
            raise UnreadableDocument(words("reading.image-pages", pages=len(pages), limit=MOST_PAGES))
    document: Document = images.document_of(pages, name, hashlib.sha256(data).hexdigest())
    shown = {page.number: _file_of(page.number, files) for page in pages}
    blocks = tuple(_named(block, shown) for block in document.blocks)
    missing = tuple(_missing(bound.missing))
    return replace(
        document, blocks=blocks, files=tuple(files),
        doubts=(*document.doubts, *(missing if bound.counted else ())), unread=(*document.unread, *(() if bound.counted else missing)),
    )  # fmt: skip


def _pages(read: "Callable[[bytes, int], list[ScannedPage]]", picture: Picture, first: int) -> "list[ScannedPage]":
    """The pages in one of the files; an UnreadableDocument names it."""
    try:
        found = format_of(picture.data)
        if found != IMAGE:
            raise UnreadableDocument(words(f"reading.{PHOTO}" if found == PHOTO else "reading.bound-no-picture"))
        return read(picture.data, first)
    except UnreadableDocument as error:
        raise UnreadableDocument(words("reading.bound-picture", file=picture.name, reason=error.words)) from error


def _file_of(page: int, files: Sequence[PageFile]) -> str:
    return next(file.name for file in reversed(files) if file.page <= page)


def _named(block: Block, shown: Mapping[int, str]) -> Block:
    """The block; its places name the file of their page."""
    if isinstance(block, Paragraph):
        return replace(block, place=_place(block.place, shown))
    return replace(block, cells=tuple(replace(cell, place=_place(cell.place, shown)) for cell in block.cells))


def _place(place: Place, shown: Mapping[int, str]) -> Place:
    return replace(place, file=shown[place.page]) if place.page else place


def _missing(numbers: Sequence[int]) -> Iterator[str]:
    if numbers:
        yield f"{PAGES_MISSING}:{'、'.join(_spans(numbers))}"


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers that follow each other as one span: 3, 5—8."""
    first = last = numbers[0]
    for number in [*numbers[1:], None]:
        if number is not None and number == last + 1:
            last = number
            continue
        yield str(first) if first == last else f"{first}—{last}"
        if number is not None:
            first = last = number
