"""Numbers that a narrow cell broke over lines.

A level rule that was not seen leaves two figures so, one over the other. But then the cells beside it have two figures too: where they
have one, in the middle of their height, the row is one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from gouji.document.pdf.frame import Box
from gouji.document.scan.engine import Print
from gouji.document.scan.piece import Piece

_DIGITS = re.compile("[0-9]+")
_NEXT_LINE = 2.8  # times the height of digits
_DIGIT = 0.85  # of its height is the room that a digit takes, in wide types
_MIDDLE = 0.08  # of a cell's height by which its figure is off the middle
_SAME = 1.0  # points
_FEWEST = 2  # one may reach down over two rows


def is_wrapped(pieces: Sequence[Piece], prints: Sequence[Print], room: float, scale: float) -> bool:
    """Whether one number stands on these lines: they stand closely, and each but the last is so full that no other digit had room in it."""
    if len(pieces) < 2 or pieces[-1].line != len(pieces) - 1 or not all(_DIGITS.fullmatch(found.text) for found in prints):
        return False
    heights = [piece.strokes.ink.shape[0] for piece in pieces]
    near = all(below.top - above.top < _NEXT_LINE * max(heights) for above, below in pairwise(pieces))
    wide = [piece.strokes.ink.shape[1] for piece in pieces]
    full = all((width + _DIGIT * height) / scale > room for width, height in zip(wide[:-1], heights[:-1], strict=True))
    return near and full and len(prints[-1].text) <= len(prints[0].text)


def single_rows(boxes: Sequence[Box], cells: Sequence[Sequence[Piece]], scale: float) -> list[bool]:
    """For each of these cells whether its row is surely one: others from the same height to the same have one figure in the middle."""
    middles = [box for box, pieces in zip(boxes, cells, strict=True) if _has_middle(box, pieces, scale)]
    return [sum(_beside(box, other) for other in middles) >= _FEWEST for box in boxes]


def _has_middle(box: Box, pieces: Sequence[Piece], scale: float) -> bool:
    if len(pieces) != 1:
        return False
    height = (box[3] - box[1]) * scale
    return bool(abs(pieces[0].top + pieces[0].strokes.ink.shape[0] / 2 - height / 2) <= _MIDDLE * height)


def _beside(box: Box, other: Box) -> bool:
    return box != other and abs(box[1] - other[1]) <= _SAME and abs(box[3] - other[3]) <= _SAME
