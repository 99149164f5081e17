"""What stands between two level rules of a page: straight upright strokes, those one above the other together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from gouji.document.pdf.rules import Rule
from gouji.document.scan.pixels import Mask, Pixels

_LOWEST, _HIGHEST = 5.0, 40.0  # points from one level rule to the next; longer uprights tell themselves by their length
_ALONG = 60.0  # points that two level rules run one above the other
_THICKEST = 4.0
_STRAIGHT = 1.5  # pixels by which a stroke is wider than thick: the flag of a 1 stands out farther
_TALL = 0.9  # of the band
_SQUAT = 1.5  # a dash that a rule cuts short, and a dot
_BEYOND = 6.0  # points: a dashed rule may end on a gap, and its last dash be taken for a part of the upright
_SAG = 1.2
_LEVEL = 5.0  # points: wider than an upright is thick
_SAME = 0.45
_BESIDE = 2.0
_FILLED = 0.35


@dataclass(frozen=True, slots=True)
class Column:
    """Straight strokes one above the other: their middle from the left and their thickness, in pixels of the band, and their numbers.

    `ends` are the tops and bottoms of all, from the upper rule on; the lower rule lies at `height`. `touches`: whether they touch the
    ink of either; a dashed rule may have a gap there.
    """

    at: float
    thickness: float
    strokes: tuple[int, ...]
    ends: tuple[int, ...]
    height: int
    touches: tuple[bool, bool]

    @property
    def reaches(self) -> tuple[bool, bool]:
        """Whether they reach the place of either rule, whether it has ink there or not."""
        return self.ends[0] <= 1, self.height - self.ends[-1] <= 1

    @property
    def filled(self) -> float:
        """The share of the band's height that the strokes take."""
        return (sum(self.ends[1::2]) - sum(self.ends[::2])) / max(self.height, 1)


def bands_of(levels: Sequence[Rule]) -> Iterator[tuple[float, float, float, float]]:
    """Where two level rules run one above the other with none between: from left to right, from top to bottom."""
    order = sorted(levels)
    for number, (top, start, end) in enumerate(order):
        free = [(start, end)]
        for bottom, left, right in order[number + 1 :]:
            if bottom - top > _HIGHEST or not free:
                break
            if bottom - top < _LOWEST:
                continue
            for x0, x1 in free:
                if min(x1, right) - max(x0, left) >= _ALONG:
                    yield max(x0, left), min(x1, right), top, bottom
            free = [part for x0, x1 in free for part in ((x0, min(x1, left)), (max(x0, right), x1)) if part[1] - part[0] >= _ALONG]


class Band:
    """The ink between two level rules, which may sag a little. `dark` is that of the page, `covered` says where its level rules are."""

    def __init__(self, box: tuple[float, float, float, float], dark: Pixels, covered: Pixels, scale: float) -> None:
        x0, x1, self.top, self.bottom = box
        self.scale, self.reach = scale, round(2 * _SAG * scale) + 1
        self.left, self.first = max(round((x0 - _BEYOND) * scale), 0), max(round((self.top - _SAG) * scale), 0)
        part = slice(self.first, round((self.bottom + _SAG) * scale)), slice(self.left, round((x1 + _BEYOND) * scale))
        self.ruled = (covered[part] > 0) | self._crossings(dark[part])
        self.dark: Mask = dark[part] > 0
        ink = self._parted(np.where(self.ruled, 0, dark[part]))
        count, self.labels, self.stats, self.centres = cv2.connectedComponentsWithStats(ink, connectivity=8)
        self.columns = list(self._columns(count))

    def ink_of(self, column: Column) -> tuple[Any, Any]:
        """The pixels (rows, columns) of the page that it is made of."""
        sides = self.stats[list(column.strokes), 0]
        first, last = int(sides.min()), int((sides + self.stats[list(column.strokes), 2]).max())
        rows, columns = np.nonzero(np.isin(self.labels[:, first:last], column.strokes))
        return rows + self.first, columns + first + self.left

    def place(self, column: Column) -> float:
        """Where on the page it stands, in points from the left."""
        return (column.at + self.left) / self.scale

    def is_at(self, column: Column, place: float) -> bool:
        return abs(self.place(column) - place) <= _SAME

    def has(self, at: float, height: float) -> bool:
        """Whether this point of the page lies well inside."""
        return self.left <= at * self.scale < self.left + self.ruled.shape[1] and self.top + _SAG < height < self.bottom - _SAG

    def holds(self, place: float) -> bool:
        """Whether straight strokes stand there."""
        return any(self.is_at(column, place) and column.filled >= _FILLED for column in self.columns)

    def is_notched(self, one: Column, other: Column) -> bool:
        """Whether both of its rules have a gap between these two columns and none beside them: there a double border crosses them."""
        between, beside = round((one.at + other.at) / 2), round(_BESIDE * self.scale)
        left, right = max(round(one.at) - beside, 0), min(round(other.at) + beside, self.dark.shape[1] - 1)
        rules = [np.asarray(part.any(axis=0)) for part in (self.dark[: self.reach], self.dark[-self.reach :])]
        return all(rule[left] and rule[right] and not rule[between] for rule in rules)

    def _crossings(self, dark: Pixels) -> Any:
        """The level ink at the band's edges that is counted to no rule: dashes that cross an upright."""
        level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, round(_LEVEL * self.scale)), np.uint8))
        level[self.reach : -self.reach] = 0
        return cv2.dilate(level, np.ones((3, 1), np.uint8)) > 0

    def _parted(self, ink: Pixels) -> Pixels:
        """The ink with strokes from rule to rule apart from print that touches them, and from the soft corners where they meet a rule."""
        thickness = float(np.median(np.count_nonzero(self.ruled, axis=0)))
        tallest = round(_TALL * ((self.bottom - self.top) * self.scale - thickness))
        tall = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((max(tallest, 1) | 1, 1), np.uint8))
        tall[:, ~self._meets_both(tall > 0)] = 0  # a sign of a full row comes near its rules
        beside = cv2.subtract(cv2.dilate(tall, np.ones((1, 3), np.uint8)), tall)
        parted: Pixels = cv2.subtract(ink, beside)
        return parted

    def _meets_both(self, ink: Any) -> Any:
        """For each column of pixels whether this ink goes on right to the ink of either rule."""
        above, below = self.ruled[:-1] & ink[1:], ink[:-1] & self.ruled[1:]
        return above[: self.reach].any(axis=0) & below[-self.reach :].any(axis=0)

    def _columns(self, count: int) -> Iterator[Column]:
        straight = (number for number in range(1, count) if _is_straight(self.stats[number], self.scale))
        group: list[int] = []
        for number in sorted(straight, key=lambda number: float(self.centres[number][0])):
            if group and self.centres[number][0] - self.centres[group[-1]][0] > 1:
                yield from self._column(group)
                group = []
            group.append(number)
        yield from self._column(group)

    def _column(self, group: Sequence[int]) -> Iterator[Column]:
        """These strokes, but for what lies outside of the rules."""
        if not group:
            return
        at = float(np.mean(self.centres[group, 0]))
        (top, above), (bottom, below) = self._rules_at(round(at))
        inside = [number for number in group if top <= self.centres[number][1] < bottom]
        strokes = sorted(inside, key=lambda number: int(self.stats[number][1]))
        if strokes:
            tops, heights, areas = self.stats[strokes, 1], self.stats[strokes, 3], self.stats[strokes, 4]
            ends = tuple(int(end) - top for one, high in zip(tops, heights, strict=True) for end in (one, one + high))
            touches = above and ends[0] <= 1, below and bottom - top - ends[-1] <= 1
            yield Column(at, float(np.mean(areas / heights)), tuple(strokes), ends, bottom - top, touches)

    def _rules_at(self, x: int) -> tuple[tuple[int, bool], tuple[int, bool]]:
        """Where the upper rule's ink ends at this place, where that of the lower begins, and whether there is any."""
        line = self.ruled[:, min(x, self.ruled.shape[1] - 1)]
        upper, lower = np.flatnonzero(line[: self.reach]), np.flatnonzero(line[-self.reach :])
        top = int(upper[-1]) + 1 if upper.size else round(_SAG * self.scale)
        bottom = len(line) - self.reach + int(lower[0]) if lower.size else len(line) - round(_SAG * self.scale)
        return (top, bool(upper.size)), (bottom, bool(lower.size))


def _is_straight(stats: Any, scale: float) -> bool:
    _, _, width, height, area = stats.tolist()
    return bool(width <= _THICKEST * scale and width <= area / height + _STRAIGHT and width <= _SQUAT * height)
