"""A page photographed from one side: its rules run together towards a point far away, across, down, or both.

Where those points lie is told by the rules themselves and the page's edges; with both sent to infinity, all rules are level or upright
again. A page that lay in a scanner has no such points, and is left as it is.
"""

import cv2
import numpy as np

from gouji.document.scan.pixels import Matrix3
from gouji.document.scan.segments import Edges, Segments

_FEWEST = 6  # segments each way: those of a table are many
_LONG, _LONG_ONES = 0.05, 2  # of the longer side: a page of text alone has none, but for its edges
_CLOSE = 0.001  # of the longer side, by which a segment may miss the way to the point; a pixel and a half
_MOSTLY = 0.6
_AS_WELL = 0.95
_ROUNDS = 8
_FLAT = 0.003  # of the longer side: what the corners are moved by on paper that lies flat, or nearly so
_MOST = 0.12


def levelled(edges: Edges) -> "Matrix3 | None":
    """The matrix that makes these edges parallel, nothing where they are so already or do not tell. It counts as they do."""
    if min(len(edges.across), len(edges.down)) < _FEWEST:
        return None
    right, below = _meeting_point(edges.across), _meeting_point(edges.down)
    if right is None or below is None or not (right[2] or below[2]):
        return None
    matrix = _to_infinity(right, below)
    height, width = (side / max(edges.shape) for side in edges.shape)
    corners = np.array([[[-width, -height], [width, -height], [width, height], [-width, height]]], np.float64)
    moved = float(np.abs(cv2.perspectiveTransform(corners, matrix) - corners).max()) / 2
    return matrix if _FLAT < moved < _MOST else None


def _meeting_point(segments: Segments) -> "Matrix3 | None":
    """Where these all run to, as a direction where that is infinitely far; nothing where too few agree."""
    ones = np.ones((len(segments), 1))
    starts, ends = np.hstack([segments[:, :2], ones]), np.hstack([segments[:, 2:], ones])
    lengths = np.linalg.norm(ends - starts, axis=1)
    middles = (starts + ends) / 2
    lines = np.cross(starts, ends) / lengths[:, None]
    weights = lengths.copy()
    point = np.zeros(3)
    for _ in range(_ROUNDS):
        point = np.linalg.svd(lines * weights[:, None], full_matrices=False)[2][-1]  # else as many columns as segments
        off = _off(point, starts, middles) * lengths / 2
        weights = lengths / (1 + (off / _CLOSE) ** 2)
    agree = off <= _CLOSE
    parallel = _direction(starts, ends, lengths)
    if lengths[_off(parallel, starts, middles) * lengths / 2 <= _CLOSE].sum() >= _AS_WELL * lengths[agree].sum():
        point = parallel  # uprights of a low table are too short to tell where they meet
    telling = agree.sum() >= _FEWEST and (lengths[agree] >= 2 * _LONG).sum() >= _LONG_ONES
    return point if telling and lengths[agree].sum() >= _MOSTLY * lengths.sum() else None


def _direction(starts: Matrix3, ends: Matrix3, lengths: Matrix3) -> Matrix3:
    """The direction in which most of these run, as a point infinitely far."""
    runs = (ends - starts)[:, :2]
    level = np.abs(runs[:, 0]) >= np.abs(runs[:, 1])
    along, beside = np.where(level, runs[:, 0], runs[:, 1]), np.where(level, runs[:, 1], runs[:, 0])
    order = np.argsort(beside / along)
    half = int(np.searchsorted(np.cumsum(lengths[order]), lengths.sum() / 2))
    lean = float((beside / along)[order[half]])
    return np.array([1.0, lean, 0.0] if level.all() else [lean, 1.0, 0.0])


def _off(point: Matrix3, starts: Matrix3, middles: Matrix3) -> Matrix3:
    """By how much each segment turns away from the way from its middle to the point, as a sine."""
    ways = point[:2] - middles[:, :2] * point[2]
    runs = middles[:, :2] - starts[:, :2]
    norms = np.linalg.norm(ways, axis=1) * np.linalg.norm(runs, axis=1)
    off: Matrix3 = np.abs(ways[:, 0] * runs[:, 1] - ways[:, 1] * runs[:, 0]) / np.maximum(norms, 1e-12)
    return off


def _to_infinity(across: Matrix3, down: Matrix3) -> Matrix3:
    """The matrix that sends the first point to infinity on the right and the second below, and leaves the page's middle where it is."""
    horizon = np.cross(across, down)
    far = np.array([[1.0, 0, 0], [0, 1, 0], horizon / horizon[2]])
    right, below = far @ across, far @ down
    axes = np.column_stack([right[:2] / right[0], below[:2] / below[1]])
    straight = np.eye(3)
    straight[:2, :2] = np.linalg.inv(axes)
    matrix: Matrix3 = straight @ far
    return matrix
