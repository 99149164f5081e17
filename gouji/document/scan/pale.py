"""Rules so thin that none of the pixels over which the scanner spread their ink is dark.

A hairline of half a pixel's width that falls between two rows of pixels makes both grey, and grey is what the edges of print and shading
are too. But a hairline is darker than what lies on either side, all its length, and no stroke of print is so thin and so long.
"""

import cv2
import numpy as np

from gouji.document.scan.pixels import Pixels

_WIDEST = 2.4  # points: what is wider is no hairline but shading
_RIDGE = 30  # grey levels below what lies on either side
_SPREAD = 80  # the same of three rows of pixels together
_HIGHEST = 0.8  # of the rows beside it, where the line passes from one row to the next
_SHORTEST = 15.0  # points: the strokes of headings are shorter
_SOFT_END = 1.5  # a dark stroke's is shorter


def with_pale_rules(dark: Pixels, page: Pixels, scale: float) -> Pixels:
    """The ink with the middle of long thin level lines of this page. `dark` is 255 where ink is, `scale` pixels a point."""
    ink = 255 - page
    wide = np.ones((round(_WIDEST * scale) | 1, 1), np.uint8)
    ridge = cv2.subtract(ink, cv2.morphologyEx(ink, cv2.MORPH_OPEN, wide))
    beside = cv2.convertScaleAbs(cv2.dilate(ridge, np.ones((3, 1), np.uint8)), alpha=_HIGHEST)
    spread = cv2.boxFilter(ridge, cv2.CV_16S, (1, 3), normalize=False)
    thin = np.where((ridge >= np.maximum(beside, _RIDGE)) & (spread >= _SPREAD), 255, 0).astype(np.uint8)
    lines = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, round(_SHORTEST * scale) | 1), np.uint8))
    pale = cv2.morphologyEx(cv2.subtract(lines, dark), cv2.MORPH_OPEN, np.ones((1, round(_SOFT_END * scale) | 1), np.uint8))
    both: Pixels = cv2.bitwise_or(dark, pale)
    return both
