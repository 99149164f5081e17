"""The rules of a page's tables, out of its lines and thin filled areas; what was drawn in pieces is whole again."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gouji.document.pdf.drawing import OFF_PAGE, Drawing
from gouji.document.pdf.frame import Box, Frame

_STRAIGHT = 0.5
_SHORTEST = 1.0
_THICKEST = 3.0
_SAME_LINE = 1.5
_GAP = 3.0  # between pieces of one rule: browsers leave a border's width at every corner
_GAP_OF_DASHES = 6.0
_LONGEST_DASH = 12.0
_FEWEST_DOTS = 4
_SHORTEST_DOTTED = 10.0


class Rule(NamedTuple):
    """A straight line: `at` is its height, or for an upright one its place from the left; it runs from `start` to `end`."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The rules of one page."""

    level: list[Rule]
    upright: list[Rule]


def rules_of(drawing: Drawing, frame: Frame, *, edges_of_fills: bool = False) -> Rules:
    """The page's rules.

    White areas never count: WPS paints one behind every cell. With `edges_of_fills` the edges of every area
    count, white or not: for tables that are made of shaded cells only.
    """
    drawn = [frame.rectangle(*segment) for segment in drawing.segments]
    for box, white, *_ in drawing.fills:
        if edges_of_fills:
            drawn.extend(_edges(frame.rectangle(*box)))
        elif not white and (line := _middle(frame.rectangle(*box))):
            drawn.append(line)
    pieces = Rules([], [])
    dots: list[Box] = []
    for x0, top, x1, bottom in _on_page(drawn, frame.height):
        if x1 - x0 < _SHORTEST and bottom - top < _SHORTEST:
            dots.append((x0, top, x1, bottom))
        elif bottom - top <= _STRAIGHT:
            pieces.level.append(Rule((top + bottom) / 2, x0, x1))
        elif x1 - x0 <= _STRAIGHT:
            pieces.upright.append(Rule((x0 + x1) / 2, top, bottom))
    if len(dots) >= _FEWEST_DOTS:
        pieces.level.extend(_dotted(Rule((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in dots))
        pieces.upright.extend(_dotted(Rule((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in dots))
    return Rules([rule for rule, _ in _whole(pieces.level)], [rule for rule, _ in _whole(pieces.upright)])


def _on_page(drawn: list[Box], height: float) -> list[Box]:
    """The lines, none further above or below the page than `OFF_PAGE`.

    Qt draws a table that goes on whole on each of its pages and lets the page's edge cut it (met in wkhtmltopdf's): a rule out there
    says that the row goes on, and not how many come.
    """
    lowest = height + OFF_PAGE
    if all(top >= -OFF_PAGE and bottom <= lowest for _, top, _, bottom in drawn):
        return drawn
    seen = [box for box in drawn if box[3] - box[1] <= _STRAIGHT or (box[1] < lowest and box[3] > -OFF_PAGE)]
    return [(x0, min(max(top, -OFF_PAGE), lowest), x1, min(max(bottom, -OFF_PAGE), lowest)) for x0, top, x1, bottom in seen]


def _edges(area: Box) -> list[Box]:
    x0, top, x1, bottom = area
    return [(x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)]


def _middle(area: Box) -> Box | None:
    """The line that a thin area is, or the dot."""
    x0, top, x1, bottom = area
    x, y = (x0 + x1) / 2, (top + bottom) / 2
    width, height = x1 - x0, bottom - top
    if max(width, height) <= _THICKEST and max(width, height) < 2 * min(width, height):
        return x, y, x, y
    if height <= min(_THICKEST, width):
        return x0, y, x1, y
    return (x, top, x, bottom) if width <= _THICKEST else None


def _dotted(dots: Iterable[Rule]) -> Iterator[Rule]:
    """Rules that are rows of dots."""
    return (rule for rule, pieces in _whole(list(dots)) if pieces >= _FEWEST_DOTS and rule.end - rule.start >= _SHORTEST_DOTTED)


def _whole(pieces: list[Rule]) -> Iterator[tuple[Rule, int]]:
    """The rules that these pieces make up, each with the number of its pieces."""
    for line in _lines(sorted(pieces)):
        line.sort(key=lambda piece: piece.start)
        at, start, end = line[0]
        count, longest = 1, end - start
        for piece in line[1:]:
            gap, longer = piece.start - end, max(longest, piece.end - piece.start)
            if gap <= (_GAP_OF_DASHES if longer <= _LONGEST_DASH else _GAP):
                end, longest, count = max(end, piece.end), longer, count + 1
            else:
                yield Rule(at, start, end), count
                at, start, end = piece
                count, longest = 1, end - start
        yield Rule(at, start, end), count


def _lines(pieces: list[Rule]) -> Iterator[list[Rule]]:
    """Pieces at one height together."""
    line: list[Rule] = []
    for piece in pieces:
        if line and piece.at - line[0].at > _SAME_LINE:
            yield line
            line = []
        line.append(piece)
    if line:
        yield line
