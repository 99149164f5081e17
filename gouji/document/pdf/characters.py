"""The characters of a page in reading direction: what each is, where its ink and its baseline lie, and whether a person sees it."""

from collections import Counter
from typing import Any, NamedTuple

from gouji.document import doubts
from gouji.document.pdf.drawing import Drawing
from gouji.document.pdf.frame import Box, Frame
from gouji.document.pdf.glyphs import Glyph, glyphs_of

_GAP = 0.4  # of a character's height
_SIGNS_IN_FIGURES = frozenset("0123456789.,-")
_new = tuple.__new__  # a third of the time that a named tuple's own takes


class Char(NamedTuple):
    """One character; `fault` names the doubt that it brings along, or is empty."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    fault: str


class Characters(NamedTuple):
    """What a person sees, in reading direction, and what the file holds beside that."""

    seen: list[Char]
    unseen: list[Char]
    frame: Frame


def read_characters(textpage: Any, drawing: Drawing, visible: Box, number: int) -> Characters:
    """The page's characters, turned so that most of them stand upright, whatever /Rotate says.

    Text upright in user space under /Rotate 180 would else be read backwards: 5.13 for 13.5.
    """
    found, plain = glyphs_of(textpage, drawing, number)
    if plain and len(whole := _upright(found, visible)) == len(found):  # nearly all pages
        return Characters(whole, [], Frame(visible, 0))
    glyphs = _cut(found, visible)
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


def _upright(glyphs: list[Glyph], visible: Box) -> list[Char]:
    """Those whose middle lies in the visible box, of characters that all stand upright and are seen."""
    left, _, _, top = visible
    most_left, lowest, most_right, highest = (2 * side for side in visible)
    return [
        _new(Char, (text, x0 - left, top - y1, x1 - left, top - y0, top - y, ""))
        for text, (x0, y0, x1, y1), _, y, _, _, _ in glyphs
        if most_left <= x0 + x1 <= most_right and lowest <= y0 + y1 <= highest
    ]


def _cut(glyphs: list[Glyph], visible: Box) -> list[Glyph]:
    """Those within the visible box; PDFium delivers text outside of the crop box too.

    One whose neighbour is cut off, by the page's edge or by a clip, may be the rest of a longer number.
    """
    kept: list[Glyph] = []
    before: Glyph | None = None
    lost: Glyph | None = None
    for glyph in glyphs:
        inside = _within(glyph.box, visible)
        is_lost = not inside or glyph.fault == doubts.CLIPPED_TEXT
        if is_lost and before and kept and kept[-1] is before and _beside(before, glyph):
            kept[-1] = before._replace(cut=True)
        elif not is_lost and lost and _beside(lost, glyph):
            glyph = glyph._replace(cut=True)
        if inside:
            kept.append(glyph)
        before, lost = (None, glyph) if is_lost else (glyph, None)
    return kept


def _beside(one: Glyph, other: Glyph) -> bool:
    """Whether they stand side by side in one line."""
    height = max(one.box[3] - one.box[1], other.box[3] - other.box[1])
    gap = max(other.box[0] - one.box[2], one.box[0] - other.box[2])
    return abs(one.y - other.y) <= 1 and gap <= _GAP * height


def _char(glyph: Glyph, frame: Frame, upright: int) -> Char:
    text, (x0, y0, x1, y1), x, y, angle, fault, cut = glyph
    if cut:
        fault = fault or doubts.CLIPPED_TEXT
    x0, y0, x1, y1 = frame.rectangle(x0, y0, x1, y1)
    if angle == upright:
        return Char(text, x0, y0, x1, y1, frame.point(x, y)[1], fault)
    return Char(text, x0, y0, x1, y1, y1, fault or doubts.TURNED_TEXT)


def _within(box: Box, visible: Box) -> bool:
    """Whether the character's middle lies in the visible box."""
    x0, y0, x1, y1 = box
    left, bottom, right, top = visible
    return 2 * left <= x0 + x1 <= 2 * right and 2 * bottom <= y0 + y1 <= 2 * top
