"""Which pages of a PDF are read as pictures: their text is an image, somebody's guess under an image, of an unknown font
or on a layer that is switched off."""

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from gouji.document.doubts import UNMAPPED_FONT
from gouji.document.pdf.page import Page, has_usable_text, split
from gouji.document.scan.extra import is_installed

if TYPE_CHECKING:
    from gouji.document.scan.page import ScannedPage

_WIDE = 0.3  # of the page; a stamp or an emblem is narrower, a table put in as a picture is not


def read_scanned(data: bytes, pages: Sequence[Page], layered: Collection[int]) -> dict[int, "ScannedPage"]:
    """By number, the pages of this PDF that are better read as pictures; none where the extra is missing.

    The `layered` ones hold text that is switched off, and nothing but their picture tells which it is.
    """
    pictured = [page.number for page in pages if page.drawing.widest_image >= _WIDE * min(page.size)]
    muddled = [page.number for page in pages if page.number in layered or _is_muddled(page)]
    if not (pictured or muddled) or not is_installed():
        return {}
    read = import_module("gouji.document.scan.pages").read_pages
    written = {page.number: page.number in pictured and bool(split(page)[0]) for page in pages}
    characters = {page.number: len(page.characters.seen) for page in pages}
    found: dict[int, ScannedPage] = read(data, pictured, muddled, characters, written)
    return found


def _is_muddled(page: Page) -> bool:
    """Whether only the page's picture tells what it says, or a font hides some of what stands in a table.

    Such fonts give other digits for digits, and not each of them is flagged.
    """
    if not has_usable_text(page):
        return True
    if UNMAPPED_FONT not in {char.fault for char in page.characters.seen}:
        return False
    return any(UNMAPPED_FONT in square.doubts for part in split(page)[0] for square in part.squares)
