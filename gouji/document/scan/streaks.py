"""Streaks that dust on a scanner's glass draws: thin lines from one end of the page to the other, over margins and tables alike.

What was printed under one still shows where the dust lets light through, and is lost where it does not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from gouji.document.scan.pixels import Colours, Mask, Matrix3, Pixels
from gouji.document.scan.strokes import runs_of

_WIDEST = 1.6  # points
_SEEN = 8  # grey levels darker than the paper on both sides, at nearly every height
_NEARLY = 0.85
_DARKER = 16  # in the middle
_MARGIN = 0.012  # of the page's length, at either end: there is nothing else
_WHITE = 0.9  # of the paper's
_CLEAR = 0.97
_SHADE = 70  # grey levels below the paper: ink
_SHOWS = 100  # ink under a streak is by so much darker than the streak, or it would be paler than ink without it
_FEWEST = 3
_MOST = 6
_SHORTEST = 250.0  # points: a lower picture is no page
_RULE = 16.0  # points: longer than the strokes of print
_EVERY = 3  # rows of pixels
_DEEPEST = 140  # grey levels: with darker streaks no print shows, not even black


@dataclass(frozen=True, slots=True)
class Wiped:
    """The page without streaks, and 255 where one hid what is printed."""

    pixels: Colours
    hidden: Pixels


def without_streaks(page: Colours, scale: float) -> Wiped:
    """The page, `scale` pixels a point, without the streaks along it and across it."""
    grey = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    clean, hidden = page.copy(), np.zeros_like(grey)
    for streak in _streaks(grey, scale):
        streak.wipe(clean, hidden)
    for streak in _streaks(np.ascontiguousarray(grey.T), scale):
        streak.wipe(clean.transpose(1, 0, 2), hidden.T)
    return Wiped(clean, hidden)


def _streaks(grey: Pixels, scale: float) -> list["_Streak"]:
    """The streaks along a page."""
    reach = round(_WIDEST * scale) + 1
    places = [(start, end) for start, end in runs_of(_streaked(grey[::_EVERY], reach)) if end - start <= _WIDEST * scale]
    if not 0 < len(places) <= _MOST or len(grey) < _SHORTEST * scale or not _has_margins(grey) or _is_cut_out(grey, places, scale):
        return []
    return [streak for streak in (_Streak(grey, start, end) for start, end in places) if streak.is_seen]


def _streaked(grey: Pixels, reach: int) -> Mask:
    """For each column of pixels whether it is darker than both sides from end to end."""
    ridge = cv2.subtract(_beside(grey, reach), grey)
    seen = ridge >= _SEEN
    ends = max(round(_MARGIN * len(grey)), 1)
    return np.asarray(
        (seen.mean(axis=0) >= _NEARLY) & (seen[:ends].mean(axis=0) >= _NEARLY) & (seen[-ends:].mean(axis=0) >= _NEARLY)
        & (np.median(ridge[::4], axis=0) >= _DARKER)
    )  # fmt: skip


def _beside(grey: Pixels, reach: int) -> Pixels:
    """What is lighter of both sides is no darker than this."""
    wide = cv2.copyMakeBorder(grey, 0, 0, reach, reach, cv2.BORDER_CONSTANT, value=0)
    return np.minimum(wide[:, : -2 * reach], wide[:, 2 * reach :])


def _has_margins(grey: Pixels) -> bool:
    """Whether both ends of the page are white, but for streaks."""
    ends = max(round(_MARGIN * len(grey)), 1)
    return all(np.mean(part > _WHITE * np.median(part)) >= _CLEAR for part in (grey[:ends], grey[-ends:]))


def _is_cut_out(grey: Pixels, places: Sequence[tuple[int, int]], scale: float) -> bool:
    """Whether this is a picture cut out of a table: its rules end at such lines on both sides, or go on to the picture's."""
    dark = (grey < np.median(grey) - _SHADE).astype(np.uint8)
    rules = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(_RULE * scale)), np.uint8)) > 0
    beside, last = round(_WIDEST * scale) + 1, rules.shape[1] - 1
    sides = [(_count(rules[:, max(start - beside, 0)]), _count(rules[:, min(end + beside, last)])) for start, end in places]
    ends = any(left >= right + _FEWEST and left > 2 * right for left, right in sides)
    begins = any(right >= left + _FEWEST and right > 2 * left for left, right in sides)
    return (begins and ends) or max(_count(rules[:, 1]), _count(rules[:, last - 1])) >= _FEWEST


class _Streak:
    def __init__(self, grey: Pixels, start: int, end: int) -> None:
        soft = 1
        self.left, self.right = max(start - soft - 1, 0), min(end + soft, grey.shape[1] - 1)
        self.columns = slice(self.left + 1, self.right)
        left, right = grey[:, self.left], grey[:, self.right]
        paper = float(np.median(np.minimum(left, right)))
        clear = np.minimum(left, right) > _WHITE * paper
        crossing = np.maximum(left, right) < paper - _SHADE
        self.depth = self._depth(paper - grey[clear][:, self.columns].astype(np.float32))
        self.is_seen = bool(self.depth.size and self.depth.max() >= _SEEN)
        self.shows_print = self.is_seen and self._shows_print(grey, paper, crossing)

    def wipe(self, page: Colours, hidden: Pixels) -> None:
        """Makes it white on this page; what may have been under it is hidden where it does not show."""
        if self.shows_print:
            page[:, self.columns] = np.minimum(page[:, self.columns] + self.depth, 255)
        else:
            page[:, self.columns] = np.minimum(page[:, [self.left]], page[:, [self.right]])
            hidden[:, self.columns] = 255

    def _depth(self, darker: Matrix3) -> Matrix3:
        """By how much each of its columns is darker than the paper, where that is clear."""
        usual = np.median(darker, axis=0) if len(darker) else np.zeros(darker.shape[1])
        return np.round(usual).clip(0)[None, :, None]

    def _shows_print(self, grey: Pixels, paper: float, crossing: Mask) -> bool:
        """Whether ink that crosses it is darker there than the streak alone."""
        alone = paper - self.depth.max()
        if self.depth.max() > _DEEPEST or not crossing.any():
            return False
        core = np.flatnonzero(self.depth.ravel() > self.depth.max() / 2) + self.columns.start
        lightest = grey[crossing][:, core].max(axis=1)
        return bool(lightest.size >= _FEWEST and np.median(lightest) < alone - _SHOWS)


def _count(rows: Mask) -> int:
    return len(runs_of(rows))
