"""Merged cells end where a row ends: browsers draw their lower border too high where a page's end has moved the rows beside them."""

from collections.abc import Iterator, Sequence

_FIGURES = 3  # columns on the right that show where the rows end
Walls = list[list[bool]]


def end_with_rows(heights: Sequence[float], beside: Walls, above: Walls) -> None:
    """Moves the lower wall of cells that end above their last row's end down to it; below them the label beside would reach under them.

    `beside[column][row]` is a wall on the left of a square, `above[row][column]` on its top.
    """
    columns = len(beside) - 1
    ends = [row for row, walls in enumerate(above) if columns > _FIGURES and all(walls[-_FIGURES:])]
    for row in range(1, len(above) - 1):
        for first, last in _runs(above[row]):
            top, bottom = max((end for end in ends if end < row), default=0), min((end for end in ends if end > row), default=row)
            alone = last < columns - _FIGURES and not any(above[row][last + 1 :])
            early = heights[bottom] - heights[row] < heights[row] - heights[top]
            if row not in ends and alone and early and not beside[last + 1][bottom - 1]:
                _move(range(row, bottom), range(first, last + 1), beside, above)


def _runs(walls: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last column of walls side by side."""
    first = None
    for column, wall in enumerate((*walls, False)):
        if wall and first is None:
            first = column
        elif not wall and first is not None:
            yield first, column - 1
            first = None


def _move(rows: range, columns: range, beside: Walls, above: Walls) -> None:
    for column in columns:
        above[rows.start][column], above[rows.stop][column] = False, True
    for row in rows:
        beside[columns.stop][row] = True
