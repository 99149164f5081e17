"""One page: its ruled grids with their text, and the lines that stand in none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from gouji.document import doubts
from gouji.document.pdf.aligned import with_columns
from gouji.document.pdf.annotations import annotations_of
from gouji.document.pdf.characters import Char, Characters, read_characters
from gouji.document.pdf.drawing import OFF_PAGE, Drawing, read_drawing
from gouji.document.pdf.frame import Box, Frame
from gouji.document.pdf.furniture import MARGIN, Sheet
from gouji.document.pdf.glyphs import UNREAD
from gouji.document.pdf.ink import marked
from gouji.document.pdf.lines import Line, lines_of
from gouji.document.pdf.rules import rules_of
from gouji.document.pdf.slices import Slice, fill, slices_of
from gouji.document.pdf.stretching import stretched
from gouji.errors import UnreadableDocument
from gouji.opened import opened
from gouji.words import words

_SAME_EDGE = 0.5
_FEWEST_CHARACTERS = 50
_MOST_UNREAD = 0.3
_LARGE = 0.5  # of the page
_OUTLINES = 200
_NONE = ("无", "空", "零", "〇")


@dataclass(frozen=True, slots=True)
class Page:
    """A page as PDFium gives it, in reading direction. `shown` is the page as a viewer turns it."""

    number: int
    drawing: Drawing
    characters: Characters
    shown: Frame
    annotations: tuple[Box, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        return self.characters.frame.width, self.characters.frame.height

    def framed(self, boxes: Iterable[Box]) -> list[Box]:
        """Boxes of user space in reading direction."""
        return [self.characters.frame.rectangle(*box) for box in boxes]

    def as_shown(self, box: Box) -> Box:
        """A box of the reading direction on the page as shown."""
        return self.characters.frame.seen_in(self.shown, box)


def read_page(pdf: Any, index: int) -> Page:
    """The page's characters and drawing."""
    try:
        page = pdf[index]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(words("reading.pdf-page-damaged", page=index + 1)) from error
    with opened(page), opened(textpage):
        visible = _visible(page)
        drawing = read_drawing(page, index + 1)
        characters = read_characters(textpage, drawing, visible, index + 1)
        return Page(index + 1, drawing, characters, Frame(visible, page.get_rotation()), tuple(annotations_of(page)))


def has_usable_text(page: Page) -> bool:
    """Whether the page's text can be taken from the file, or there is none: else only its picture tells what it says.

    It is a picture with a few characters (a page number, a stamp), or its letters are outlines, or its fonts do not say which
    characters their glyphs are.
    """
    seen = page.characters.seen
    if [char.text for char in seen].count(UNREAD) > _MOST_UNREAD * len(seen):
        return False
    if len(seen) >= _FEWEST_CHARACTERS:
        return True
    width, height = page.size
    large = any((x1 - x0) * (y1 - y0) >= _LARGE * width * height for x0, y0, x1, y1 in page.framed(i.box for i in page.drawing.images))
    return not (large or len(page.drawing.ink) >= _OUTLINES)


def _visible(page: Any) -> Box:
    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, rect)
    return min(rect.left, rect.right), min(rect.bottom, rect.top), max(rect.left, rect.right), max(rect.bottom, rect.top)


def split(page: Page, *, edges_of_fills: bool = False) -> tuple[list[Slice], Sheet]:
    """The page's grids with their text, and its other lines."""
    free = page.characters.seen
    slices = []
    drawn = rules_of(page.drawing, page.characters.frame, edges_of_fills=edges_of_fills)
    rules, by_text = with_columns(drawn, free)
    windows = [(top, bottom) for _, top, _, bottom in page.framed(page.drawing.windows)]
    ink, images = page.framed([*page.drawing.ink, *page.annotations]), page.framed(image.box for image in page.drawing.images)
    for ruled in slices_of(page.number, rules):
        empty = stretched(ruled, free, (1 - MARGIN) * page.size[1])
        filled, others = fill(empty, free, page.characters.unseen)
        filled = _with_cuts(filled, [(0, page.size[1]), *windows])
        if any(_meet(filled.box, box) for box in by_text):
            filled = filled.doubted(doubts.COLUMNS_BY_TEXT)
        filled = marked(filled, ink, images, drawn)
        if _is_table(filled) or _ends_page(filled, page):
            slices.append(filled)
            free = others
    return slices, Sheet(page.number, tuple(_haunted(lines_of(free), page.characters.unseen, slices)), *page.size)


def _with_cuts(part: Slice, windows: Sequence[tuple[float, float]]) -> Slice:
    """The slice, knowing which of its rows lie off the page or off what of it is painted; a strip too thin for a row is none of them."""
    rows = [square.box for square in part.squares if square.rowspan == 1] or [part.box]
    first, last = min(box[1] for box in rows), max(box[3] for box in rows)
    above = any(abs(top - OFF_PAGE - first) < _SAME_EDGE for top, _ in windows)
    return replace(part, cut_above=above, cut_below=any(abs(bottom + OFF_PAGE - last) < _SAME_EDGE for _, bottom in windows))


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _is_table(part: Slice) -> bool:
    """Whether the grid can hold figures or strokes for none: one with words in every cell is layout."""
    return any(_may_be_figure(square.text) for square in part.squares)


def _may_be_figure(text: str) -> bool:
    return text in _NONE or not any(map(str.isalpha, text)) or any(map(str.isdigit, text))


def _ends_page(part: Slice, page: Page) -> bool:
    """Whether nothing but the margin comes below: a table's header alone, whose figures stand on the next page."""
    margin = (1 - MARGIN) * page.size[1]
    return not any(part.box[3] < char.top and char.bottom < margin for char in page.characters.seen)


def _haunted(lines: Sequence[Line], unseen: Sequence[Char], slices: Sequence[Slice]) -> list[Line]:
    """The lines, with a doubt where the file holds text in the same place that nobody sees."""
    free = [char for char in unseen if not any(_holds(part.box, char) for part in slices)]
    return [_doubted(line, [c for c in free if _holds(line.box, c)]) for line in lines] if free else list(lines)


def _holds(box: Box, char: Char) -> bool:
    x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _doubted(line: Line, ghosts: Sequence[Char]) -> Line:
    found = doubts.joined(line.doubts, (ghost.fault or doubts.TURNED_TEXT for ghost in ghosts))
    return Line(line.text, line.box, line.base, line.size, found)
