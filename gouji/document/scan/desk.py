"""What is photographed around a page: the desk on which it lies, whose grain makes lines as straight as rules.

Paper is lighter than most desks, and has four corners. Where that is not to be seen, nothing is taken for desk.
"""

from typing import Any

import cv2
import numpy as np

from gouji.document.scan.pixels import Colours, Pixels

_LOOKED_AT = 400  # pixels of the longer side
_PRINT = 9  # of those: wider than print and rules
_AROUND = 101
_DARKER = 0.88  # of the mean around: light changes from one side of the page to the other, but slowly
_PAPER = (0.25, 0.97)  # of the picture
_FILLED = 0.93  # of what a line around the paper holds
_CORNER = 0.02  # of the line around: by so much its sides may bend
_NEAR = 11  # pixels across the paper's edge, in which it ends; a shadow is wider
_STEP = 0.75  # of the paper's light
_MOSTLY = 0.7  # of the line around
_EDGE = 4  # pixels of the paper that its own edge and its shadow take


def desk_around(page: Colours) -> Pixels:
    """255 where the page is not; nowhere, where it fills the picture or cannot be told from what is around."""
    height, width = page.shape[:2]
    scale = min(1.0, _LOOKED_AT / max(height, width))
    small = cv2.resize(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    light = cv2.medianBlur(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_PRINT, _PRINT), np.uint8)), 5)
    paper = _paper(light)
    if paper is None:
        return np.zeros((height, width), np.uint8)
    desk: Pixels = cv2.resize(255 - paper, (width, height), interpolation=cv2.INTER_NEAREST)
    return desk


def _paper(light: Pixels) -> Any:
    """255 where the paper is, a little less than all of it."""
    bright = (light > _DARKER * cv2.blur(light, (_AROUND, _AROUND)).astype(np.float32)).astype(np.uint8)
    outlines, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(outlines, key=cv2.contourArea, default=None)
    if outline is None:
        return None
    around = cv2.convexHull(outline)
    area = cv2.contourArea(around)
    corners = cv2.approxPolyDP(around, _CORNER * cv2.arcLength(around, True), True)
    if not _PAPER[0] * light.size < area < _PAPER[1] * light.size or cv2.contourArea(outline) < _FILLED * area or len(corners) != 4:
        return None
    paper = cv2.fillConvexPoly(np.zeros_like(light), around, 255)
    less = cv2.erode(paper, np.ones((2 * _EDGE + 1, 2 * _EDGE + 1), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=255)
    return less if _ends_sharply(light, paper) else None


def _ends_sharply(light: Pixels, paper: Pixels) -> bool:
    """Whether it is darker right beside the paper than on it; where the paper goes on beyond the picture there is nothing beside it."""
    near = np.ones((_NEAR, _NEAR), np.uint8)
    beside = (cv2.dilate(paper, near) > 0) & (cv2.dilate(paper, np.ones((3, 3), np.uint8)) == 0)
    return bool(beside.any() and np.mean(light[beside] < _STEP * cv2.dilate(light, near)[beside]) >= _MOSTLY)
