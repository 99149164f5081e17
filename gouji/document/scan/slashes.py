"""Which slashes of a page are type: those of one shape. What a pen made, or a scratch, has no other quite like it.

A lone slash is read as 1 or /, never surely; its shape tells what it is. At 150 and 200 dots an inch the printed ones of a page lean alike
to a hundredth and are as high to a pixel.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gouji.document.scan.engine import Print
from gouji.document.scan.piece import Piece
from gouji.document.scan.pixels import Mask
from gouji.document.scan.strokes import is_slash

_LEAST_LEAN = 0.26  # the slant of italic type is less
_STRAIGHT = 0.09  # of its height; the flag of a 1 stands out farther
_LEAN, _HEIGHT, _THICK = 0.03, 0.08, 0.2  # by so much they may differ
_CALLED = ("/", "1", "l", "I")
_SURELY_ONE = 0.9  # a slash is called 1 less surely


@dataclass(frozen=True, slots=True)
class Slash:
    """A straight stroke: its height in pixels, how far it leans and how thick it is as shares of that."""

    height: int
    lean: float
    thick: float

    def is_like(self, other: "Slash") -> bool:
        return (
            abs(self.height - other.height) <= max(_HEIGHT * self.height, 1)
            and abs(self.lean - other.lean) <= _LEAN
            and abs(self.thick - other.thick) <= _THICK * self.thick
        )


def of_type(cells: Sequence[tuple[Sequence[Piece], Sequence[Print]]]) -> list[bool]:
    """For each of these cells of a page whether what stands in it is a slash like one in another."""
    found = [_slash(pieces, prints) for pieces, prints in cells]
    return [
        one is not None and any(other is not None and one.is_like(other) for place, other in enumerate(found) if place != number)
        for number, one in enumerate(found)
    ]


def _slash(pieces: Sequence[Piece], prints: Sequence[Print]) -> Slash | None:
    if len(pieces) != 1 or prints[0].text not in _CALLED or not is_slash(pieces[0].strokes.ink):
        return None
    called_one = prints[0].text != "/" and prints[0].confidence >= _SURELY_ONE
    return None if called_one or pieces[0].strokes.touching else _measured(pieces[0].strokes.ink)


def _measured(ink: Mask) -> Slash | None:
    rows, columns = np.nonzero(ink)
    height = int(np.ptp(rows)) + 1
    slope, start = np.polyfit(rows, columns, 1)
    off = float(np.abs(columns - (slope * rows + start)).max())
    return Slash(height, float(-slope), len(rows) / height**2) if -slope >= _LEAST_LEAN and off <= max(_STRAIGHT * height, 2.0) else None
