"""By how many degrees a page lies aslant."""

import cv2
import numpy as np

from gouji.document.scan.pixels import Pixels

_MOST_SKEW = 8.0
_SKEW_AT = (700, 1500)  # pixels of the longer side for the coarse and the fine look
_STEPS = ((0.5, _MOST_SKEW), (0.1, 0.5), (0.02, 0.1))


def skew_of(ink: Pixels) -> float:
    """The turn in degrees after which rows (or columns) of print and rules part most sharply from the blanks between."""
    angle = 0.0
    for number, (step, reach) in enumerate(_STEPS):
        dark = _dark(ink, _SKEW_AT[min(number, 1)])
        angles = [angle + step * n for n in range(-round(reach / step), round(reach / step) + 1)]
        angle = max(angles, key=lambda a: _sharpness(dark, a))
    return angle


def _dark(ink: Pixels, longest: int) -> Pixels:
    height, width = ink.shape
    scale = min(1.0, longest / max(height, width))
    small = cv2.resize(ink, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    return 255 - np.where(small > 215, 255, small)


def _sharpness(dark: Pixels, degrees: float) -> float:
    height, width = dark.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(dark, matrix, (width, height), flags=cv2.INTER_LINEAR)
    rows = np.diff(turned.sum(axis=1, dtype=np.float64))
    columns = np.diff(turned.sum(axis=0, dtype=np.float64))
    return float((rows**2).sum() + (columns**2).sum())
