"""Whether the digits of a number stand on one line and are of one height, as type is and what a pen added is hardly ever."""

from collections.abc import Sequence

import numpy as np

from gouji.document.scan.pixels import Mask, Pixels
from gouji.document.scan.strokes import STRICTER, runs_of

_OFF = 0.12  # of the tallest digit's height; types whose 3 or 9 hangs lower are doubted
_SOFT = 2  # pixels: the edges of print this small are ragged


def stand_level(line: Pixels, text: str) -> bool:
    """Whether those digits do in a line in which this was read; nothing is known where signs run into one another."""
    for level in STRICTER:
        dark = line < 255 - level
        runs = runs_of(dark.any(axis=0))
        if len(runs) == len(text):
            return _are_alike([_extent(dark[:, start:end]) for (start, end), sign in zip(runs, text, strict=True) if sign.isdigit()])
    return True


def _extent(sign: Mask) -> tuple[int, int]:
    rows = np.flatnonzero(sign.any(axis=1))
    return int(rows[0]), int(rows[-1]) + 1


def _are_alike(extents: Sequence[tuple[int, int]]) -> bool:
    """Whether all begin at one height and end at one."""
    off = max([_SOFT, *(_OFF * (bottom - top) for top, bottom in extents)])
    return all(max(places) - min(places) <= off for places in zip(*extents, strict=True))
