"""Sheets with two pages side by side (printed as a booklet, or two on one): each is read as the two pages that it is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gouji.document.pdf.characters import Char, Characters
from gouji.document.pdf.drawing import Area, Drawing
from gouji.document.pdf.frame import Box, Frame
from gouji.document.pdf.page import Page

_GUTTER = 0.01  # of the sheet's width on both sides of its middle; printers' margins are wider
_WIDE = 0.5  # of its half: so much of it a line of a text fills, and no row of figures


def leaves_of(pages: Sequence[Page]) -> Mapping[int, tuple[Page, ...]]:
    """By number, each page as it is, or its two halves, left to right, numbered behind all pages.

    A sheet whose middle nothing crosses is two pages where each half of it, or of another one, is filled as a page is: the last may be half
    empty.
    """
    parted = {page.number for page in pages if _has_gutter(page)}
    if not any(page.number in parted and all(map(_is_filled, _halves(page, page.number))) for page in pages):
        parted = set()
    last = max((page.number for page in pages), default=0)
    return {page.number: _halves(page, last + 2 * page.number) if page.number in parted else (page,) for page in pages}


def _has_gutter(page: Page) -> bool:
    """Whether the sheet lies and nothing that is seen on it crosses its middle."""
    width, height = page.size
    if width <= height or not page.characters.seen:
        return False
    left, right = width * (0.5 - _GUTTER), width * (0.5 + _GUTTER)
    if any(char.x0 < right and left < char.x1 for char in page.characters.seen):
        return False
    return not any(x0 < right and left < x1 for x0, _, x1, _ in page.framed(_painted(page.drawing)))


def _painted(drawing: Drawing) -> Iterator[Box]:
    """The boxes of all that is painted and not white."""
    yield from drawing.segments
    yield from drawing.ink
    yield from (fill.box for fill in drawing.fills if not fill.white)
    yield from (image.box for image in drawing.images)


def _is_filled(page: Page) -> bool:
    """Whether the characters on one baseline fill most of the page's width, or rules go over it: figures in columns do neither."""
    width = _WIDE * page.size[0]
    filled: dict[int, float] = defaultdict(float)
    for char in page.characters.seen:
        filled[round(char.base)] += char.x1 - char.x0
    rules = page.framed(_painted(page.drawing))
    ruled = max((x1 for _, _, x1, _ in rules), default=0.0) - min((x0 for x0, _, _, _ in rules), default=0.0)
    return ruled >= width or max(filled.values(), default=0.0) >= width


def _halves(page: Page, number: int) -> tuple[Page, Page]:
    """The left half under this number, and the right half under the next."""
    width, height = page.size
    left, right = (0.0, 0.0, width / 2, height), (width / 2, 0.0, width, height)
    return _half(page, left, number), _half(page, right, number + 1)


def _half(page: Page, box: Box, number: int) -> Page:
    """What stands in this part of the page, as a page of its own."""
    whole = page.characters.frame
    frame = Frame(_user(whole, box), whole.turn)

    def inside(other: Box) -> bool:
        x0, _, x1, _ = whole.rectangle(*other)
        return box[0] <= (x0 + x1) / 2 < box[2]

    def areas(found: Sequence[Area]) -> list[Area]:
        return [area for area in found if inside(area.box)]

    drawing = replace(
        page.drawing,
        segments=[segment for segment in page.drawing.segments if inside(segment)],
        fills=areas(page.drawing.fills),
        images=areas(page.drawing.images),
        ink=[mark for mark in page.drawing.ink if inside(mark)],
        windows={window for window in page.drawing.windows if inside(window)},
    )
    characters = Characters(_moved(page.characters.seen, box), _moved(page.characters.unseen, box), frame)
    return replace(page, number=number, drawing=drawing, characters=characters, annotations=tuple(filter(inside, page.annotations)))


def _moved(chars: Sequence[Char], box: Box) -> list[Char]:
    """The characters in this part of the page, counted from its left side."""
    found = (char for char in chars if box[0] <= (char.x0 + char.x1) / 2 < box[2])
    return [char._replace(x0=char.x0 - box[0], x1=char.x1 - box[0]) for char in found]


def _user(frame: Frame, box: Box) -> Box:
    """The box in user space, from its lowest corner to its highest."""
    (x0, y0), (x1, y1) = frame.user(*box[:2]), frame.user(*box[2:])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
