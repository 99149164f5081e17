"""A page that is a picture: its ruled grids with their text, and the lines that stand in none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouji.document.pdf.frame import Box
from gouji.document.pdf.furniture import MARGIN, Sheet
from gouji.document.pdf.slices import Slice, slices_of
from gouji.document.scan import engine
from gouji.document.scan.cells import framed, read_cells
from gouji.document.scan.leaf import Leaf, leaf_of, turned
from gouji.document.scan.loose import without_loose_borders
from gouji.document.scan.overflow import with_overflow
from gouji.document.scan.picture import Picture
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.prose import PixelBox, lines_between
from gouji.document.scan.ruling import Ruling, ruling_of
from gouji.document.scan.way import Way

_UPRIGHT = 0.8
_TRIED = 4  # lines; two are misread upside down in the same way hardly ever
_ENOUGH = 12.0  # times the height of a line: so much of it tells
_LONG = 3.0  # times as long as high: such a line tells in which direction it runs


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What a page of text gives too: slices and lines in points of the page lying straight, and the way back to the page as shown."""

    slices: tuple[Slice, ...]
    sheet: Sheet
    back: Way

    @property
    def number(self) -> int:
        return self.sheet.number

    def as_shown(self, box: Box) -> Box:
        """A box of the page lying straight on the page as shown."""
        return self.back.as_shown(box)


def read_page(picture: Picture) -> ScannedPage:
    """The page as read from its picture."""
    leaf, boxes = upright(leaf_of(picture))
    slices, clean = _tables(leaf, boxes)
    tables = [part for part in slices if _is_table(part) or _ends_page(part, boxes, leaf)]
    kept, lines = with_overflow(tables, lines_between(leaf, clean, boxes, [part.box for part in tables]))
    return ScannedPage(tuple(kept), Sheet(leaf.number, tuple(lines), *leaf.size), leaf.back)


def upright(leaf: Leaf) -> tuple[Leaf, list[PixelBox]]:
    """The leaf turned so that its lines are read best, and the boxes of those.

    As it is, if it can be read so: narrow columns stand full of labels of one sign a line, like a page on its side.
    """
    boxes = engine.find_lines(leaf.print)
    lying = [box for box in boxes if _is_long(box)]
    standing = sum(_is_long((box[1], box[0], box[3], box[2])) for box in boxes)
    if standing <= len(lying):
        return _not_upside_down(leaf, boxes)
    if lying and _legible(leaf, lying) >= _UPRIGHT:
        return leaf, boxes
    aside = turned(leaf, 1)
    aside, aside_boxes = _not_upside_down(aside, engine.find_lines(aside.print))
    # A page of narrow columns may have no line that tells.
    return (leaf, boxes) if not lying and _legible(leaf, boxes) > _legible(aside, aside_boxes) else (aside, aside_boxes)


def _not_upside_down(leaf: Leaf, boxes: list[PixelBox]) -> tuple[Leaf, list[PixelBox]]:
    """The leaf as it is or turned by half, whichever is read better; a legible one is not turned."""
    legible = _legible(leaf, boxes)
    if legible >= _UPRIGHT:
        return leaf, boxes
    other = turned(leaf, 2)
    other_boxes = engine.find_lines(other.print)
    return (other, other_boxes) if _legible(other, other_boxes) > legible else (leaf, boxes)


def _is_long(box: PixelBox) -> bool:
    return box[2] - box[0] > _LONG * (box[3] - box[1])


def _legible(leaf: Leaf, boxes: Sequence[PixelBox]) -> float:
    """How surely the longest lines are read, from 0 to 1; a page without print is legible."""
    longest = sorted(boxes, key=lambda b: b[0] - b[2])[:_TRIED]
    longest = [(x0, top, min(x1, x0 + _ENOUGH * (bottom - top)), bottom) for x0, top, x1, bottom in longest]
    crops = [framed(leaf.print, (round(x0), round(top), round(x1), round(bottom)), leaf.scale) for x0, top, x1, bottom in longest]
    sure = [float(np.mean(found.sure)) if found.sure else 0.0 for found in engine.read_lines(crops)]
    return float(np.mean(sure)) if sure else 1.0


def _tables(leaf: Leaf, boxes: Sequence[PixelBox]) -> tuple[list[Slice], Pixels]:
    """The page's grids with the text of their cells, and the print without rules; these are looked for in black ink, else in any."""
    empty, clean = _empty(leaf, ruling_of(cv2.bitwise_or(leaf.print, leaf.desk), leaf.scale, boxes))
    if not empty:
        empty, clean = _empty(leaf, ruling_of(cv2.bitwise_or(leaf.ink, leaf.desk), leaf.scale, boxes))
    texts = iter(read_cells(leaf, clean, [square.box for part in empty for square in part.squares]))
    filled = []
    for part in empty:
        squares = []
        for square in part.squares:
            read = next(texts)
            squares.append(replace(square, text=read.text, doubts=read.doubts, confidence=read.confidence))
        filled.append(replace(part, squares=tuple(squares)))
    return filled, clean


def _empty(leaf: Leaf, ruling: Ruling) -> tuple[list[Slice], Pixels]:
    """The grids that these rules make, and the print without the rules."""
    clean = _without_rules(leaf, ruling)
    return slices_of(leaf.number, without_loose_borders(ruling.rules, clean, leaf.scale)), clean


def _without_rules(leaf: Leaf, ruling: Ruling) -> Pixels:
    """The print with the ink of its rules, and the soft edge around it, made white."""
    clean = leaf.print.copy()
    clean[cv2.dilate(ruling.ink, np.ones((3, 3), np.uint8)) > 0] = 255
    return clean


def _is_table(part: Slice) -> bool:
    """Whether the grid can hold figures: one with words in every cell is layout."""
    return any(not square.text or any(sign.isdigit() for sign in square.text) for square in part.squares)


def _ends_page(part: Slice, boxes: Sequence[PixelBox], leaf: Leaf) -> bool:
    """Whether nothing but the margin comes below: a table's header alone, whose figures stand on the next page."""
    end, margin = part.box[3] * leaf.scale, (1 - MARGIN) * leaf.ink.shape[0]
    return not any(end < box[1] and box[3] < margin for box in boxes)
