"""Lines of a label that a page's end cut: browsers let them stand below the last rule, where they would part the table from its rest."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gouji.document import doubts
from gouji.document.pdf.lines import Line
from gouji.document.pdf.slices import Slice, Square

_WITHIN = 1.0  # points
_NEXT_LINE = 1.5  # times the line's height, from the rule to its end
_CHINESE = re.compile("[\u4e00-\u9fff]")
_NOTE = re.compile(r"注|备|[:：\d]")


def with_overflow(parts: Sequence[Slice], lines: Sequence[Line]) -> tuple[list[Slice], list[Line]]:
    """The page's grids with what stands below the last as the rest of a label, and the lines without it."""
    if not parts:
        return list(parts), list(lines)
    last = max(parts, key=lambda part: part.box[3])
    below = [line for line in lines if line.box[1] + line.box[3] > 2 * last.box[3] and _CHINESE.search(line.text)]  # a page number has none
    labels = {square: [line for line in below if _is_in(line, square)] for square in _groups(last)}
    taken = [line for owned in labels.values() for line in owned]
    if not taken or len(taken) != len(below) or not _follow(last, taken):
        return list(parts), list(lines)
    squares = tuple(_continued(square, labels.get(square, [])) for square in last.squares)
    whole = [replace(part, squares=squares) if part is last else part for part in parts]
    return whole, [line for line in lines if line not in taken]


def _groups(part: Slice) -> list[Square]:
    """The cells of its last row that hold words and stand before the row's own label: it may span more rows than the page has.

    All of a row of words alone, which is a header.
    """
    end = max(square.row + square.rowspan for square in part.squares)
    row = sorted((s for s in part.squares if s.row + s.rowspan == end), key=lambda s: s.box[0])
    worded = [square for square in row if _CHINESE.search(square.text)]
    if worded == row:
        return worded
    return worded[:-1] if worded == row[: len(worded)] else []


def _is_in(line: Line, square: Square) -> bool:
    left, right = square.box[0] - _WITHIN, square.box[2] + _WITHIN
    return left <= line.box[0] and line.box[2] <= right and not _NOTE.search(line.text)


def _follow(part: Slice, lines: Sequence[Line]) -> bool:
    """Whether these lines come closely one below the other, and below the grid."""
    end = part.box[3]
    for line in sorted(lines, key=lambda line: line.box[1]):
        if line.box[3] - end > _NEXT_LINE * (line.box[3] - line.box[1]):
            return False
        end = max(end, line.box[3])
    return True


def _continued(square: Square, lines: Sequence[Line]) -> Square:
    if not lines:
        return square
    found = doubts.joined(square.doubts, *(line.doubts for line in lines))
    return replace(square, text="\n".join((square.text, *(line.text for line in lines))), doubts=found)
