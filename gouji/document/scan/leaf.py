"""A page lying straight and upright: its print dark on white, apart from what is printed or stamped in colours."""

from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouji.document.pdf.frame import Box
from gouji.document.scan.perspective import levelled
from gouji.document.scan.picture import Picture
from gouji.document.scan.pixels import Colours, Matrix3, Pixels

_BACKGROUND_AT = 12  # times smaller: light and paper change slowly
_AROUND = 0.35  # of an inch: wider than any stroke, narrower than a shadow
_COLOURED = 60
_MOST_SKEW = 8.0
_SKEW_AT = (700, 1500)  # pixels of the longer side for the coarse and the fine look
_STEPS = ((0.5, _MOST_SKEW), (0.1, 0.5), (0.02, 0.1))
_LEVEL = 0.03  # degrees; less than a pixel over the width of a table


@dataclass(frozen=True, slots=True)
class Way:
    """The way back from a pixel of a leaf to the page as shown."""

    scale: float
    matrix: Matrix3

    def as_shown(self, box: Box) -> Box:
        """The rectangle of the page as shown around a box in points of the leaf, to a tenth of its unit."""
        x0, top, x1, bottom = (side * self.scale for side in box)
        corners = self.matrix @ np.array([[x0, x1, x0, x1], [top, top, bottom, bottom], [1, 1, 1, 1]])
        xs, ys = corners[0] / corners[2], corners[1] / corners[2]
        return round(float(xs.min()), 1), round(float(ys.min()), 1), round(float(xs.max()), 1), round(float(ys.max()), 1)


@dataclass(frozen=True, slots=True)
class Leaf:
    """`print` has black ink only, `ink` all, `coloured` is 255 where ink has a colour. `noise` is the paper's standard deviation."""

    number: int
    print: Pixels
    ink: Pixels
    coloured: Pixels
    noise: float
    dpi: float
    back: Way

    @property
    def scale(self) -> float:
        """Pixels a point."""
        return self.back.scale

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        height, width = self.ink.shape
        return width / self.scale, height / self.scale


def leaf_of(picture: Picture) -> Leaf:
    """The page on white paper in even light, turned by the few degrees by which it lay aslant, and seen from straight above."""
    white = _on_white(picture.pixels, picture.scale)
    red, green, blue = cv2.split(white)
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    coloured = np.where(cv2.blur(most - least, (3, 3)) > _COLOURED, 255, 0).astype(np.uint8)
    across, down = (unit / picture.scale for unit in picture.unit)
    without = np.where(coloured > 0, cv2.add(most, most - least), most)  # red ink is light in red; black under it stays black
    leaf = Leaf(picture.number, without, least, coloured, _noise(without), picture.dpi, Way(picture.scale, np.diag((across, down, 1.0))))
    angle = _skew(least)
    level = _rotated(leaf, angle) if abs(angle) > _LEVEL else leaf
    matrix = levelled(level.ink)
    return level if matrix is None else _moved(level, matrix)


def turned(leaf: Leaf, quarters: int) -> Leaf:
    """The leaf turned counter-clockwise by quarter turns."""
    height, width = leaf.ink.shape
    backs = {
        0: np.eye(3),
        1: np.array([[0.0, -1, width], [1, 0, 0], [0, 0, 1]]),
        2: np.array([[-1.0, 0, width], [0, -1, height], [0, 0, 1]]),
        3: np.array([[0.0, 1, 0], [-1, 0, height], [0, 0, 1]]),
    }
    pictures = (np.ascontiguousarray(np.rot90(pixels, quarters)) for pixels in (leaf.print, leaf.ink, leaf.coloured))
    made, ink, coloured = pictures
    return replace(leaf, print=made, ink=ink, coloured=coloured, back=Way(leaf.scale, leaf.back.matrix @ backs[quarters % 4]))


def _on_white(pixels: Colours, scale: float) -> Colours:
    """The colours as they would be on white paper in even light."""
    height, width = pixels.shape[:2]
    small = cv2.resize(pixels, (max(width // _BACKGROUND_AT, 1), max(height // _BACKGROUND_AT, 1)), interpolation=cv2.INTER_AREA)
    reach = max(3, round(_AROUND * 72 * scale / _BACKGROUND_AT) | 1)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((reach, reach), np.uint8)), (0, 0), reach)
    paper = cv2.resize(np.maximum(paper, 40), (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(pixels, paper, scale=255)


def _noise(page: Pixels) -> float:
    """By how much neighbouring pixels differ by chance; most of them are paper."""
    differences = np.abs(np.diff(page[::3].astype(np.int16), axis=1))
    return float(np.mean(np.minimum(differences, 40)) / 1.128)


def _rotated(leaf: Leaf, degrees: float) -> Leaf:
    height, width = leaf.ink.shape
    return _moved(leaf, np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), (0.0, 0.0, 1.0)]))


def _moved(leaf: Leaf, matrix: Matrix3) -> Leaf:
    """The leaf with its pixels where this matrix puts them."""
    height, width = leaf.ink.shape
    made, ink, coloured = (
        cv2.warpPerspective(pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=paper)
        for pixels, paper in ((leaf.print, 255), (leaf.ink, 255), (leaf.coloured, 0))
    )
    return replace(leaf, print=made, ink=ink, coloured=coloured, back=Way(leaf.scale, leaf.back.matrix @ np.linalg.inv(matrix)))


def _skew(ink: Pixels) -> float:
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
