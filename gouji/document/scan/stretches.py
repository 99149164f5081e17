"""Stretches of dashed rules that were not seen: in one cell there may be too few dashes to tell a rule, but it is known where rules lie.

A rule of one row or column goes on in the next ones or ends at a merged cell, between two rules that cross it. So a stretch counts where
a rule is known at its height, where dashes made as the page's others reach from crossing to crossing, and where nothing is printed close
to them: a line of print has ink above or below, a — of a merged cell is no three dashes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from gouji.document.pdf.rules import Rule
from gouji.document.scan.cell_rule import CellRule
from gouji.document.scan.dashes import Make
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.strokes import runs_of

_SAME = 2.5  # points
_SHORTEST = 8.0
_OFF = 1.0  # paper sags
_CROSSING = 1.5  # from the middle of a rule that crosses to the first dash
_SLACK = 0.3
_FEWEST = 3
_FEWEST_DOTS = 6
_DOT = 2.0
_NO_GAP = 0.75  # dots run into one another in places
_CLOSE = 0.5  # from the rule's edge: up to here its ink is blurred
_BESIDE = 1.4
_MOST_BESIDE = 0.15  # of the length


def stretches(rules: Sequence[Rule], crossing: Sequence[Rule], dark: Pixels, makes: Sequence[Make], scale: float) -> Iterator[CellRule]:
    """The stretches of these rules, as they lie from left to right, in which they were not seen. `dark` is 255 where ink is."""
    known: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if known and at - known[-1] <= _SAME:
            continue
        known.append(at)
        own = [rule for rule in rules if abs(rule.at - at) <= _SAME]
        places = sorted(rule.at for rule in crossing if rule.start - _SAME <= at <= rule.end + _SAME)
        for start, end in pairwise(places):
            if end - start < _SHORTEST or any(rule.start <= start + _SAME and rule.end >= end - _SAME for rule in own):
                continue
            nearest = min(own, key=lambda rule: max(rule.start - end, start - rule.end))
            if found := _stretch(nearest.at, start, end, dark, makes, scale):
                yield found


def _stretch(at: float, start: float, end: float, dark: Pixels, makes: Sequence[Make], scale: float) -> CellRule | None:
    """The rule from one crossing to the other, if dashes stand there all the way and nothing beside them."""
    left, right = round((start + _CROSSING) * scale), round((end - _CROSSING) * scale)
    first, last = max(round((at - _OFF) * scale), 1), min(round((at + _OFF) * scale) + 1, len(dark) - 1)
    if left >= right or first >= last:
        return None
    ink = np.count_nonzero(dark[first - 1 : last + 1, left:right], axis=1)
    middle = first + int(np.argmax(ink[:-2] + ink[1:-1] + ink[2:]))
    half = round(max(make.thickness for make in makes) / 2 + 0.5)
    band = slice(max(middle - half, 0), middle + half + 1)
    pieces = runs_of(dark[middle - 1 : middle + 2, left:right].any(axis=0))
    thickness = np.count_nonzero(dark[band, left:right]) / max(sum(end - start for start, end in pieces), 1)
    row = _Row(pieces, right - left, thickness)
    if not any(row.is_made(make, scale) for make in makes) or not _is_alone(dark[:, left:right], middle, half, scale):
        return None
    rows, columns = np.nonzero(dark[band, round(start * scale) : round(end * scale)])
    return CellRule(at, start, end, (rows + band.start, columns + round(start * scale)))


@dataclass(frozen=True, slots=True)
class _Row:
    """Pieces of ink in a row, from where to where each, the row's length, and their mean thickness."""

    pieces: Sequence[tuple[int, int]]
    length: int
    thickness: float

    def is_made(self, make: Make, scale: float) -> bool:
        """Whether these are dashes of this make all the way, or dots as thick; crossings may cut the first and the last one short."""
        slack = _SLACK * scale
        if len(self.pieces) < _FEWEST or abs(self.thickness - make.thickness) > 0.3 * make.thickness + slack:
            return False
        between = [after[0] - before[1] for before, after in pairwise(self.pieces)]
        widest = max(self.pieces[0][0], *between, self.length - self.pieces[-1][1])
        lengths = [end - start for start, end in self.pieces]
        dots = len(lengths) >= _FEWEST_DOTS and max(widest, np.median(lengths)) <= _DOT * scale
        if dots or widest <= _NO_GAP * scale:
            return True
        return bool(
            widest <= 1.35 * make.gap + 2 * slack
            and max(lengths) <= 1.25 * make.length + slack
            and min(lengths[1:-1]) >= 0.75 * make.length - slack
        )


def _is_alone(dark: Pixels, middle: int, half: int, scale: float) -> bool:
    """Whether next to nothing is printed above and below."""
    near, far = half + round(_CLOSE * scale), half + round((_CLOSE + _BESIDE) * scale)
    sides = dark[max(middle - far, 0) : max(middle - near, 0)], dark[middle + near + 1 : middle + far + 1]
    return all(np.count_nonzero(side.any(axis=0)) <= _MOST_BESIDE * dark.shape[1] for side in sides)
