"""Rules that are drawn as dashes or dots: pieces of ink of one make in a straight row, with gaps of one make between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import cv2
import numpy as np

from gouji.document.scan.pixels import Pixels

_THICKEST = 2.6  # points, of a dash; the level strokes of print are thinner too, but not all alike
_WIDEST_GAP = 10.0  # a dash that crosses another is not seen as one
_USUAL_GAP = 6.0
_DOT = 2.0  # dots so close run into one another where the page lies aslant: only their gaps are alike
_SHORTEST_ROW = 20.0
_TELLING_ROW = 60.0  # long enough to tell how the dashes of a page are made
_FEWEST = 5
_OFF = 0.4  # from one piece to the next: paper sags
_ALIKE = 0.7  # of the pieces; at corners and crossings they are longer or shorter
_STEP = 1.6
_OFTEN = 0.55
_LEAST_INK = 0.35
_MOSTLY = 0.6
_THIN = 0.6
_RAGGED = 2  # pixels: not all pixel rows of a dash end in one place, and a rule is seen by a row without any gap
_CHAIN = 8.0  # points: dashes of two borders that touch at their corners make such long pieces
_ALONE = 0.2  # of the ink; strokes of print are parts of signs, but for a few

_Pieces = Any  # one row a piece: where it starts, how long it is, how high its middle lies, how thick it is, whether alone


@dataclass(frozen=True, slots=True)
class Make:
    """How long dashes are, how far apart, and how thick, in pixels."""

    length: float
    gap: float
    thickness: float


def with_dashes(dark: Pixels, scale: float, known: Sequence[Make] | None = None) -> tuple[Pixels, list[Make]]:
    """The ink with the gaps between level dashes filled, where those make a rule, and how the dashes of the longest rules are made.

    `dark` is 255 where ink is, `scale` pixels a point. With `known` only dashes made like one of these count: a column of ones
    looks like a dashed rule, and is none in a table whose other rules are not made so.
    """
    parted = _steady if known is None else _between_steps
    pieces = _pieces(dark, scale)
    lines = [parted(found, scale) for found in _rows(pieces, scale)]
    rows = [part for parts in lines for part in parts if _may_be_rule(part, scale)]
    # In a narrow cell the foot of a number and the dots on either side are even enough to be a rule, but of a make of their own.
    even = [row for row in rows if _length(row) >= _TELLING_ROW * scale and _is_even(row, scale)] if known is None else []
    makes = [_make(row) for row in even] if known is None else known
    rules = [*even, *(row for row in rows if any(_is_made(row, make, scale) for make in makes))]
    whole = dark.copy()
    for row in (*rules, *_continued(lines, rules, scale)):
        _fill(whole, row)
        _close(whole, row, scale)
    for number in np.flatnonzero(pieces[:, 1] >= _TELLING_ROW * scale):
        _close(whole, pieces[number : number + 1], scale)
    return whole, list(makes)


def _pieces(dark: Pixels, scale: float) -> _Pieces:
    """The thin level parts of the ink, and how much of each is no part of anything thicker: dashes are none, but for those that cross."""
    most = _THICKEST * scale
    thick = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((round(most) + 1, 1), np.uint8))
    whole, of_whole = cv2.connectedComponentsWithStats(dark, connectivity=8)[1:3]
    thin = _without_crossings(cv2.bitwise_and(dark, 255 - thick), scale)
    _, labels, stats, centres = cv2.connectedComponentsWithStats(thin, connectivity=8)
    inked = labels > 0
    free = np.bincount(labels[inked], weights=(of_whole[:, 3] <= most)[whole[inked]], minlength=len(stats))
    boxes = stats[1:].astype(float)
    pieces = [boxes[:, 0], boxes[:, 2], centres[1:, 1], boxes[:, 4] / boxes[:, 2], free[1:] > 0]
    return np.column_stack(pieces)[boxes[:, 3] <= most]


def _without_crossings(thin: Pixels, scale: float) -> Pixels:
    """The thin ink with long pieces cut where something stands out of them: the dots of an upright, of which no more is left."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(thin, connectivity=8)
    parted = thin.copy()
    for number in np.flatnonzero((stats[1:, 2] >= _CHAIN * scale) & (stats[1:, 3] > _THICKEST * scale)) + 1:
        left, top, width, height, _ = stats[number].tolist()
        part = slice(top, top + height), slice(left, left + width)
        piece = labels[part] == number
        extent = height - piece.argmax(axis=0) - piece[::-1].argmax(axis=0)
        if np.median(extent) <= _THICKEST * scale:
            parted[part][piece & (extent > np.median(extent) + _RAGGED)] = 0
    return parted


def _rows(pieces: _Pieces, scale: float) -> Iterator[_Pieces]:
    """The pieces that follow one another at one height, row by row, from left to right."""
    off = max(round(_OFF * scale), 1)
    ends: dict[int, list[list[int]]] = {}  # by the height of its last piece: the numbers of a row's pieces
    rows: list[list[int]] = []
    for number in np.argsort(pieces[:, 0], kind="stable").tolist():
        piece = pieces[number].tolist()
        at = round(piece[2])
        near = [row for height in range(at - off, at + off + 1) for row in ends.get(height, ())]
        # What is left of a dash at a crossing may be thinner than any: then the one before it is followed.
        fit = [row for row in near if any(_follows(pieces[last].tolist(), piece, scale) for last in row[-2:])]
        row = min(fit, key=lambda r: abs(pieces[r[-1], 2] - piece[2]), default=None)
        if row is None:
            rows.append(row := [])
        else:
            ends[round(pieces[row[-1], 2])].remove(row)
        row.append(number)
        ends.setdefault(at, []).append(row)
    yield from (pieces[row] for row in rows if len(row) >= _FEWEST)


def _follows(last: list[float], piece: list[float], scale: float) -> bool:
    gap, thicker = piece[0] - last[0] - last[1], max(piece[3], last[3])
    return -2 <= gap <= _WIDEST_GAP * scale and abs(piece[3] - last[3]) <= 0.3 * thicker + 1


def _steady(row: _Pieces, scale: float) -> Sequence[_Pieces]:
    """The parts of the row that keep its step: specks, and strokes of print that happen to stand in line with it, do not."""
    return np.split(row, _missteps(row, scale) + 1)


def _between_steps(row: _Pieces, scale: float) -> Sequence[_Pieces]:
    """The row without what is out of step at its ends; at each rule that it crosses it may miss a step."""
    kept = [part for part in _steady(row, scale) if len(part) > 1]
    return [np.concatenate(kept)] if kept else []


def _continued(lines: Sequence[Sequence[_Pieces]], rules: Sequence[_Pieces], scale: float) -> Iterator[_Pieces]:
    """What goes on from a rule after a misstep, where an upright begins: other parts of it, too short to be seen as one, and the gap."""
    known = {id(rule) for rule in rules}
    for parts in lines:
        for one, other in (*pairwise(parts), *pairwise(parts[::-1])):
            if id(one) in known and (id(other) in known or _is_rest(other, _make(one), scale)):
                known.add(id(other))
                yield other
                first, second = sorted((one, other), key=lambda part: float(part[0, 0]))
                yield np.concatenate([first[-1:], second[:1]])


def _is_rest(part: _Pieces, make: Make, scale: float) -> bool:
    """Whether these are a few dashes of this make, and no parts of print."""
    return len(part) > 1 and _is_made(part, make, scale) and bool(part[part[:, 4] > 0, 1].sum() >= _MOSTLY * part[:, 1].sum())


def _missteps(row: _Pieces, scale: float) -> Any:
    gaps = _gaps(row)
    return np.flatnonzero(gaps > _STEP * max(float(np.median(gaps)), _DOT * scale))


def _length(row: _Pieces) -> float:
    return float(row[-1, 0] + row[-1, 1] - row[0, 0])


def _gaps(row: _Pieces) -> Any:
    return row[1:, 0] - row[:-1, 0] - row[:-1, 1]


def _may_be_rule(row: _Pieces, scale: float) -> bool:
    if len(row) < _FEWEST or _length(row) < _SHORTEST_ROW * scale or np.median(_gaps(row)) > _USUAL_GAP * scale:
        return False
    ink = row[:, 1].sum()
    return bool(ink >= _LEAST_INK * _length(row) and row[row[:, 4] > 0, 1].sum() >= _ALONE * ink)


def _is_even(row: _Pieces, scale: float) -> bool:
    """Whether its pieces are of one length and at one distance, or so close that they run into one another."""
    gaps = _gaps(row)
    return bool(gaps.max() <= _DOT * scale or (_alike(row[:, 1], scale) and _alike(gaps, scale)))


def _alike(sizes: Any, scale: float) -> bool:
    usual = np.median(sizes)
    return bool(np.mean(np.abs(sizes - usual) <= 0.35 * usual + 0.3 * scale) >= _ALIKE)


def _make(row: _Pieces) -> Make:
    return Make(float(np.median(row[:, 1])), float(np.median(_gaps(row))), float(np.median(row[:, 3])))


def _is_made(row: _Pieces, make: Make, scale: float) -> bool:
    """Whether its dashes are made so. Each row of a table may begin anew and cut the last one short."""
    gaps = _gaps(row)
    near = np.mean(np.abs(gaps - make.gap) <= 0.35 * make.gap + 0.3 * scale)
    shorter = make.gap <= _DOT * scale or np.mean(row[:, 1] <= 1.25 * make.length + 0.3 * scale) >= _ALIKE
    return bool(near >= _OFTEN and shorter and abs(np.median(row[:, 3]) - make.thickness) <= 0.25 * make.thickness + 0.3 * scale)


def _fill(page: Pixels, row: _Pieces) -> None:
    """Draws what is between the pieces; what is left of one at a crossing, thinner and shorter than both beside it, is no bridge."""
    least = np.minimum(row[:-2, [1, 3]], row[2:, [1, 3]])
    rests = (row[1:-1, 3] < _THIN * least[:, 1]) & (row[1:-1, 1] < least[:, 0])
    row = row[~np.concatenate([[False], rests, [False]])] if len(row) > 2 else row
    for (x, length, at, thickness, _), (further, long, lower, other, _) in zip(row[:-1].tolist(), row[1:].tolist(), strict=True):
        least = max(round(min(thickness, other)), 1)
        top = round((at + lower) / 2 - (least - 1) / 2)
        page[top : top + least, int(max(x + length - _RAGGED, x)) : int(min(further + _RAGGED, further + long))] = 255


def _close(page: Pixels, row: _Pieces, scale: float) -> None:
    """Fills the gaps within the pieces: where two borders lie one on the other, out of step, their dots touch at the corners only."""
    reach = row[:, 3].max() / 2
    rows = slice(max(int(row[:, 2].min() - reach), 0), int(row[:, 2].max() + reach) + 2)
    part = page[rows, int(row[0, 0]) : int(row[-1, 0] + row[-1, 1])]
    gap = np.ones((1, round(_DOT * scale) | 1), np.uint8)
    part |= cv2.morphologyEx(part, cv2.MORPH_CLOSE, gap, borderType=cv2.BORDER_CONSTANT, borderValue=0)
