"""The ink in a part of a page: what of it is print, in which lines it stands, and what its shape tells."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from gouji.document.scan.pixels import Mask, Pixels

INK = 70  # grey levels below the paper; noise of 14 levels stays five times below it
STRICTER = (INK, 110, 150)
_FAINT, _ABOVE_NOISE = 24, 8.0  # the noise of a JPEG lies in spots and is not blurred away
_EDGE = 1.2  # points: so far reaches the soft edge of a rule or of its dashes, of which grey specks are left beside it
_SPECK = 0.35  # points: what is smaller both ways is no print; a decimal point in 7-point type has 0.7
_SLIVER = 1.6  # points: the width of what may be left of a rule
_LONG, _SHORT = 11.0, 2.5  # points: a rest of a rule is longer than a digit or shorter than any
_SMALL_RUN = 0.45
_LOWEST_LINE = 6.0
_ONE_SIGN = 1.4  # times as wide as the tallest is high
_WHOLE_SIGN = 1.12
_SLASH = 0.22  # of its height by which a stroke leans over; the 1 of italic type leans by less


@dataclass(frozen=True, slots=True)
class Strokes:
    """The print in a region. `pixels` has nothing else on it; `touching` says whether print runs out of the region."""

    pixels: Pixels
    ink: Mask
    touching: bool

    @property
    def is_blank(self) -> bool:
        return not self.ink.any()


def strokes_of(region: Pixels, scale: float, level: int = INK) -> Strokes:
    """The print of this region, rests of rules along its sides left out and nothing else."""
    dark = (cv2.GaussianBlur(region, (3, 3), 0) < 255 - level).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    rests, kept, touching = [], [], False
    for index in range(1, count):
        box = tuple(int(value) for value in stats[index][:4])
        if _is_rest(box, region.shape, scale):
            rests.append(index)
        elif max(box[2], box[3]) > _SPECK * scale:
            kept.append(index)
            touching |= _touches(box, region.shape)
    clean = region.copy()
    if rests:
        clean[cv2.dilate(np.isin(labels, rests).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 255
    return Strokes(clean, np.isin(labels, kept) if kept else np.zeros(region.shape, np.bool_), touching)


def without_shading(region: Pixels) -> Pixels:
    """The region with its light shading made white, in which the reader of print is less sure; what is darker stays, as print it may be."""
    paper = float(np.median(region)) if region.size else 255.0
    return _lightened(region, paper) if 255 - INK < paper < 255 else region


def is_shaded(region: Pixels, scale: float, noise: float) -> bool:
    """Whether there is any ink at all, as pale as it may be, on the paper or on the cell's shading.

    `noise` is the paper's own, as a standard deviation.
    """
    edge = round(_EDGE * scale)
    region = region[edge:-edge, edge:-edge]
    if not region.size:
        return False
    level = _lightened(region, float(np.median(region)))
    return not strokes_of(level, scale, round(max(_FAINT, _ABOVE_NOISE * noise))).is_blank


def _lightened(region: Pixels, paper: float) -> Pixels:
    """The region with what is as light as this made white, and all else lighter by as much."""
    lighter: Pixels = np.minimum(region + (255.0 - paper), 255).astype(np.uint8)
    return lighter


def _is_rest(box: tuple[int, ...], shape: tuple[int, ...], scale: float) -> bool:
    """Whether this is left of a rule: a sliver along a side. A thin 1 beside the rule is neither so long nor so short."""
    x, y, width, height = box
    beside = (x <= 1 or x + width >= shape[1] - 1) and width <= _SLIVER * scale
    along = (y <= 1 or y + height >= shape[0] - 1) and height <= _SLIVER * scale
    if beside and (height >= _LONG * scale or height <= _SHORT * scale):
        return True
    return along and (width >= _LONG * scale or width <= _SHORT * scale or width > 4 * height)


def _touches(box: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    x, y, width, height = box
    return x <= 0 or y <= 0 or x + width >= shape[1] or y + height >= shape[0]


def rows_of(ink: Mask, scale: float) -> list[tuple[int, int]]:
    """The lines of print, top down, as ranges of pixel rows; strokes of one sign that lie apart stay together."""
    runs = runs_of(ink.any(axis=1))
    tallest = max([_LOWEST_LINE * scale, *(end - start for start, end in runs)])
    joins = _is_one_sign if width_of(ink) < _ONE_SIGN * tallest else _is_one_line
    while len(runs) > 1:
        gaps = [(runs[i + 1][0] - runs[i][1], i) for i in range(len(runs) - 1) if joins(runs[i], runs[i + 1], tallest)]
        if not gaps:
            break
        _, i = min(gaps)
        runs[i : i + 2] = [(runs[i][0], runs[i + 1][1])]
    return runs


def width_of(ink: Mask) -> int:
    """How many columns of pixels the ink stretches over."""
    columns = np.flatnonzero(ink.any(axis=0))
    return int(np.ptp(columns)) + 1 if columns.size else 0


def _is_one_line(above: tuple[int, int], below: tuple[int, int], tallest: float) -> bool:
    low = min(above[1] - above[0], below[1] - below[0])
    return low < _SMALL_RUN * tallest and below[1] - above[0] <= 1.3 * tallest


def _is_one_sign(above: tuple[int, int], below: tuple[int, int], tallest: float) -> bool:
    """The same where each line has one sign: 会 is as high as its neighbours, and its halves, of which neither is low, do not touch."""
    return _is_one_line(above, below, tallest) or below[1] - above[0] <= _WHOLE_SIGN * tallest


def runs_of(filled: Any) -> list[tuple[int, int]]:
    """Where a row of yes and no says yes without a break, as ranges."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], filled.astype(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def apart(ink: Mask, widest_gap: float) -> list[tuple[int, int]]:
    """The pieces of a line that blanks wider than this part, left to right."""
    pieces: list[tuple[int, int]] = []
    for start, end in runs_of(ink.any(axis=0)):
        if pieces and start - pieces[-1][1] <= widest_gap:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def is_slash(ink: Mask) -> bool:
    """Whether this one stroke is a straight thin line that leans to the right."""
    rows, columns = np.nonzero(ink)
    height = int(np.ptp(rows)) + 1 if rows.size else 0
    if height < 6:
        return False
    slope, start = np.polyfit(rows, columns, 1)
    off = np.abs(columns - (slope * rows + start))
    return bool(-slope > _SLASH and off.max() <= max(0.12 * height, 2.0))


def is_flat(ink: Mask) -> bool:
    """Whether this one stroke is a straight level line of one thickness; an 一 in the types of print ends in a serif."""
    rows, columns = np.nonzero(ink)
    if not rows.size or int(np.ptp(columns)) < 4 * int(np.ptp(rows) + 1):
        return False
    return bool(np.ptp(ink.sum(axis=0)) <= 2)


def signs_seen(line: Pixels) -> set[int]:
    """How many signs there may be in a line: as many as pieces of ink, or as columns of ink, seen more and more strictly."""
    counts = set()
    for level in STRICTER:
        dark = (line < 255 - level).astype(np.uint8)
        counts.add(cv2.connectedComponents(dark, connectivity=8)[0] - 1)
        counts.add(len(runs_of(dark.any(axis=0))))
    return counts
