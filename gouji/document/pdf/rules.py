"""The rules of a page's tables, out of its lines and thin filled areas, those closed that a page's end left open."""

from collections.abc import Iterator

from gouji.document.pdf.drawing import Drawing
from gouji.document.pdf.frame import Box, Frame

_STRAIGHT = 0.5
_SHORTEST = 1.0
_THICKEST = 3.0
_SAME_END = 2.0


def rules_of(drawing: Drawing, frame: Frame, *, edges_of_fills: bool = False) -> list[Box]:
    """Horizontal and vertical rules as (x0, top, x1, bottom), flat in one direction.

    White areas never count: WPS paints one behind every cell. With `edges_of_fills` the edges of every area
    count, white or not: for tables that are made of shaded cells only, or of dashes drawn one by one.
    """
    drawn = [frame.rectangle(*segment) for segment in drawing.segments]
    for box, white in drawing.fills:
        area = frame.rectangle(*box)
        if edges_of_fills:
            drawn.extend(_edges(area))
        elif not white and (line := _middle(area)):
            drawn.append(line)
    flat = [rule for line in drawn if (rule := _flat(line))]
    return close_open(flat)


def _edges(area: Box) -> list[Box]:
    x0, top, x1, bottom = area
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _middle(area: Box) -> Box | None:
    x0, top, x1, bottom = area
    if bottom - top <= min(_THICKEST, x1 - x0):
        return x0, (top + bottom) / 2, x1, (top + bottom) / 2
    if x1 - x0 <= _THICKEST:
        return (x0 + x1) / 2, top, (x0 + x1) / 2, bottom
    return None


def _flat(line: Box) -> Box | None:
    x0, top, x1, bottom = line
    if bottom - top <= _STRAIGHT and x1 - x0 >= _SHORTEST:
        return x0, (top + bottom) / 2, x1, (top + bottom) / 2
    if x1 - x0 <= _STRAIGHT and bottom - top >= _SHORTEST:
        return (x0 + x1) / 2, top, (x0 + x1) / 2, bottom
    return None


def close_open(rules: list[Box]) -> list[Box]:
    """The same rules, and one across every group of verticals that end together with no rule there.

    A row that a page's end cut off has no rule below (above, on the next page), and would be lost.
    """
    upright = [rule for rule in rules if rule[0] == rule[2]]
    level = [rule for rule in rules if rule[1] == rule[3]]
    added: list[Box] = []
    for end in (1, 3):
        for group in _ending_together(upright, end):
            y, x0, x1 = group[0][end], min(r[0] for r in group), max(r[0] for r in group)
            covered = sum(min(r[2], x1) - max(r[0], x0) for r in level if abs(r[1] - y) <= 3 and r[2] > x0 and r[0] < x1)
            enough = 0.5 if _passes(upright, x0, x1, y) else 0.97
            if len({round(r[0]) for r in group}) >= 3 and covered < enough * (x1 - x0):
                added.append((x0, y, x1, y))
    return rules + added


def _passes(upright: list[Box], x0: float, x1: float, y: float) -> bool:
    """Whether a vertical between these two goes on beyond this height: then it is no end of a table (met: a page's first row
    with a rule above its right cell only)."""
    return any(x0 - 1 <= r[0] <= x1 + 1 and r[1] < y - _SAME_END and r[3] > y + _SAME_END for r in upright)


def _ending_together(upright: list[Box], end: int) -> Iterator[list[Box]]:
    group: list[Box] = []
    for rule in sorted(upright, key=lambda r: r[end]):
        if group and rule[end] - group[0][end] > _SAME_END:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group
