"""What is drawn in a Word document: text boxes, pictures, charts, embedded objects."""

import re

from gouji.document import doubts
from gouji.document.docx.ink import Ink
from gouji.document.parts import Element, kind, whole, within

_WIDE = 7_560_000 * 3 // 10  # three tenths of A4 in EMU; a seal is narrower, a table put in as a picture is not


def draw(node: Element, ink: Ink) -> None:
    """A text box gives its text, anything else that draws is counted."""
    boxes = [box for box in within(node, "w:txbxContent") if _outermost(box, node)]
    ink.boxes += boxes
    pictures = [inner for inner in node.iterdescendants() if _is_picture(inner)]
    if pictures or not boxes:
        ink.drawn += 1
    if kind(node) == "w:object":
        ink.unread.append(doubts.FRAME)
    elif pictures and _width(node) >= _WIDE:
        ink.unread.append(doubts.IMAGE)


def _outermost(box: Element, root: Element) -> bool:
    """Whether the box lies in no other box of this drawing, and in no variant that is not shown."""
    inner = box
    for outer in box.iterancestors():
        if outer is root:
            return True
        if kind(outer) == "w:txbxContent" or (kind(outer) == "mc:AlternateContent" and chosen(outer) is not inner):
            return False
        inner = outer
    return True


def _is_picture(node: Element) -> bool:
    """Pictures, charts and diagrams, VML images and lettering."""
    return kind(node) in ("pic:pic", "v:imagedata", "chart", "relIds") or (kind(node) == "v:textpath" and bool(node.get("string")))


def _width(node: Element) -> int:
    """The drawing's width in EMU; as wide as can be where it is not written so."""
    extent = next(within(node, "wp:extent"), None)
    if extent is not None:
        return whole(extent.get("cx"), _WIDE)
    shape = next(within(node, "v:shape"), None)
    match = re.search(r"(?:^|;)width:([\d.]+)pt", shape.get("style") or "") if shape is not None else None
    return int(float(match[1]) * 12_700) if match and match[1].count(".") < 2 else _WIDE


def chosen(alternatives: Element) -> Element:
    """The variant that is shown: the first, as every program of these years understands it, unless only the last says something."""
    variants = list(alternatives)
    return next((node for node in variants if len(node)), alternatives)
