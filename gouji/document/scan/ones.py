"""Whether the 1s of a number were printed with its other digits: a pen's stroke set level before a printed 0 is read as 10.

A printed 1 has a flag or serifs beside its stem and is as heavy as its neighbours; a pen's is a bare bar, or thinner or thicker.
Measured on 157 typefaces at 150 and 200 dots an inch, 7 to 14 points, blurred and compressed: the ink beside the stem is 0.08 of the
stem's and more in 99 of 100, of a pen 0.14 and less in as many.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from gouji.document.scan.pixels import Pixels
from gouji.document.scan.strokes import STRICTER, runs_of

_BARE = 0.07  # of the stem's ink: so little stands beside the stem of hardly any typeface's 1
_BAREST = 0.05
_LIKE_OTHERS = 0.5  # of what the page's other 1s have
_CLEARLY = 0.12
_FEWEST = 3
_PLAIN = 0.15  # from here up the flag is seen, and how heavy the sign is proves nothing
# How many times as thick as each digit's own strokes a printed 1 is, in 99 of 100.
_THICK: Mapping[str, tuple[float, float]] = {
    "0": (0.88, 1.45), "1": (0.86, 1.15), "2": (0.97, 1.48), "3": (0.97, 1.53), "4": (0.74, 1.33),
    "5": (0.96, 1.6), "6": (0.9, 1.4), "7": (0.97, 1.7), "8": (0.9, 1.45), "9": (0.92, 1.41),
}  # fmt: skip
_THINNER, _THICKER = 0.1, 0.3  # beyond that no typeface goes
_LOWEST = 6  # pixels
_FAINT = 0.1
_INK = 0.43
_STEM = (0.35, 0.75)  # of the height: there is nothing but the stem
_SOFT = 1.1  # pixels: half of the soft edge, and the width of a column
_FINER = 4


@dataclass(frozen=True, slots=True)
class One:
    """A 1 as it stands in a line: the ink beside its stem as a share of the stem's, and how thick it is beside each digit near it."""

    beside: float
    near: tuple[tuple[str, float], ...]

    def is_type(self, usual: float | None) -> bool:
        """Whether it was printed, as far as it can be seen; `usual` is what the 1s of its page have beside their stems."""
        least = _BARE if usual is None else min(max(_LIKE_OTHERS * usual, _BAREST), _CLEARLY)
        return self.beside >= least and all(self._suits(digit, times) for digit, times in self.near)

    def _suits(self, digit: str, times: float) -> bool:
        low, high = _THICK[digit]
        return low - _THINNER <= times <= high + _THICKER and (self.beside >= _PLAIN or low <= times <= high)


def ones_in(line: Pixels, text: str) -> list[One]:
    """The 1s of a line in which this was read; none where signs run into one another."""
    if "1" not in text:
        return []
    for level in STRICTER:
        runs = runs_of((line < 255 - level).any(axis=0))
        if len(runs) == len(text):
            return list(_ones(_signs(line, runs), text))
    return []


def usual_beside(ones: Iterable[One]) -> float | None:
    """What the 1s of a page mostly have beside their stems; None where there are too few to tell."""
    found = [one.beside for one in ones]
    return float(np.median(found)) if len(found) > _FEWEST else None


def _signs(line: Pixels, runs: Sequence[tuple[int, int]]) -> list[Any]:
    """The darkness of each sign, from 0 to 1, up to the middle of the gaps beside it."""
    dark = (255.0 - line) / 255.0
    dark[dark < _FAINT] = 0
    middles = [(before[1] + after[0]) // 2 for before, after in pairwise(runs)]
    return [dark[:, start:end] for start, end in pairwise([0, *middles, line.shape[1]])]


def _ones(signs: Sequence[Any], text: str) -> Iterable[One]:
    thick = {n: _thickness(sign) for n, (sign, digit) in enumerate(zip(signs, text, strict=True)) if digit in _THICK}
    for n in (n for n in thick if text[n] == "1"):
        beside = _beside(signs[n])
        if beside is not None:
            near = [(text[m], thick[n] / thick[m]) for m in (n - 1, n + 1) if thick.get(m) and thick[n]]
            yield One(beside, tuple(near))


def _beside(sign: Any) -> float | None:
    """The ink beside the stem as a share of the stem's, the stem being what a straight line of its width covers."""
    rows = np.flatnonzero(sign.max(axis=1) > _INK)
    if rows.size < _LOWEST:
        return None
    top, height = int(rows[0]), int(rows[-1]) + 1 - int(rows[0])
    columns = np.arange(sign.shape[1])
    stem = np.arange(top + int(_STEM[0] * height), top + int(np.ceil(_STEM[1] * height)))
    ink = sign[stem].sum(axis=1)
    if stem.size < 3 or not ink.all():
        return None
    lean, start = np.polyfit(stem, (sign[stem] * columns).sum(axis=1) / ink, 1)
    width = float(np.median(ink))
    lines = np.arange(top, top + height)
    off = np.abs(columns - (lean * lines + start)[:, None])
    covered = np.clip(width / 2 + _SOFT - off, 0, 1)
    return float((sign[lines] * (1 - covered)).sum() / (width * height))


def _thickness(sign: Any) -> float:
    """How thick the strokes of a sign are, in pixels: the width of a bar with as much ink and as long an edge; 0 where none is seen."""
    finer = cv2.resize(sign.astype(np.float32), None, fx=_FINER, fy=_FINER, interpolation=cv2.INTER_CUBIC)
    dark = (finer > 0.5).astype(np.uint8)
    edges, _ = cv2.findContours(dark, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    half, area = sum(cv2.arcLength(edge, True) for edge in edges) / 2, float(dark.sum())
    return float((half - np.sqrt(max(half**2 - 4 * area, 0.0))) / 2 / _FINER)
