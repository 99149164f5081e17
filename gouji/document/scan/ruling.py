"""The rules of a page's tables, found as long thin runs of ink that meet one another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np

from gouji.document.pdf.frame import Box
from gouji.document.pdf.rules import Rule, Rules
from gouji.document.scan.cell_rule import CellRule
from gouji.document.scan.corners import borders_of
from gouji.document.scan.dashes import Make, with_dashes
from gouji.document.scan.lone import lone_strokes
from gouji.document.scan.pale import with_pale_rules
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.rungs import Rows
from gouji.document.scan.stretches import stretches

_INK = 70  # grey levels below the paper
_SHORTEST = (16.0, 13.0)  # points, across and down: longer than the strokes of print in a table
_SURELY = 60.0  # points: no stroke of print is so long
_GAP = 3.0
_THICKEST = 4.0
_SAG = 5.0  # by how much a rule may bend or slant over its length
_MEET = 6.0
_TOUCH = 1.5  # a rule may be two lines; no sign comes so near to both of a row
_TAIL = 30.0  # the strokes of a heading, and the white below it, are no longer
_SAME = 2.5
_FEWEST = 3
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Ruling:
    """The rules in points of the page, and 255 where their ink lies."""

    rules: Rules
    ink: Pixels


@dataclass(frozen=True, slots=True)
class _Run:
    """A rule: where it lies across its direction, from where to where it goes, and the pieces of ink that it is made of."""

    at: float
    start: float
    end: float
    pieces: tuple[int, ...]

    @property
    def length(self) -> float:
        return self.end - self.start


def ruling_of(page: Pixels, scale: float, lines: Sequence[Box]) -> Ruling:
    """The rules that meet others.

    `scale` is pixels a point; `lines` are the boxes of lines of print, in pixels: a stroke of a large sign in one is no rule.
    """
    boxes = [(x0 / scale, top / scale, x1 / scale, bottom / scale) for x0, top, x1, bottom in lines]
    dark_down = _dark(np.ascontiguousarray(page.T), scale)
    whole, makes = _level(page, scale)
    whole_down = with_dashes(dark_down, scale, makes)[0] if makes else dark_down
    across_runs, across_ink = _runs(whole, scale, _SHORTEST[0])
    down_runs, down_ink = _runs(whole_down, scale, _SHORTEST[1])
    across = [run for run in _merged(across_runs) if run.length >= _SURELY or not _is_print((run.start, run.at, run.end, run.at), boxes)]
    down = [run for run in down_runs if _reaches(run, across) or not _is_print((run.at, run.start, run.at, run.end), boxes)]
    upright = np.ascontiguousarray(_drawn(down, down_ink).T)
    sharp = cv2.bitwise_or(_where_ink(page), upright) if makes else _where_ink(page)  # a gap between dashes is no corner
    borders = _of_tables(list(_numbered(borders_of(whole, upright, sharp, scale, _SHORTEST[0]), across_ink.T)), across, down)
    across = _merged([*across, *borders]) if borders else across
    if makes:  # rows of a single line are bounded by them
        found = stretches(_as_rules(across), _as_rules(down), _where_ink(page), makes, scale)
        across = _merged([*across, *_numbered(found, across_ink.T)])
    rows = Rows(np.ascontiguousarray(dark_down.T), _drawn(across, across_ink), Rules(_as_rules(across), _as_rules(down)), makes, scale)
    down = _merged([*(_without_print(down, rows) if makes else down), *_numbered(rows.rungs(), down_ink)])
    across, down = _meeting(across, down)
    down = _without_tails(sorted(down, key=lambda run: run.at), across)
    across, down = _followed(across, down, page, (across_ink.T, down_ink), makes, scale) if makes else (across, down)
    rules = Rules(_as_rules(across), _as_rules(down))
    ink = cv2.bitwise_or(_drawn(across, across_ink), np.ascontiguousarray(_drawn(down, down_ink).T))
    return Ruling(rules, ink)


def _level(page: Pixels, scale: float) -> tuple[Pixels, list[Make]]:
    """The ink with the gaps of level dashes filled and without the dashes of print, and how those of rules are made."""
    dark = _dark(page, scale)
    whole, makes = with_dashes(dark, scale)
    lone = lone_strokes(dark, _where_ink(page), makes, scale, _SHORTEST[0])
    return with_dashes(cv2.bitwise_and(dark, 255 - lone), scale) if lone.any() else (whole, makes)


def _as_rules(runs: Sequence[_Run]) -> list[Rule]:
    return [Rule(run.at, run.start, run.end) for run in runs]


def _dark(page: Pixels, scale: float) -> Pixels:
    """255 where ink is, blurred along level lines, and where long ones are too thin to be dark."""
    blurred = cv2.blur(page, (3, 1))
    return with_pale_rules(_where_ink(blurred), blurred, scale)


def _where_ink(page: Pixels) -> Pixels:
    dark: Pixels = np.where(page < 255 - _INK, 255, 0).astype(np.uint8)
    return dark


def _runs(dark: Pixels, scale: float, shortest: float) -> tuple[list[_Run], Any]:
    """The long thin runs of ink from left to right, and for each pixel of theirs the number of its run."""
    runs = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, max(8, round(shortest * scale))), np.uint8))
    bridge = round(_GAP * scale) | 1
    count, labels, stats, centres = cv2.connectedComponentsWithStats(cv2.dilate(runs, np.ones((1, bridge), np.uint8)))
    found = []
    for index in range(1, count):
        x, _, width, height, area = (int(value) for value in stats[index])
        if height <= (_SAG + _THICKEST) * scale and area <= _THICKEST * scale * width:
            start, end = (x + bridge // 2) / scale, (x + width - bridge // 2) / scale
            found.append(_Run(float(centres[index][1]) / scale, start, end, (index,)))
    labels[runs == 0] = 0
    return found, labels


def _is_print(rule: Box, lines: Sequence[Box]) -> bool:
    """Whether this lies in a line of print."""
    return any(x0 - 1 <= rule[0] and top - 1 <= rule[1] and rule[2] <= x1 + 1 and rule[3] <= bottom + 1 for x0, top, x1, bottom in lines)


def _reaches(run: _Run, across: Sequence[_Run]) -> bool:
    """Whether an upright goes from one long level rule to another: the box of a label that stands upright beside it may hold it."""
    long = [other for other in across if other.length >= _SURELY and other.start - _MEET <= run.at <= other.end + _MEET]
    return all(any(abs(other.at - end) <= _TOUCH for other in long) for end in (run.start, run.end))


def _without_print(down: Iterable[_Run], rows: Rows) -> Iterator[_Run]:
    """Uprights of dashes without the strokes of print that stand in line with them."""
    for run in down:
        start, end = rows.within(run.at, run.start, run.end)
        if start < end:
            yield replace(run, start=start, end=end)


def _of_tables(borders: Sequence[_Run], across: Sequence[_Run], down: Sequence[_Run]) -> list[_Run]:
    """Those of cells beside wider ones, or beside others of these: a sign like 口 has corners too."""
    known: list[_Run] = []
    while more := [run for run in borders if run not in known and any(_met(o, [*across, *known]) for o in _met(run, down))]:
        known += more
    return known


def _numbered(rules: Iterable[CellRule], labels: Any) -> Iterator[_Run]:
    """Rules of single cells as runs, their ink numbered among that of the others; `labels` has columns for rows, as uprights have."""
    for number, rule in enumerate(rules, int(labels.max()) + 1):
        rows, columns = rule.ink
        labels[columns, rows] = number
        yield _Run(rule.at, rule.start, rule.end, (number,))


def _followed(
    across: Sequence[_Run], down: Sequence[_Run], page: Pixels, labels: tuple[Any, Any], makes: Sequence[Make], scale: float
) -> tuple[list[_Run], list[_Run]]:
    """The rules with the stretches of dashes in which they were not seen; each may bound another."""
    ink = _where_ink(page)
    turned = np.ascontiguousarray(ink.T)
    for _ in range(_ROUNDS):
        level = list(stretches(_as_rules(across), _as_rules(down), ink, makes, scale))
        crossing = _as_rules([*across, *_open_ends(down, across)])
        upright = [rule.turned for rule in stretches(_as_rules(down), crossing, turned, makes, scale)]
        if not level and not upright:
            break
        across = _merged([*across, *_numbered(level, labels[0])])
        down = _merged([*down, *_numbered(upright, labels[1])])
    return list(across), list(down)


def _open_ends(down: Sequence[_Run], across: Sequence[_Run]) -> Iterator[_Run]:
    """Where a page's end cuts a row: there several uprights end together, and no level rule tells how far the others go."""
    for height in sorted({end for run in down for end in (run.start, run.end)}):
        places = [run.at for run in down if min(abs(run.start - height), abs(run.end - height)) <= _SAME]
        open_end = _Run(height, min(places), max(places), ())
        is_row = open_end.length >= _SURELY and len(places) >= _FEWEST
        if (
            is_row
            and not any(run.start < height - _SAME and height + _SAME < run.end for run in _met(open_end, down))
            and not any(abs(run.at - height) <= _MEET and run.start < open_end.end and open_end.start < run.end for run in across)
        ):
            yield open_end


def _drawn(runs: Sequence[_Run], labels: Any) -> Pixels:
    """255 where the ink of these runs lies."""
    own = np.zeros(int(labels.max()) + 1, np.uint8)
    own[[piece for run in runs for piece in run.pieces]] = 255
    drawn: Pixels = own[labels]
    return drawn


def _merged(runs: Sequence[_Run]) -> list[_Run]:
    """Pieces of one rule as one."""
    merged: list[_Run] = []
    for run in sorted(runs, key=lambda r: (r.at, r.start)):
        twin = next((i for i, other in enumerate(merged) if _is_one(run, other)), None)
        if twin is None:
            merged.append(run)
        else:
            merged[twin] = _joined(merged[twin], run)
    return merged


def _is_one(run: _Run, other: _Run) -> bool:
    return abs(run.at - other.at) <= _SAME and run.start <= other.end + _MEET and run.end >= other.start - _MEET


def _joined(one: _Run, other: _Run) -> _Run:
    at = (one.at * one.length + other.at * other.length) / (one.length + other.length)
    return _Run(at, min(one.start, other.start), max(one.end, other.end), one.pieces + other.pieces)


def _meeting(across: list[_Run], down: list[_Run]) -> tuple[list[_Run], list[_Run]]:
    """The rules that meet others, with their ends brought to those; strokes of print end anywhere."""
    while True:
        lying = [run for run in across if len(_met(run, down)) >= 2]
        # One is enough: a row that the page cuts off has no floor. None beside a label that goes on over the whole page.
        standing = [run for run in down if _met(run, lying) or (lying and run.length >= _SURELY)]
        if (len(lying), len(standing)) == (len(across), len(down)):
            return [_fitted(run, down) for run in across], [_fitted(run, across) for run in down]
        across, down = lying, standing


def _without_tails(down: Sequence[_Run], across: Sequence[_Run]) -> list[_Run]:
    """The uprights up to the last rules that they meet: a stroke of the heading below may stand in line with one and touch its end.

    Where a page's end cuts a row the outermost go on, or most.
    """
    places = [[other.at for other in _met(run, across)] or [run.start, run.end] for run in down]
    tops, bottoms = [min(found) for found in places], [max(found) for found in places]
    fitted = []
    for run, top, bottom in zip(down, tops, bottoms, strict=True):
        above = [other.start < top - _MEET for other, place in zip(down, tops, strict=True) if abs(place - top) <= _SAME]
        below = [other.end > bottom + _MEET for other, place in zip(down, bottoms, strict=True) if abs(place - bottom) <= _SAME]
        start = run.start if _is_cut(above) or top - run.start > _TAIL else max(run.start, top)
        fitted.append(replace(run, start=start, end=run.end if _is_cut(below) or run.end - bottom > _TAIL else min(run.end, bottom)))
    return fitted


def _is_cut(go_on: Sequence[bool]) -> bool:
    """Whether these uprights of one row, from left to right, go on as those of a row that a page's end cuts."""
    return len(go_on) > 1 and ((go_on[0] and go_on[-1]) or 2 * sum(go_on) > len(go_on))


def _met(run: _Run, others: Sequence[_Run]) -> list[_Run]:
    return [o for o in others if run.start - _MEET <= o.at <= run.end + _MEET and o.start - _MEET <= run.at <= o.end + _MEET]


def _fitted(run: _Run, others: Sequence[_Run]) -> _Run:
    places = [other.at for other in _met(run, others)]
    if not places:
        return run
    first, last = min(places, key=lambda p: abs(p - run.start)), min(places, key=lambda p: abs(p - run.end))
    start = first if abs(first - run.start) <= _MEET else run.start
    return replace(run, start=start, end=last if abs(last - run.end) <= _MEET else run.end)
