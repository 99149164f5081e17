"""Level borders of narrow cells: too short to be told from print by their length, but they end in corners.

Level rules that cells share go on over the whole row, however narrow those are; only cells that have borders of their own, apart from
their neighbours', have short ones. Both uprights of such a cell end where its border does. 一 and — may be as wide as their cell and
touch both uprights, but these go on above and below.
"""

from collections.abc import Iterator
from typing import Any

import cv2
import numpy as np

from gouji.document.scan.cell_rule import CellRule
from gouji.document.scan.pixels import Pixels

_NARROWEST = 8.0  # points: signs of 8 points are read in no column that is narrower
_THICKEST = 2.6
_CORNER = 1.0  # how much of the border's end is looked at
_GOES_ON = 2.5
_APART = 1.6  # in the blank between cells the uprights are missing for a row of pixels at least


def borders_of(level: Pixels, upright: Pixels, dark: Pixels, scale: float, widest: float) -> Iterator[CellRule]:
    """The level runs of ink narrower than these points that end in corners of a cell.

    `dark` is 255 where ink is, `level` too, but with the gaps of level dashes filled; `upright` is 255 where the ink of uprights is.
    """
    runs = cv2.morphologyEx(level, cv2.MORPH_OPEN, np.ones((1, round(_NARROWEST * scale)), np.uint8))
    count, labels, stats, centres = cv2.connectedComponentsWithStats(runs, connectivity=8)
    for number in range(1, count):
        left, top, width, height, _ = stats[number].tolist()
        if width < round(widest * scale) and height <= _THICKEST * scale and _has_corners(stats[number], upright, dark, scale):
            rows, columns = np.nonzero(labels[top : top + height, left : left + width] == number)
            yield CellRule(float(centres[number][1]) / scale, left / scale, (left + width) / scale, (rows + top, columns + left))


def _has_corners(stats: Any, upright: Pixels, dark: Pixels, scale: float) -> bool:
    """Whether uprights go down from both of its ends and none goes up from either, or the other way round."""
    left, top, width, height, _ = stats.tolist()
    part, near, far = round(_CORNER * scale), round(_APART * scale), round(_GOES_ON * scale)
    above, below = slice(max(top - near, 0), top), slice(top + height, top + height + near)
    up, down = slice(max(top - far, 0), top), slice(top + height, top + height + far)
    ends = slice(max(left - 1, 0), left + part), slice(left + width - part, left + width + 1)
    return any(
        all(_goes_on(upright[inside, end]) and not _goes_on(dark[outside, end]) for end in ends)
        for inside, outside in ((down, above), (up, below))
    )


def _goes_on(ink: Pixels) -> bool:
    """Whether there is ink at each of these heights."""
    return bool((ink > 0).any(axis=1).all())
