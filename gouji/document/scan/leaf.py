"""A page lying straight and upright: its print dark on white, apart from what is printed or stamped in colours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from gouji.document.scan.contrast import in_full_contrast
from gouji.document.scan.curl import curl_of
from gouji.document.scan.desk import desk_around
from gouji.document.scan.perspective import levelled
from gouji.document.scan.picture import Picture
from gouji.document.scan.pixels import Colours, Pixels
from gouji.document.scan.segments import edges_of
from gouji.document.scan.skew import skew_of
from gouji.document.scan.streaks import without_streaks
from gouji.document.scan.warp import warped
from gouji.document.scan.way import Step, Straight, Way

_BACKGROUND_AT = 12  # times smaller: light and paper change slowly
_AROUND = 0.35  # of an inch: wider than any stroke, narrower than a shadow
_COLOURED = 60
_LEVEL = 0.03  # degrees; less than a pixel over the width of a table


@dataclass(frozen=True, slots=True)
class Leaf:
    """`print` has black ink only, `ink` all; `coloured` is 255 where ink has a colour, `hidden` where a streak may hide some,
    `desk` where the page is not.

    `noise` is the paper's standard deviation.
    """

    number: int
    print: Pixels
    ink: Pixels
    coloured: Pixels
    hidden: Pixels
    desk: Pixels
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
    wiped = without_streaks(picture.pixels, picture.scale)
    white = in_full_contrast(_on_white(wiped.pixels, picture.scale))
    red, green, blue = cv2.split(white)
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    coloured = np.where(cv2.blur(most - least, (3, 3)) > _COLOURED, 255, 0).astype(np.uint8)
    across, down = (unit / picture.scale for unit in picture.unit)
    without = np.where(coloured > 0, cv2.add(most, most - least), most)  # red ink is light in red; black under it stays black
    desk = desk_around(picture.pixels)
    way = Way(picture.scale, (Straight(np.diag((across, down, 1.0))),))
    leaf = Leaf(picture.number, without, least, coloured, wiped.hidden, desk, _noise(without, desk), picture.dpi, way)
    return _flat(leaf)


def _flat(leaf: Leaf) -> Leaf:
    """The leaf lying straight, seen from straight above, and without its curl; in one step, for each takes some sharpness."""
    page = cv2.bitwise_or(leaf.ink, leaf.desk)
    angle = skew_of(page)
    steps: list[Step] = []
    if abs(angle) > _LEVEL:
        height, width = page.shape
        turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), (0.0, 0.0, 1.0)])
        steps = [Straight(np.linalg.inv(turn))]
        page = warped(page, steps, 255)
    edges = edges_of(page)
    level = levelled(edges)
    if level is not None:
        steps = [Straight(np.linalg.inv(edges.in_pixels(level))), *steps]
        edges = edges.moved(level)
    curl = curl_of(edges)
    return _moved(leaf, [curl, *steps] if curl else steps)


def _moved(leaf: Leaf, steps: Sequence[Step]) -> Leaf:
    """The leaf made of the pixels to which these steps lead back."""
    if not steps:
        return leaf
    print_, ink = (warped(pixels, steps, 255) for pixels in (leaf.print, leaf.ink))
    coloured, hidden, desk = (warped(pixels, steps, 0) if pixels.any() else pixels for pixels in (leaf.coloured, leaf.hidden, leaf.desk))
    return replace(leaf, print=print_, ink=ink, coloured=coloured, hidden=hidden, desk=desk, back=leaf.back.after(*steps))


def turned(leaf: Leaf, quarters: int) -> Leaf:
    """The leaf turned counter-clockwise by quarter turns."""
    height, width = leaf.ink.shape
    backs = {
        0: np.eye(3),
        1: np.array([[0.0, -1, width], [1, 0, 0], [0, 0, 1]]),
        2: np.array([[-1.0, 0, width], [0, -1, height], [0, 0, 1]]),
        3: np.array([[0.0, 1, 0], [-1, 0, height], [0, 0, 1]]),
    }
    layers = (leaf.print, leaf.ink, leaf.coloured, leaf.hidden, leaf.desk)
    print_, ink, coloured, hidden, desk = (np.ascontiguousarray(np.rot90(pixels, quarters)) for pixels in layers)
    back = leaf.back.after(Straight(backs[quarters % 4]))
    return replace(leaf, print=print_, ink=ink, coloured=coloured, hidden=hidden, desk=desk, back=back)


def _on_white(pixels: Colours, scale: float) -> Colours:
    """The colours as they would be on white paper in even light."""
    height, width = pixels.shape[:2]
    small = cv2.resize(pixels, (max(width // _BACKGROUND_AT, 1), max(height // _BACKGROUND_AT, 1)), interpolation=cv2.INTER_AREA)
    reach = max(3, round(_AROUND * 72 * scale / _BACKGROUND_AT) | 1)
    paper = cv2.GaussianBlur(cv2.dilate(small, np.ones((reach, reach), np.uint8)), (0, 0), reach)
    paper = cv2.resize(np.maximum(paper, 40), (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.divide(pixels, paper, scale=255)


def _noise(page: Pixels, desk: Pixels) -> float:
    """By how much neighbouring pixels of the page differ by chance; most of them are paper."""
    differences = np.abs(np.diff(page[::3].astype(np.int16), axis=1))
    return float(np.mean(np.minimum(differences, 40), where=desk[::3, 1:] == 0) / 1.128)
