"""From PDF's user space (y upwards, any turn) to a page with x to the right and y downwards."""

from dataclasses import dataclass
from functools import lru_cache

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible box (left, bottom, right, top in user space), turned clockwise by 0, 90, 180 or 270 degrees."""

    box: Box
    turn: int

    @property
    def width(self) -> float:
        left, bottom, right, top = self.box
        return right - left if self.turn in (0, 180) else top - bottom

    @property
    def height(self) -> float:
        left, bottom, right, top = self.box
        return top - bottom if self.turn in (0, 180) else right - left

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point as seen in this frame."""
        left, bottom, right, top = self.box
        match self.turn:
            case 90:
                return y - bottom, x - left
            case 180:
                return right - x, y - bottom
            case 270:
                return top - y, right - x
        return x - left, top - y

    def user(self, x: float, y: float) -> tuple[float, float]:
        """The point of user space that is seen here."""
        left, bottom, right, top = self.box
        match self.turn:
            case 90:
                return y + left, x + bottom
            case 180:
                return right - x, y + bottom
            case 270:
                return right - y, top - x
        return x + left, top - y

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The rectangle between two points of user space, as (x0, top, x1, bottom)."""
        if self.turn == 0 and x0 <= x1 and y0 <= y1:  # nearly all of them
            left, _, _, top = self.box
            return x0 - left, top - y1, x1 - left, top - y0
        return _ordered(*self.point(x0, y0), *self.point(x1, y1))

    def seen_in(self, other: "Frame", box: Box) -> Box:
        """A rectangle of this frame as it lies in the other, to a tenth of a point."""
        x0, top, x1, bottom = box
        if self.turn == 0 and self == other:  # nearly all pages
            return (_tenth(x0), _tenth(top), _tenth(x1), _tenth(bottom))
        corners = _ordered(*other.point(*self.user(x0, top)), *other.point(*self.user(x1, bottom)))
        return (round(corners[0], 1), round(corners[1], 1), round(corners[2], 1), round(corners[3], 1))


@lru_cache(maxsize=1 << 12)  # the cells of a row and of a column have their edges in common
def _tenth(number: float) -> float:
    return round(number, 1)


def _ordered(x0: float, y0: float, x1: float, y1: float) -> Box:
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, and `then` the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
