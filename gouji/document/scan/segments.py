"""The straight edges of a page that are nearly level or nearly upright: those of its rules, and strokes of its print that run like them."""

from dataclasses import dataclass

import cv2
import numpy as np

from gouji.document.scan.pixels import Matrix3, Pixels

_LOOKED_AT = 1400  # pixels of the longer side
_SHORTEST = 0.011  # of the longer side: longer than the strokes of print in a table, not than its lowest rows are high
_ASLANT = 0.22  # how far an edge of the page may lean, as a share of its length

Segments = Matrix3


@dataclass(frozen=True, slots=True)
class Edges:
    """Both ends of each, x before y, where the page's middle is 0 and its longer side 2; and the page's height and width in pixels."""

    across: Segments
    down: Segments
    shape: tuple[int, int]

    def moved(self, matrix: Matrix3) -> "Edges":
        """The edges after their page was moved by this matrix, which counts as they do."""
        return Edges(_ends(self.across, matrix), _ends(self.down, matrix), self.shape)

    def in_pixels(self, matrix: Matrix3) -> Matrix3:
        """This matrix for places in pixels."""
        height, width = self.shape
        half = max(self.shape) / 2
        here = np.array([[1 / half, 0, -width / 2 / half], [0, 1 / half, -height / 2 / half], [0, 0, 1]])
        there: Matrix3 = np.linalg.inv(here) @ matrix @ here
        return there


def edges_of(ink: Pixels) -> Edges:
    """The edges found in this ink, dark on white."""
    height, width = ink.shape
    longest = max(height, width)
    scale = min(1.0, _LOOKED_AT / longest)
    bold = cv2.erode(ink, np.ones((3, 3), np.uint8))  # a hairline would be lost in the smaller picture
    small = cv2.resize(bold, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    found = cv2.createLineSegmentDetector().detect(small)[0]
    lines = np.zeros((0, 4)) if found is None else found.reshape(-1, 4).astype(np.float64) / scale
    ends = (2 * lines - np.array([width, height, width, height])) / longest
    aside, below = np.abs(ends[:, 2] - ends[:, 0]), np.abs(ends[:, 3] - ends[:, 1])
    long = np.hypot(aside, below) >= 2 * _SHORTEST
    return Edges(ends[long & (below <= _ASLANT * aside)], ends[long & (aside <= _ASLANT * below)], (height, width))


def _ends(edges: Segments, matrix: Matrix3) -> Segments:
    ends: Segments = cv2.perspectiveTransform(edges.reshape(-1, 1, 2), matrix).reshape(-1, 4) if len(edges) else edges
    return ends
