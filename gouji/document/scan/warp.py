"""A picture made anew from the places to which steps lead back."""

from collections.abc import Sequence

import cv2
import numpy as np

from gouji.document.scan.pixels import Pixels
from gouji.document.scan.way import Step, Straight

_APART = 16  # pixels; between them places are halfway where steps are smooth
_AT_ONCE = 512  # rows


def warped(pixels: Pixels, steps: Sequence[Step], paper: int) -> Pixels:
    """The picture of which these steps lead back to these pixels; `paper` is what lies around them."""
    height, width = pixels.shape
    if all(isinstance(step, Straight) for step in steps):
        back = np.eye(3)
        for step in steps:
            back = step.matrix @ back if isinstance(step, Straight) else back
        how = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        made: Pixels = cv2.warpPerspective(pixels, back, (width, height), flags=how, borderMode=cv2.BORDER_CONSTANT, borderValue=paper)
        return made
    bands = (_band(pixels, steps, top, min(_AT_ONCE, height - top), paper) for top in range(0, height, _AT_ONCE))
    return np.vstack(list(bands))


def _band(pixels: Pixels, steps: Sequence[Step], top: int, height: int, paper: int) -> Pixels:
    width = pixels.shape[1]
    xs, ys = np.meshgrid(
        np.arange(0, width + _APART, _APART, dtype=np.float64), top + np.arange(0, height + _APART, _APART, dtype=np.float64)
    )
    for step in steps:
        xs, ys = step.back(xs, ys)
    between = np.array([[1 / _APART, 0, 0], [0, 1 / _APART, 0]])
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    across, down = (cv2.warpAffine(places.astype(np.float32), between, (width, height), flags=how) for places in (xs, ys))
    band: Pixels = cv2.remap(pixels, across, down, cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=paper)
    return band
