"""Ink in a table that is no text: what stands in a cell and was not read is never a blank."""

from collections.abc import Sequence
from dataclasses import replace

from gouji.document import doubts
from gouji.document.pdf.frame import Box
from gouji.document.pdf.glyphs import UNREAD
from gouji.document.pdf.rules import Rules
from gouji.document.pdf.slices import Slice, Square

_SLACK = 4.0
_OFF_EDGE = 2.0
_MOST_OF_CELL = 0.9
_SHORTEST = 2.0
_INNER = 3.0  # the inner line of a double border stands at most so far from the outer


def marked(part: Slice, ink: Sequence[Box], backgrounds: Sequence[Box], rules: Rules) -> Slice:
    """The slice with a doubt on each cell that holds ink beside its text; without any text it holds an unread sign.

    `backgrounds` may hold anything: where one lies under cells without text, those are doubted.
    """
    strokes = [(x0, at, x1, at) for at, x0, x1 in rules.level] + [(at, y0, at, y1) for at, y0, y1 in rules.upright]
    near = [box for box in (*ink, *backgrounds) if _meet(box, part.box)]
    short = [box for box in strokes if _meet(box, part.box) and max(box[2] - box[0], box[3] - box[1]) >= _SHORTEST]
    if not near and not short:
        return part
    squares = tuple(_marked(square, near, short) for square in part.squares)
    return replace(part, squares=squares)


def _marked(square: Square, ink: Sequence[Box], strokes: Sequence[Box]) -> Square:
    if any(_is_in(square.box, box) for box in ink) or (not square.text and any(_is_stroke_in(square, box) for box in strokes)):
        return replace(square, text=square.text or UNREAD, doubts=doubts.joined(square.doubts, (doubts.INK,)))
    if not square.text and any(_is_under(square.box, box) for box in ink):
        return replace(square, doubts=doubts.joined(square.doubts, (doubts.INK,)))
    return square


def _meet(one: Box, other: Box) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _is_in(cell: Box, box: Box) -> bool:
    """Whether the ink stands in the cell and is not larger."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    fits = box[2] - box[0] <= cell[2] - cell[0] + _SLACK and box[3] - box[1] <= cell[3] - cell[1] + _SLACK
    return fits and cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _is_under(cell: Box, box: Box) -> bool:
    x, y = (cell[0] + cell[2]) / 2, (cell[1] + cell[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _is_stroke_in(square: Square, stroke: Box) -> bool:
    """Whether a short line stands in a cell without text: a dash that was drawn, or digits as thin areas. Under text it underlines."""
    x0, top, x1, bottom = square.box
    inside = x0 <= stroke[0] - _OFF_EDGE and stroke[2] + _OFF_EDGE <= x1
    inside = inside and top <= stroke[1] - _OFF_EDGE and stroke[3] + _OFF_EDGE <= bottom
    if not inside or _is_border(square.box, stroke):
        return False
    return stroke[2] - stroke[0] <= _MOST_OF_CELL * (x1 - x0) and stroke[3] - stroke[1] <= _MOST_OF_CELL * (bottom - top)


def _is_border(cell: Box, stroke: Box) -> bool:
    """Whether the line runs along one side of the cell from corner to corner."""
    off = [abs(side - edge) <= _INNER for side, edge in zip(stroke, cell, strict=True)]
    return sum(off) >= 3 and min(stroke[2] - stroke[0], stroke[3] - stroke[1]) == 0
