"""The characters of a page as PDFium tells them, in user space, and whether a person sees each."""

import math
import sys
from collections import Counter
from collections.abc import Sequence
from ctypes import byref, c_double, c_ushort, c_void_p
from functools import lru_cache
from struct import Struct
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gouji.document import doubts
from gouji.document.pdf import calls
from gouji.document.pdf.clips import clip_of, has_clip
from gouji.document.pdf.colours import Colour, Colours, is_clear, is_seen
from gouji.document.pdf.drawing import MOST_OBJECTS, Drawing
from gouji.document.pdf.frame import IDENTITY, Box
from gouji.document.pdf.layers import Layers
from gouji.errors import UnreadableDocument
from gouji.words import words

UNREAD = "\ufffd"  # ink whose character the file does not tell; a blank would be a wrong reading
_LINE_END_HYPHEN = 2  # PDFium's stand-in for a real hyphen that ends a line; in a figure's cell it is a mark
_STAND_INS = (_LINE_END_HYPHEN, 0xFFFE)
_FIRST_SURROGATE, _LAST_SURROGATE = 0xD800, 0xDFFF
_new = tuple.__new__  # a third of the time that a named tuple's own takes
_NUMBERS = Struct("6d")  # a box and an origin at once
_STROKED = (1, 5)
_NOT_PAINTED = (3, 7)
_SLACK = 1.0
_UNMAPPED = doubts.UNMAPPED_FONT
_BLANKS = frozenset(code for code in range(0x3001) if code != _LINE_END_HYPHEN and (code <= 32 or chr(code).isspace()))
# Letters with accents stand in no Chinese report. Ghostscript writes them for Chinese signs where it rewrites a browser's fonts, as ÿ for a
# bracket (and plain O for 三): what such a font says of its signs is false.
_ACCENTED = frozenset(range(0xC0, 0x250)) - {0xD7, 0xF7}
_CHINESE = 0x2E80  # the first sign of those that Chinese is written with
_MUTE = 0.2  # of a font's characters: with so many unmapped, the rest are as likely wrong


class Glyph(NamedTuple):
    """A character in user space: ink box, origin, direction in degrees clockwise; `fault` names a doubt, or is empty.

    `cut` is set where the character beside it is not seen.
    """

    text: str
    box: Box
    x: float
    y: float
    angle: int
    fault: str
    cut: bool = False


class _Style(NamedTuple):
    """What all characters of one text object share. `clip` is in user space."""

    angle: int
    painted: bool
    white: bool
    clip: Box | None
    order: int

    # Nothing can hide its characters.
    plain: bool


_PLAIN = _Style(0, True, False, None, MOST_OBJECTS, True)


class Glyphs(NamedTuple):
    """The characters of a page, blanks left out; `plain` says that all of them are seen, upright and known."""

    all: list[Glyph]
    plain: bool


def glyphs_of(textpage: Any, drawing: Drawing, number: int) -> Glyphs:
    """The page's characters."""
    count = pdfium.FPDFText_CountChars(textpage.raw)
    if count > MOST_OBJECTS:
        raise UnreadableDocument(words("reading.pdf-crowded", page=number, limit=MOST_OBJECTS))
    page, layers = calls.handle(textpage.raw), Layers(drawing)
    styles = _Styles(page, drawing, layers)
    style_of = styles.met.get
    numbers = (c_double * 6)()
    left, right, bottom, top, x, y = (byref(numbers, 8 * index) for index in range(6))
    unmapped_at, object_at, box_at, origin_at = calls.char_unmapped, calls.char_object, calls.char_box, calls.char_origin
    glyphs: list[Glyph] = []
    objects: list[int] = []
    any_unmapped = any_fault = False
    codes = _codes(textpage.raw, count)
    false = _false(codes)
    for index, code in enumerate(codes):
        unmapped = unmapped_at(page, index) == 1 or code in false
        is_blank = code in _BLANKS
        if is_blank and not unmapped:
            continue
        address = object_at(page, index)
        if not address:
            continue  # blanks and line ends that PDFium adds
        style = style_of(address) or styles.of(index, address)
        box_at(page, index, left, right, bottom, top)
        origin_at(page, index, x, y)
        x0, x1, y0, y1, at_x, at_y = _NUMBERS.unpack(numbers)
        box = (x0, y0, x1, y1)
        if x0 >= x1 or y0 >= y1:
            if is_blank:
                continue
            box = _loose(textpage.raw, index, at_x, at_y)
        fault = "" if style.plain else _unseen(style, box, layers)
        text = _sign(code)
        if unmapped:
            text, fault, any_unmapped = UNREAD, fault or _UNMAPPED, True
        any_fault |= bool(fault)
        glyphs.append(_new(Glyph, (text, box, at_x, at_y, style.angle, fault, False)))
        objects.append(address)
    if any_unmapped:
        return Glyphs(_without_mute_fonts(glyphs, [calls.text_font(c_void_p(item)) for item in objects]), False)
    return Glyphs(glyphs, not any_fault and all(style.angle == 0 for style in styles.met.values()))


def _codes(raw: Any, count: int) -> Sequence[int]:
    """The code of each character: taken all at once where none is left out of PDFium's text and none is two of its units."""
    units = (c_ushort * (count + 1))()
    taken = pdfium.FPDFText_GetText(raw, 0, count, units)
    codes: list[int] = units[:count]
    if taken == count + 1 and not any(_FIRST_SURROGATE <= code <= _LAST_SURROGATE or code in _STAND_INS for code in set(codes)):
        return codes
    page = calls.handle(raw)
    return [calls.char_code(page, index) for index in range(count)]


def _false(codes: Sequence[int]) -> frozenset[int]:
    """The codes that cannot be meant on this page: they stand beside Chinese signs."""
    met = _ACCENTED.intersection(codes)
    if not met:
        return frozenset()
    around = zip((0, *codes), codes, (*codes[1:], 0), strict=False)
    return frozenset(code for before, code, after in around if code in met and max(before, after) >= _CHINESE)


@lru_cache(maxsize=1 << 14)
def _sign(code: int) -> str:
    if _LINE_END_HYPHEN != code < _FIRST_SURROGATE:
        return chr(code)
    if code == _LINE_END_HYPHEN:
        return "-"
    return chr(code) if 0xE000 <= code <= sys.maxunicode else UNREAD


def _loose(raw: Any, index: int, x: float, y: float) -> Box:
    """The box from the font's own measures, for glyphs without ink (a font neither embedded nor on this machine), else a square."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, index, byref(rect))
    if rect.left < rect.right and rect.bottom < rect.top:
        return rect.left, rect.bottom, rect.right, rect.top
    size = max(pdfium.FPDFText_GetFontSize(raw, index), 1.0)
    return x, y, x + size, y + size


class _Styles:
    """The styles of a page's text objects, by address."""

    def __init__(self, page: c_void_p, drawing: Drawing, layers: Layers) -> None:
        self.met: dict[int, _Style] = {}
        self._page = page
        self._drawing = drawing
        self._layers = layers
        self._colours = Colours()
        self._inked: dict[tuple[int, Colour | None], bool] = {}

    def of(self, index: int, address: int) -> _Style:
        """The style of the object at this address, to which the character belongs; looked at once."""
        item = c_void_p(address)
        mode = calls.text_mode(item)
        paint = self._colours.of(item, calls.stroke_colour if mode in _STROKED else calls.fill_colour)
        order = self._drawing.order.get(address, MOST_OBJECTS)
        clip = clip_of(item, self._drawing.around.get(address, IDENTITY)) if has_clip(item) else None
        radians = calls.char_angle(self._page, index)
        is_inked = self._inked.get((mode, paint))
        if is_inked is None:
            is_inked = self._inked[mode, paint] = mode not in _NOT_PAINTED and is_seen(paint)
        if not is_inked or clip or radians != 0:
            style = self._other(mode, paint, clip, order, radians)
        elif order > self._layers.last_solid:
            style = _PLAIN
        else:
            style = _new(_Style, (0, True, False, None, order, False))
        self.met[address] = style
        return style

    def _other(self, mode: int, paint: Colour | None, clip: Box | None, order: int, radians: float) -> _Style:
        painted = mode not in _NOT_PAINTED and not (paint and is_clear(paint))
        white = not is_seen(paint)
        plain = painted and not white and clip is None and order > self._layers.last_solid
        return _Style(_angle(radians), painted, white, clip, order, plain)


def _angle(radians: float) -> int:
    """The direction in degrees clockwise, brought to a right angle where it is nearly one."""
    angle = round(math.degrees(radians)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= 2 else angle


def _unseen(style: _Style, box: Box, layers: Layers) -> str:
    """Why nobody sees this character, or nothing."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    clip = style.clip
    if clip and not (clip[0] - _SLACK <= x <= clip[2] + _SLACK and clip[1] - _SLACK <= y <= clip[3] + _SLACK):
        return doubts.CLIPPED_TEXT
    if not style.painted or layers.is_covered(x, y, style.order):
        return doubts.HIDDEN_TEXT
    return doubts.HIDDEN_TEXT if style.white and not layers.is_on_colour(x, y, style.order) else ""


def _without_mute_fonts(glyphs: list[Glyph], fonts: Sequence[int | None]) -> list[Glyph]:
    """The same; of a font that does not say what its glyphs are, no character is taken for what it seems.

    Such fonts give other digits for digits, and not each of them is flagged.
    """
    unmapped = Counter(font for glyph, font in zip(glyphs, fonts, strict=True) if glyph.fault == _UNMAPPED)
    if not unmapped:
        return glyphs
    used = Counter(fonts)
    mute = {font for font, times in unmapped.items() if times >= _MUTE * used[font]}
    return [
        glyph._replace(text=UNREAD, fault=glyph.fault or _UNMAPPED) if font in mute else glyph
        for glyph, font in zip(glyphs, fonts, strict=True)
    ]
