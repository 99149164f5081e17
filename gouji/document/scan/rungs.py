"""Uprights of a single row: too short to be told from print by their length, but they reach from one level rule to the next.

Solid ones touch both. Dashes need not, and one dash in a low row looks like a 1: they count where they are made as the page's level
dashes are, all the way down the row, and they are many or others of that row lie just so, or where they go on in line with such in
other rows.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import cv2
import numpy as np

from gouji.document.pdf.rules import Rules
from gouji.document.scan.bands import Band, Column, bands_of
from gouji.document.scan.cell_rule import CellRule
from gouji.document.scan.dashes import Make
from gouji.document.scan.pixels import Pixels

_SAME = 0.45  # points
_NEAR = 2.5
_SLACK = 0.3
_MOST = 0.6
_SURELY = 5
_NO_GAP = 0.75
_NEARLY = 0.75  # of the row
_SEVERAL = 6  # both sides of three cells
_HALF = 0.5  # of the row
_PAIR = 4.0  # points
_PAIRS = 3


class Rows:
    """What stands between the level rules of a page.

    `dark` is 255 where ink is, `level_ink` where that of the level rules is; `rules` are those known by their length, whose dashes are
    of these makes.
    """

    def __init__(self, dark: Pixels, level_ink: Pixels, rules: Rules, makes: Sequence[Make], scale: float) -> None:
        covered = cv2.dilate(level_ink, np.ones((3, 3), np.uint8))
        self.makes, self.scale, self.uprights = makes, scale, rules.upright
        self.bands = [Band(box, dark, covered, scale) for box in bands_of(rules.level)]

    def rungs(self) -> Iterator[CellRule]:
        """The uprights of single rows."""
        found = [self._known(band) for band in self.bands]
        while more := [(number, column) for number, column in self._others(found) if self._goes_on(number, column, found)]:
            for number, column in more:
                found[number].append(column)
        for band, columns in zip(self.bands, found, strict=True):
            for column in columns:
                yield CellRule(band.place(column), band.top, band.bottom, band.ink_of(column))

    def _known(self, band: Band) -> list[Column]:
        """The columns of the band that tell themselves."""
        alone = (*_solid(band.columns, self.scale), *_notched(band, self.scale), *_dashed(band.columns, self.makes, self.scale))
        return list(dict.fromkeys(alone))

    def within(self, at: float, start: float, end: float) -> tuple[float, float]:
        """From where to where an upright of dashes goes: strokes of print that stand in line with it make it longer than it is."""
        while band := next((b for b in self.bands if b.has(at, start) and not b.holds(at)), None):
            start = band.bottom
        while band := next((b for b in self.bands if b.has(at, end) and not b.holds(at)), None):
            end = band.top
        return start, end

    def _others(self, found: Sequence[Sequence[Column]]) -> Iterator[tuple[int, Column]]:
        return ((n, column) for n, band in enumerate(self.bands) for column in band.columns if column not in found[n])

    def _goes_on(self, number: int, column: Column, found: Sequence[Sequence[Column]]) -> bool:
        """Whether these are dashes of an upright known in other rows: they touch a rule, or what stands there beyond that rule does."""
        band = self.bands[number]
        if not _is_made(column, self.makes, self.scale):
            return False
        known = [(other, c) for other, cs in zip(self.bands, found, strict=True) for c in cs if other.is_at(c, band.place(column))]
        if any(column.touches):
            return bool(known)
        beyond = any(c.touches[1] if other.bottom == band.top else other.top == band.bottom and c.touches[0] for other, c in known)
        return (beyond or self._ends_at(band, column)) and any(_is_whole(column, make, self.scale) for make in self.makes)

    def _ends_at(self, band: Band, column: Column) -> bool:
        """Whether an upright known by its length comes to one of the band's rules, but for a dash, just where this column stands."""
        near = _NEAR + max((make.length + make.gap for make in self.makes), default=0.0) / self.scale
        in_line = [upright for upright in self.uprights if band.is_at(column, upright.at)]
        return any(-_NEAR <= band.top - upright.end <= near or -_NEAR <= upright.start - band.bottom <= near for upright in in_line)


def _solid(columns: Sequence[Column], scale: float) -> Iterator[Column]:
    """The columns that are one stroke from rule to rule, or dots that run into one another.

    Borders of cells may end before the rule below, which is their table's: then several do so, and touch the rule above. Double ones
    may end before both.
    """
    short = [c for c in columns if len(c.strokes) == 1 and c.touches[0] and c.filled >= _NEARLY]
    for column in columns:
        if all(column.touches):
            between = zip(column.ends[1::2], column.ends[2::2], strict=False)
            if all(below - above <= _NO_GAP * scale for above, below in between):
                yield column
        elif column in short and sum(_is_alike(column, other, scale) for other in short) >= _SEVERAL:
            yield column
    yield from _double(columns, scale)


def _double(columns: Sequence[Column], scale: float) -> Iterator[Column]:
    """The columns that are one stroke and stand in pairs, of which several have their ends at the same heights."""
    strokes = [column for column in columns if len(column.strokes) == 1 and column.filled >= _HALF]
    pairs = [(one, other) for one, other in pairwise(strokes) if other.at - one.at <= _PAIR * scale and _is_alike(one, other, scale)]
    for pair in pairs:
        if sum(_is_alike(pair[0], other, scale) for other, _ in pairs) >= _PAIRS:
            yield from pair


def _notched(band: Band, scale: float) -> Iterator[Column]:
    """The columns that stand in a pair where both rules of the row have a gap between them, however short they are of those rules.

    Some programs draw the uprights of double borders so that no more than half of them shows, like 11; no print makes gaps in rules.
    """
    strokes = [column for column in band.columns if len(column.strokes) == 1 and column.filled >= _HALF]
    for one, other in pairwise(strokes):
        if other.at - one.at <= _PAIR * scale and _is_alike(one, other, scale) and band.is_notched(one, other):
            yield from (one, other)


def _dashed(columns: Sequence[Column], makes: Sequence[Make], scale: float) -> Iterator[Column]:
    """The columns that are dashes, where at least two of a band lie at the same heights; of some others most dashes do.

    In a low row there is no room for as many lines of print as make a lone column sure.
    """
    made = [c for c in columns if len(c.strokes) > 1 and _is_made(c, makes, scale)]
    alike = [c for c in made if _is_sure(c) or any(c is not other and _is_alike(c, other, scale) for other in made)]
    yield from alike
    yield from (column for column in columns if column not in alike and any(_is_most_of(other, column, scale) for other in alike))


def _is_sure(column: Column) -> bool:
    """Whether there are more strokes than lines of print have room, or some that reach from rule to rule, as those of print hardly do."""
    return len(column.strokes) >= _SURELY or (len(column.strokes) > 1 and all(column.reaches))


def _is_made(column: Column, makes: Sequence[Make], scale: float) -> bool:
    """Whether these are dashes of one of these makes all the way from rule to rule; rules may cut the first and the last one short."""
    slack = _SLACK * scale
    sides = [0, *column.ends, column.height]
    gap = max(below - above for above, below in zip(sides[::2], sides[1::2], strict=True))
    lengths = [bottom - top for top, bottom in zip(column.ends[::2], column.ends[1::2], strict=True)]
    whole = lengths[column.reaches[0] : len(lengths) - column.reaches[1]]
    return any(
        abs(column.thickness - make.thickness) <= 0.3 * make.thickness + slack
        and gap <= 1.35 * make.gap + 2 * slack
        and max(lengths) <= 1.25 * make.length + slack
        and min(whole, default=make.length) >= 0.75 * make.length - slack
        for make in makes
    )


def _is_whole(column: Column, make: Make, scale: float) -> bool:
    """Whether its last stroke is a dash that nothing cut short."""
    return bool(abs(column.ends[-1] - column.ends[-2] - make.length) <= 0.12 * make.length + _SLACK * scale)


def _is_alike(one: Column, other: Column, scale: float) -> bool:
    return len(one.ends) == len(other.ends) and _is_among(one, other, scale)


def _is_most_of(whole: Column, part: Column, scale: float) -> bool:
    """Whether all strokes of this part, three at least, are some of the whole, which has few others."""
    as_thick = abs(part.thickness - whole.thickness) <= _SLACK * scale
    return as_thick and len(part.strokes) > 2 and len(part.strokes) >= _MOST * len(whole.strokes) and _is_among(part, whole, scale)


def _is_among(one: Column, other: Column, scale: float) -> bool:
    others = list(zip(other.ends[::2], other.ends[1::2], strict=True))
    return all(
        any(max(abs(top - above), abs(bottom - below)) <= _SAME * scale for above, below in others)
        for top, bottom in zip(one.ends[::2], one.ends[1::2], strict=True)
    )
