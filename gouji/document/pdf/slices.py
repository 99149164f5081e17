"""The ruled grids of one page, each with its cells and what stands in them. A table over several pages is several slices."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gouji.document import doubts
from gouji.document.pdf.characters import Char
from gouji.document.pdf.frame import Box
from gouji.document.pdf.lattice import tables_of
from gouji.document.pdf.lines import Line, lines_of
from gouji.document.pdf.rules import Rules

_SAME_EDGE = 1.0
# Word leaves 5.4 points at each side of a cell, browsers and LibreOffice less; lines are set at most 1.5 apart, counted in ink 2.1.
MOST_PADDING = 10.8
SIDE_OF_INK = 1.0  # the white at both ends of a line that its ink leaves
_NEXT_LINE = 2.2
_OVER = 1.0
_MOST_OVER = 12  # signs in a cell that holds a figure
_DIGITS = re.compile(r"\d[\d.,]*")
_NOTE_SHARE = 0.75  # a note's mark is printed smaller than this share of the figure beside it, and raised


@dataclass(frozen=True, slots=True)
class Square:
    """One cell of a slice: rows counted from 0 within the slice, x as drawn; `confidence` where it was read from an image."""

    row: int
    rowspan: int
    box: Box
    text: str = ""
    doubts: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """A ruled grid on a page. Where the page's edge cuts its first or last row, the rule of that side lies off the page."""

    page: int
    box: Box
    squares: tuple[Square, ...]
    cut_above: bool = False
    cut_below: bool = False

    @property
    def edges(self) -> list[float]:
        """The left and right edges of its cells."""
        return _edges(side for square in self.squares for side in (square.box[0], square.box[2]))

    @property
    def columns(self) -> int:
        return len(self.edges) - 1

    @property
    def has_empty_row(self) -> bool:
        """Whether some row has no text at all."""
        written = {row for square in self.squares if square.text for row in range(square.row, square.row + square.rowspan)}
        return any(square.row not in written for square in self.squares)

    def doubted(self, doubt: str) -> "Slice":
        """The same, with this doubt on all of its cells."""
        squares = (replace(square, doubts=doubts.joined(square.doubts, (doubt,))) for square in self.squares)
        return replace(self, squares=tuple(squares))


def slices_of(page: int, rules: Rules) -> list[Slice]:
    """The page's ruled grids, empty of text, those of one column left out: they are frames and decorative hairlines."""
    found = (_slice(page, cells) for cells in tables_of(rules) if cells)
    return [part for part in found if part.columns > 1]


def _slice(page: int, cells: Iterable[Box]) -> Slice:
    cells = sorted(cells, key=lambda cell: (cell[1], cell[0]))
    tops = _edges(cell[1] for cell in cells)
    squares = []
    for cell in cells:
        first, last = _position(tops, cell[1]), _position(tops, cell[3] - _SAME_EDGE)
        squares.append(Square(first, last - first + 1, cell))
    box = (min(c[0] for c in cells), cells[0][1], max(c[2] for c in cells), max(c[3] for c in cells))
    return Slice(page, box, tuple(squares))


def _edges(sides: Iterable[float]) -> list[float]:
    """The distinct sides, those that all but coincide once."""
    edges: list[float] = []
    for side in sorted(sides):
        if not edges or side - edges[-1] > _SAME_EDGE:
            edges.append(side)
    return edges


def _position(edges: Sequence[float], side: float) -> int:
    return bisect_right(edges, side) - 1


def fill(part: Slice, seen: Sequence[Char], unseen: Sequence[Char]) -> tuple[Slice, list[Char]]:
    """The slice with the text of its cells, and the characters that stand in none of them."""
    where = _Squares(part)
    own: list[list[Char]] = [[] for _ in part.squares]
    others: list[Char] = []
    left, top, right, bottom = part.box
    for char in seen:
        _, x0, high, x1, low, _, _ = char
        x, y = (x0 + x1) / 2, (high + low) / 2
        index = where.at(x, y) if left <= x <= right and top <= y <= bottom else None
        (others if index is None else own[index]).append(char)
    ghosts: list[list[str]] = [[] for _ in part.squares]
    for char in unseen:
        if (index := where.holding(char)) is not None:
            ghosts[index].append(char.fault or doubts.TURNED_TEXT)
    _lift(part, where, own)
    squares = (_filled(square, chars, ghost) for square, chars, ghost in zip(part.squares, own, ghosts, strict=True))
    return replace(part, squares=tuple(squares)), others


def _lift(part: Slice, where: "_Squares", own: list[list[Char]]) -> None:
    """Words that run down over a rule into a figure's cell go back: so LibreOffice ends a header at a page's end."""
    for square, chars in zip(part.squares, own, strict=True):
        over = [char for char in chars if char.top < square.box[1] - _OVER] if 1 < len(chars) <= _MOST_OVER else []
        rest = [char for char in chars if char not in over]
        if over and rest and not any(char.text.isdecimal() for char in over) and all(char.text.isdecimal() for char in rest):
            above = where.at((over[0].x0 + over[0].x1) / 2, square.box[1] - _OVER)
            if above is not None and own[above] is not chars:
                own[above].extend(over)
                chars[:] = rest


class _Squares:
    """Finds the cell around a character's middle."""

    def __init__(self, part: Slice) -> None:
        self.box = part.box
        self.xs = _edges(side for square in part.squares for side in (square.box[0], square.box[2]))
        self.ys = _edges(side for square in part.squares for side in (square.box[1], square.box[3]))
        self.owner: dict[tuple[int, int], int] = {}
        for index, square in enumerate(part.squares):
            x0, top, x1, bottom = square.box
            for row in range(_position(self.ys, top), _position(self.ys, bottom)):
                for column in range(_position(self.xs, x0), _position(self.xs, x1)):
                    self.owner[row, column] = index

    def holding(self, char: Char) -> int | None:
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        if not (self.box[0] <= x <= self.box[2] and self.box[1] <= y <= self.box[3]):
            return None
        return self.at(x, y)

    def at(self, x: float, y: float) -> int | None:
        """The number of the cell around this point of the slice's box."""
        return self.owner.get((bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1))


def _filled(square: Square, chars: list[Char], ghosts: list[str]) -> Square:
    if not chars and not ghosts:
        return square
    kept, marked = _without_note(chars)
    lines = lines_of(kept)
    text = ("" if _is_wrapped(square, lines) else "\n").join(line.text for line in lines)
    found = doubts.joined(ghosts, marked, *(line.doubts for line in lines))
    return Square(square.row, square.rowspan, square.box, text, found, square.confidence)


def _is_wrapped(square: Square, lines: Sequence[Line]) -> bool:
    """Whether one number stands on these lines: each but the last is so full that the next digit had no room in it."""
    if len(lines) < 2 or square.rowspan > 1 or not all(_DIGITS.fullmatch(line.text) for line in lines):
        return False
    room = square.box[2] - square.box[0] - MOST_PADDING - SIDE_OF_INK
    near = all(below.base - above.base < _NEXT_LINE * above.size for above, below in pairwise(lines))
    full = all(_width(line) * (1 + 1 / len(line.text)) > room and len(line.text) > 1 for line in lines[:-1])
    return near and full and len(lines[-1].text) <= len(lines[0].text)


def _width(line: Line) -> float:
    return line.box[2] - line.box[0]


def _without_note(chars: list[Char]) -> tuple[list[Char], tuple[str, ...]]:
    """The characters without a note's mark behind a figure: small, raised, and no digit of it."""
    if len(chars) < 2:
        return chars, ()
    digits = [char for char in chars if char.text.isdigit()]
    if len(digits) < 2:
        return chars, ()
    tallest = max(digits, key=lambda c: c.bottom - c.top)
    height = tallest.bottom - tallest.top
    notes = [c for c in digits if c.bottom - c.top < _NOTE_SHARE * height and tallest.base - c.base > 0.15 * height]
    kept = [char for char in chars if char not in notes]
    if not notes or not doubts.is_figure("".join(char.text for char in kept)):
        return chars, ()
    return kept, (doubts.FOOTNOTE_MARK,)
