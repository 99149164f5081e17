"""Dashes of print as long as a short piece of a rule: —— in a cell of two rows may lie just where the rules of its neighbours do.

A rule reaches the uprights of its cell, and a long one goes on over them. So a short stroke with white all around it is none, though it
may be what is left of a worn rule: it stays print then, and print that is no plain number is doubted.
"""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from gouji.document.scan.dashes import Make
from gouji.document.scan.pixels import Pixels

_LONGEST = 60.0  # points
_THICKEST = 2.6
_BESIDE = 0.6  # points of white at either end
_ABOVE = 1.5
_DOT = 2.0  # dots no farther apart run into one another
_GAPS = 1.6  # of the gap between dots: wider is the white at the end of their rule
_LIKE = 1.3  # of a dash's length
_SOFT = 2  # pixels
_SPECKS = 0.25  # square points of noise


def lone_strokes(dark: Pixels, ink: Pixels, makes: Sequence[Make], scale: float, shortest: float) -> Pixels:
    """255 where level strokes at least so many points long stand alone.

    `dark` and `ink` are 255 where ink is, blurred along the lines and sharp; `makes` are those of the page's dashed rules.
    """
    runs = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(shortest * scale) | 1), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    white = max(_BESIDE * scale, *(_GAPS * make.gap for make in makes if make.gap <= _DOT * scale), 0.0)
    most = max([_LIKE * make.length for make in makes], default=0.0)
    alone = np.zeros(count, np.uint8)
    for number in range(1, count):
        _, _, width, height, _ = stats[number].tolist()
        if most < width < _LONGEST * scale and height <= _THICKEST * scale and _is_alone(stats[number], ink, round(white), scale):
            alone[number] = 255
    if not alone.any():
        return np.zeros_like(dark)
    soft: Pixels = cv2.dilate(alone[labels], np.ones((2 * _SOFT + 1, 2 * _SOFT + 1), np.uint8))
    return soft


def _is_alone(stats: Any, ink: Pixels, white: int, scale: float) -> bool:
    """Whether next to no ink is around the stroke; its upper and lower edges are ragged."""
    left, top, width, height, _ = stats.tolist()
    above = round(_ABOVE * scale) + _SOFT
    first, start = max(top - above, 0), max(left - white, 0)
    around = ink[first : top + height + above, start : left + width + white].copy()
    around[max(top - _SOFT - first, 0) : top + height + _SOFT - first, left - start : left + width - start] = 0
    return bool(np.count_nonzero(around) <= _SPECKS * scale**2)
