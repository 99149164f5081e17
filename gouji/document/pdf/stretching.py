"""Text that stands outside of a table's rules and yet in one of its cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.document.pdf.characters import Char
from gouji.document.pdf.slices import Slice, Square

_HEADING = re.compile(r"[一二三四五六七]、")  # of a part, close below the table before it; a cell's text does not go on so
_MOST_SIGNS = 30  # of a label
_PADDING = 2.0
_WIDEST_RUN = 2.0  # of a character's height
_NEXT_LINE = 2.2  # of a character's height
_WIDEST_LABEL = 0.3  # of the table


def stretched(part: Slice, chars: Sequence[Char], foot: float) -> Slice:
    """The slice with its outermost cells grown around their text. `foot` is where the page's lower margin begins.

    A label merged over a whole page has no rule of its own where a table has no outer border, and a label written
    downwards may run out of the table at a page's end.
    """
    return _downwards(_sidewards(part, chars), chars, foot)


def _sidewards(part: Slice, chars: Sequence[Char]) -> Slice:
    x0, top, x1, bottom = part.box
    beside = [c for c in chars if (c.x0 + c.x1) / 2 < x0 and top <= (c.top + c.bottom) / 2 <= bottom]
    if not beside or len(beside) > _MOST_SIGNS:
        return part
    left = min(c.x0 for c in beside) - _PADDING
    if x0 - left > _WIDEST_LABEL * (x1 - x0):
        return part
    rows = max(square.row + square.rowspan for square in part.squares)
    label = Square(0, rows, (left, top, x0, bottom))
    return replace(part, box=(left, top, x1, bottom), squares=(label, *part.squares))


def _downwards(part: Slice, chars: Sequence[Char], foot: float) -> Slice:
    bottom = part.box[3]
    below = sorted((c for c in chars if (c.top + c.bottom) / 2 > bottom), key=lambda c: c.top)
    widest = _WIDEST_LABEL * (part.box[2] - part.box[0])
    lowest = (s for s in part.squares if s.box[3] >= bottom - _PADDING and s.box[2] - s.box[0] <= widest)
    across = [c for c in chars if c.top < bottom < c.bottom]
    runs = [
        (square, run) for square in lowest if (run := _run_under(square, across, below, is_first=square.box[0] <= part.box[0] + _PADDING))
    ]
    if not runs or (len(runs) > 1 and not all(_goes_on(square, run, chars) for square, run in runs)):
        return part
    own = [char for _, run in runs for char in run]
    reach = max(char.bottom for char in own)
    if any(len(run) > _MOST_SIGNS for _, run in runs) or any(c not in own and (c.bottom < foot or c.top < reach) for c in below):
        return part
    lower = reach + _PADDING
    over = [square for square, _ in runs]
    squares = (replace(square, box=(*square.box[:3], lower)) if square in over else square for square in part.squares)
    return replace(part, box=(*part.box[:3], lower), squares=tuple(squares))


def _goes_on(square: Square, run: Sequence[Char], chars: Sequence[Char]) -> bool:
    """Whether words, and no figures, go on below the square in the next line: so do headers that a page's end cut."""
    x0, top, x1, bottom = square.box
    inside = [c for c in chars if x0 <= (c.x0 + c.x1) / 2 <= x1 and top <= (c.top + c.bottom) / 2 <= bottom]
    if not inside or any(char.text.isdecimal() for char in (*run, *inside)):
        return False
    last = max(inside, key=lambda char: char.base)
    return run[0].base - last.base <= _NEXT_LINE * (last.bottom - last.top)


def _run_under(square: Square, across: Sequence[Char], below: Sequence[Char], *, is_first: bool) -> list[Char]:
    """The characters that go on right under the cell or those on its lower rule; none where they make lines, but under the first column."""
    run: list[Char] = []
    reach = max([square.box[3], *(char.bottom for char in across if square.box[0] <= char.x0 and char.x1 <= square.box[2])])
    for char in below:
        if square.box[0] <= char.x0 and char.x1 <= square.box[2] and char.top - reach <= char.bottom - char.top:
            run.append(char)
            reach = max(reach, char.bottom)
    if run and _HEADING.match("".join(c.text for c in sorted(run, key=lambda c: c.x0) if abs(c.base - run[0].base) < c.bottom - c.top)):
        return []
    is_upright = run and max(c.x1 for c in run) - min(c.x0 for c in run) <= _WIDEST_RUN * max(c.bottom - c.top for c in run)
    return run if is_first or is_upright else []
