"""Tables drawn with characters: where their rules stand, and so which cells they have.

Rules drawn with `+`, `-` and `|`, or with the signs made for it, part cells as rules on paper do: a cell that reaches over several rows
or columns has none inside. How wide a sign is drawn, its line does not say: a rule that stands at one place in every line does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, east_asian_width

from gouji.document.doubts import doubts_of
from gouji.document.model import Cell
from gouji.place import Place

UPRIGHT = frozenset("|│┃║┆┇┊┋╎╏╽╿")
LEVEL = frozenset("-=─━═┄┅┈┉╌╍╼╾")
_PLUS = "+"
# U+2500 to U+257F are the signs for rules; those that are not upright or level alone are corners and crossings.
CROSSING = frozenset({_PLUS} | {chr(code) for code in range(0x2500, 0x2580)}) - UPRIGHT - LEVEL
_PASSED = UPRIGHT | CROSSING
_RULES = LEVEL | _PASSED
_IN_LEVEL = _RULES | {":"}
_WIDTHS = ("WF", "WFA", "")  # which kinds of signs are two columns wide: in most programs, on Chinese screens, where signs were counted
MOST_SQUARES = 100_000
_FILLER = "\0"


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell: from which row and column to which, the last not counted."""

    top: int
    left: int
    bottom: int
    right: int


def cells_of(lines: Sequence[str], first: int) -> tuple[Cell, ...]:
    """The cells of the table drawn in these lines, the first of which has that number; none where the rules do not close."""
    for wide in _WIDTHS:
        canvas = [_columns(line, wide) for line in lines]
        if len({len(line) for line in canvas}) == 1 and (cells := _Drawing(canvas, first).cells()):
            return cells
    return ()


def _columns(line: str, wide: str) -> str:
    """The line with one sign for each column of the screen."""
    return "".join(sign + _FILLER * (_width(sign, wide) - 1) for sign in line if _width(sign, wide))


@lru_cache(maxsize=8192)
def _width(sign: str, wide: str) -> int:
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in wide else 1


class _Drawing:
    """A table on its canvas: `across` the columns at which uprights stand somewhere, `down` the lines that hold level rules."""

    def __init__(self, canvas: Sequence[str], first: int) -> None:
        self._canvas, self._first = canvas, first
        self._across = sorted({x for line in canvas for x in _crossings(line)})
        self._down = [y for y, line in enumerate(canvas) if any(_is_level(line, *pair) for pair in pairwise(self._across))]

    def cells(self) -> tuple[Cell, ...]:
        """The cells, none where what the rules part is not all oblongs."""
        rows, columns = len(self._down) - 1, len(self._across) - 1
        if rows < 1 or columns < 1 or rows * columns > MOST_SQUARES or not self._is_framed():
            return ()
        boxes = list(self._boxes(rows, columns))
        if sum((box.bottom - box.top) * (box.right - box.left) for box in boxes) != rows * columns or not all(map(self._is_whole, boxes)):
            return ()
        return tuple(self._cell(box) for box in boxes)

    def _is_framed(self) -> bool:
        ends = (self._canvas[self._down[0]], self._canvas[self._down[-1]])
        sides = (self._across[0], self._across[-1])
        return (
            (self._down[0], self._down[-1]) == (0, len(self._canvas) - 1)
            and sides == (0, len(self._canvas[0]) - _width_of_end(self._canvas[0]))
            and all(_is_level(line, *pair) for line in ends for pair in pairwise(self._across))
            and all(line[x] in _PASSED for line in self._canvas for x in sides)
            and all(below - above > 1 for above, below in pairwise(self._down))
        )

    def _boxes(self, rows: int, columns: int) -> Iterator[_Box]:
        """Each cell once, grown right and down from its first square until a rule is met."""
        taken: set[tuple[int, int]] = set()
        for row in range(rows):
            for column in range(columns):
                if (row, column) in taken:
                    continue
                right = next((c for c in range(column + 1, columns) if self._upright(row, c)), columns)
                bottom = next((r for r in range(row + 1, rows) if self._level(r, column)), rows)
                taken |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
                yield _Box(row, column, bottom, right)

    def _is_whole(self, box: _Box) -> bool:
        """Whether rules stand all round the cell and none inside it."""
        rows, columns = range(box.top, box.bottom), range(box.left, box.right)
        inside = [self._upright(row, column) for row in rows for column in columns[1:]]
        inside += [self._level(row, column) for row in rows[1:] for column in columns]
        around = [self._upright(row, edge) for row in rows for edge in (box.left, box.right)]
        around += [self._level(edge, column) for column in columns for edge in (box.top, box.bottom)]
        return all(around) and not any(inside)

    def _upright(self, row: int, column: int) -> bool:
        """Whether a rule stands left of this column all along the row."""
        x = self._across[column]
        return all(line[x] in _PASSED for line in self._canvas[self._down[row] + 1 : self._down[row + 1]])

    def _level(self, row: int, column: int) -> bool:
        """Whether a rule lies above this row all along the column."""
        return _is_level(self._canvas[self._down[row]], self._across[column], self._across[column + 1])

    def _cell(self, box: _Box) -> Cell:
        top, bottom = self._down[box.top] + 1, self._down[box.bottom]
        left, right = self._across[box.left] + 1, self._across[box.right]
        printed = [self._canvas[y][left:right].replace(_FILLER, "").strip() for y in range(top, bottom)]
        written = [y for y, text in enumerate(printed, top) if text]
        text = "\n".join(filter(None, printed))
        place = Place(line=self._first + (written[0] if written else top))
        return Cell(text, box.top, box.left, place, box.bottom - box.top, box.right - box.left, doubts_of(text))


def _width_of_end(line: str) -> int:
    """How many columns the last sign of the line takes."""
    return len(line) - len(line.rstrip(_FILLER)) + 1


def _crossings(line: str) -> Iterator[int]:
    """Where rules meet in the line; a plus that no level rule touches is print."""
    for x, sign in enumerate(line):
        if sign in CROSSING and (sign != _PLUS or _touches(line, x)):
            yield x


def _touches(line: str, x: int) -> bool:
    return any(line[beside : beside + 1] in LEVEL for beside in (max(x - 1, 0), x + 1))


def _is_level(line: str, left: int, right: int) -> bool:
    """Whether a level rule lies from one place to the other; a lone dash between two uprights is print.

    Between places side by side, where edges of two rows nearly meet, nothing but the ends can tell.
    """
    ends, between = line[left] + line[right], line[left + 1 : right].replace(_FILLER, "")
    if not _RULES.issuperset(ends) or UPRIGHT.issuperset(ends) or not _IN_LEVEL.issuperset(between):
        return False
    return not LEVEL.isdisjoint(between) or not between
