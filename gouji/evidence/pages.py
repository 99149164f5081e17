"""Crops of pages, of PDF and of images: the heads of a table, the marked rows across it, what is meant outlined."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from gouji.evidence.heads import top_of_heads
from gouji.evidence.model import Evidence, Mark, Request, Role, Tone, Wanted
from gouji.evidence.sheets import Sheets, sheets_of
from gouji.evidence.svg import COLOURS
from gouji.place import BBox

_TOUCH = 8.0  # points; strips as near as this are one
_LINES = 24.0  # points of text above and below a phrase: the line before and the line after
_GAP = 14
_THICK: Mapping[Role | None, int] = {"spoken": 5, "part": 2, None: 3}
_MARGIN = 10

# A page and what of it is shown, from top to bottom in the units of the document's places.
Strip = tuple[int, float, float]
# A page and the box of a row of figures on it.
Row = tuple[int, BBox]
# A page, a box on it, and what the figure there is to the finding; None for a phrase of the text.
Outline = tuple[int, BBox, Role | None]


def draw_pages(data: bytes, request: Request) -> list[Evidence]:
    """The evidence of all that is wanted, page by page."""
    with sheets_of(data) as pages:
        return [evidence for wanted in request.wanted if (evidence := _drawn(pages, wanted, request))]


def _drawn(pages: Sheets, wanted: Wanted, request: Request) -> Evidence | None:
    outlines = list(_outlines(pages, wanted))
    strips = _merged([*_of_phrases(pages, outlines), *_of_tables(pages, wanted.marks, request)], pages)
    cut = [_cut(pages, strip, outlines, tone=wanted.tone) for strip in strips]
    if not cut:
        return None
    picture = _stacked(cut)
    data = BytesIO()
    picture.quantize(64).save(data, "PNG")
    return Evidence(wanted.fingerprint, wanted.tone, data.getvalue(), "png", *picture.size)


def _of_phrases(pages: Sheets, outlines: Sequence[Outline]) -> Iterator[Strip]:
    for page, box, role in outlines:
        if role is None:
            beside = _LINES * pages.unit(page)
            yield page, box[1] - beside, box[3] + beside


def _of_tables(pages: Sheets, marks: Sequence[Mark], request: Request) -> Iterator[Strip]:
    for table in dict.fromkeys(mark.table for mark in marks):
        bands = [(page, box) for band in request.bands[table] if (page := band.place.page) and (box := band.place.bbox)]
        if bands and bands[0][0] <= len(pages):
            yield _heads(pages, *bands[0])
        yield from _rows(bands, [mark for mark in marks if mark.table == table])


def _heads(pages: Sheets, page: int, first: BBox) -> Strip:
    return page, top_of_heads(pages.image(page), pages.scale(page), first, pages.unit(page)) - 1, first[1] + 1


def _rows(bands: Sequence[Row], marks: Sequence[Mark]) -> Iterator[Strip]:
    """The rows with a mark in them and one on each side, with whatever heads stand between them."""
    marked = [n for n, band in enumerate(bands) if any(_holds(band, mark) for mark in marks)]
    near = sorted({n + step for n in marked for step in (-1, 0, 1)} & set(range(len(bands))))
    for n in near:
        page, box = bands[n]
        after = bands[n + 1] if n + 1 in near else None
        yield page, box[1] - 1, after[1][1] if after and after[0] == page else box[3] + 1


def _holds(row: Row, mark: Mark) -> bool:
    page, own = row
    box = mark.place.bbox
    return box is not None and mark.place.page == page and own[1] - 1 <= box[1] < own[3]


def _merged(strips: Sequence[Strip], pages: Sheets) -> list[Strip]:
    """Strips that touch as one, in the order of the document."""
    merged: list[Strip] = []
    for page, top, bottom in sorted(strip for strip in strips if strip[0] <= len(pages)):
        if merged and merged[-1][0] == page and top - merged[-1][2] <= _TOUCH * pages.unit(page):
            merged[-1] = (page, merged[-1][1], max(bottom, merged[-1][2]))
        else:
            merged.append((page, top, bottom))
    return merged


def _outlines(pages: Sheets, wanted: Wanted) -> Iterator[Outline]:
    for mark in wanted.marks:
        if mark.place.page and mark.place.bbox:
            yield mark.place.page, mark.place.bbox, mark.role
    for quote in wanted.quotes:
        page, box = quote.place.page, quote.place.bbox
        if page and box and page <= len(pages):
            found = pages.phrase(page, box, quote.text[quote.start : quote.end])
            yield from ((page, part, None) for part in found)


def _cut(pages: Sheets, strip: Strip, outlines: Sequence[Outline], *, tone: Tone) -> Image.Image:
    page, top, bottom = strip
    whole, scale = pages.image(page), pages.scale(page)
    first, last = max(0, int(top * scale)), min(whole.height, int(bottom * scale) + 1)
    cut = whole.crop((0, first, whole.width, max(last, first + 1)))
    pen = ImageDraw.Draw(cut)
    for number, box, role in sorted(outlines, key=lambda outline: outline[2] != "part"):  # what is spoken of comes on top
        if number == page and box[3] * scale > first and box[1] * scale < last:
            _outline(pen, box, scale, first, COLOURS[tone][0], _THICK[role])
    return cut


def _outline(pen: ImageDraw.ImageDraw, box: BBox, scale: float, first: int, colour: str, thick: int) -> None:
    x0, y0, x1, y1 = (side * scale for side in box)
    out = thick // 2
    pen.rectangle((x0 - out, y0 - first - out, x1 + out, y1 - first + out), outline=colour, width=thick)


def _stacked(cut: Sequence[Image.Image]) -> Image.Image:
    """The strips under each other, without the page's empty sides, where something was left out a broken line."""
    left, right = _inked(cut)
    height = sum(strip.height for strip in cut) + _GAP * (len(cut) - 1)
    picture = Image.new("RGB", (right - left, height), "white")
    pen, y = ImageDraw.Draw(picture), 0
    for strip in cut:
        if y:
            for x in range(0, picture.width, 12):
                pen.line((x, y + _GAP // 2, x + 5, y + _GAP // 2), fill="#9aa2a9", width=1)
            y += _GAP
        picture.paste(strip.crop((left, 0, right, strip.height)), (0, y))
        y += strip.height
    return picture


def _inked(cut: Sequence[Image.Image]) -> tuple[int, int]:
    """From where to where anything is printed."""
    boxes = [box for strip in cut if (box := strip.convert("L").point(lambda level: 255 if level < 225 else 0).getbbox())]
    width = max(strip.width for strip in cut)
    if not boxes:
        return 0, width
    return max(0, min(box[0] for box in boxes) - _MARGIN), min(width, max(box[2] for box in boxes) + _MARGIN)
