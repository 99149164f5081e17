"""The characters of a page: what each is, where its ink and its baseline lie, and whether a person sees it."""

import math
import sys
from collections import Counter
from ctypes import addressof, byref, c_double, c_float
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from gouji.document import doubts
from gouji.document.pdf.colours import Colours, is_seen
from gouji.document.pdf.drawing import MOST_OBJECTS, Drawing
from gouji.document.pdf.frame import IDENTITY, Box, Frame, moved
from gouji.errors import UnreadableDocument
from gouji.words import words

_LINE_END_HYPHEN = 2  # PDFium's stand-in for a real hyphen that ends a line; in a figure's cell it is a mark
_UNREAD = "\ufffd"  # ink whose character the file does not tell; a blank would be a wrong reading
_STROKED = (1, 5)
_NOT_PAINTED = (3, 7)
_SLACK = 1.0
_SIGNS_IN_FIGURES = frozenset("0123456789.,-")


class Char(NamedTuple):
    """One character; `fault` names the doubt that it brings along, or is empty."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    fault: str


class _Glyph(NamedTuple):
    """A character in user space: ink box, origin, direction in degrees clockwise."""

    text: str
    box: Box
    origin: tuple[float, float]
    angle: int
    fault: str


class _Style(NamedTuple):
    """What all characters of one text object share. `clip` is in user space."""

    angle: int
    painted: bool
    white: bool
    clip: Box | None


class Characters(NamedTuple):
    """What a person sees, in reading direction, and what the file holds beside that."""

    seen: list[Char]
    unseen: list[Char]
    frame: Frame


def read_characters(textpage: Any, drawing: Drawing, visible: Box, number: int) -> Characters:
    """The page's characters, turned so that most of them stand upright, whatever /Rotate says.

    Text upright in user space under /Rotate 180 would else be read backwards: 5.13 for 13.5.
    """
    glyphs = [glyph for glyph in _glyphs(textpage, drawing, number) if _within(glyph.box, visible)]
    angles = Counter(glyph.angle for glyph in glyphs if glyph.angle % 90 == 0)
    upright = angles.most_common(1)[0][0] if angles else 0
    frame = Frame(visible, -upright % 360)
    seen: list[Char] = []
    unseen: list[Char] = []
    for glyph in glyphs:
        char = _char(glyph, frame, upright)
        if glyph.fault in (doubts.HIDDEN_TEXT, doubts.CLIPPED_TEXT):
            unseen.append(char)
        elif glyph.angle % 90 == 0:
            seen.append(char)
        elif char.text in _SIGNS_IN_FIGURES:  # letters of a slanted watermark are no part of any cell, and no figure either
            unseen.append(char)
    return Characters(seen, unseen, frame)


def _char(glyph: _Glyph, frame: Frame, upright: int) -> Char:
    x0, top, x1, bottom = frame.rectangle(*glyph.box)
    base = frame.point(*glyph.origin)[1]
    if glyph.angle == upright:
        return Char(glyph.text, x0, top, x1, bottom, base, glyph.fault)
    return Char(glyph.text, x0, top, x1, bottom, bottom, glyph.fault or doubts.TURNED_TEXT)


def _within(box: Box, visible: Box) -> bool:
    """Whether the character's middle lies in the visible box; PDFium delivers text outside of the crop box too."""
    x0, y0, x1, y1 = box
    left, bottom, right, top = visible
    return 2 * left <= x0 + x1 <= 2 * right and 2 * bottom <= y0 + y1 <= 2 * top


def _glyphs(textpage: Any, drawing: Drawing, number: int) -> list[_Glyph]:
    raw = textpage.raw
    count = pdfium.FPDFText_CountChars(raw)
    if count > MOST_OBJECTS:
        raise UnreadableDocument(words("reading.pdf-crowded", page=number, limit=MOST_OBJECTS))
    styles: dict[int, _Style] = {}
    colours = Colours()
    left, right, bottom, top, x, y = (c_double() for _ in range(6))
    box_refs, x_ref, y_ref = tuple(byref(side) for side in (left, right, bottom, top)), byref(x), byref(y)
    glyphs = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        unmapped = pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1
        is_blank = code != _LINE_END_HYPHEN and (code <= 32 or _sign(code).isspace())
        if is_blank and not unmapped:
            continue
        item = pdfium.FPDFText_GetTextObject(raw, index)
        if not item:
            continue  # blanks and line ends that PDFium adds
        address = addressof(item.contents)
        if (style := styles.get(address)) is None:
            style = styles[address] = _style(raw, index, item, drawing, colours)
        pdfium.FPDFText_GetCharBox(raw, index, *box_refs)
        pdfium.FPDFText_GetCharOrigin(raw, index, x_ref, y_ref)
        box = (left.value, bottom.value, right.value, top.value)
        if box[0] >= box[2] or box[1] >= box[3]:
            if is_blank:
                continue
            box = _loose(raw, index, x.value, y.value)
        fault = _unseen(style, box, drawing) or (doubts.UNMAPPED_FONT if unmapped else "")
        glyphs.append(_Glyph(_UNREAD if is_blank else _sign(code), box, (x.value, y.value), style.angle, fault))
    return glyphs


def _sign(code: int) -> str:
    if code == _LINE_END_HYPHEN:
        return "-"
    return chr(code) if code < 0xD800 or 0xE000 <= code <= sys.maxunicode else _UNREAD


def _loose(raw: Any, index: int, x: float, y: float) -> Box:
    """The box from the font's own measures, for glyphs without ink (a font neither embedded nor on this machine), else a square."""
    rect = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, index, byref(rect))
    if rect.left < rect.right and rect.bottom < rect.top:
        return rect.left, rect.bottom, rect.right, rect.top
    size = max(pdfium.FPDFText_GetFontSize(raw, index), 1.0)
    return x, y, x + size, y + size


def _style(raw: Any, index: int, item: Any, drawing: Drawing, colours: Colours) -> _Style:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
    read = pdfium.FPDFPageObj_GetStrokeColor if mode in _STROKED else pdfium.FPDFPageObj_GetFillColor
    paint = colours.of(item, read)
    painted = mode not in _NOT_PAINTED and not (paint and paint[3] == 0)
    return _Style(_angle(raw, index), painted, not is_seen(paint), _clip(item, drawing))


def _angle(raw: Any, index: int) -> int:
    """The direction in degrees clockwise, brought to a right angle where it is nearly one."""
    radians = pdfium.FPDFText_GetCharAngle(raw, index)
    if radians == 0:
        return 0
    angle = round(math.degrees(radians)) % 360
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= 2 else angle


def _clip(item: Any, drawing: Drawing) -> Box | None:
    """The rectangle outside of which nothing of the object is painted; its path is written in the space of the form around it."""
    path = pdfium.FPDFPageObj_GetClipPath(item)
    count = pdfium.FPDFClipPath_CountPaths(path)
    if count <= 0:
        return None
    matrix = drawing.texts.get(addressof(item.contents), IDENTITY)
    boxes = []
    x, y = c_float(), c_float()
    for number in range(count):
        points = []
        for index in range(min(pdfium.FPDFClipPath_CountPathSegments(path, number), MOST_OBJECTS)):
            pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, number, index), byref(x), byref(y))
            points.append(moved(matrix, x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    if not boxes:
        return None
    return (max(b[0] for b in boxes), max(b[1] for b in boxes), min(b[2] for b in boxes), min(b[3] for b in boxes))


def _unseen(style: _Style, box: Box, drawing: Drawing) -> str:
    """Why nobody sees this character, or nothing."""
    clip = style.clip
    if style.painted and not style.white and clip is None:
        return ""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    if clip and not (clip[0] - _SLACK <= x <= clip[2] + _SLACK and clip[1] - _SLACK <= y <= clip[3] + _SLACK):
        return doubts.CLIPPED_TEXT
    if not style.painted or (style.white and not _on_dark(x, y, drawing)):
        return doubts.HIDDEN_TEXT
    return ""


def _on_dark(x: float, y: float, drawing: Drawing) -> bool:
    """Whether the area painted last under this point is not white: white letters on a coloured header are seen."""
    for (x0, y0, x1, y1), white in reversed(drawing.fills):
        if x0 <= x <= x1 and y0 <= y <= y1:
            return not white
    return False
