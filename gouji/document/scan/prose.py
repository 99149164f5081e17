"""The lines of text that stand in no table."""

import re
from collections.abc import Sequence
from statistics import median

import cv2
import numpy as np

from gouji.document import doubts
from gouji.document.pdf.frame import Box
from gouji.document.pdf.lines import Line
from gouji.document.scan import engine
from gouji.document.scan.cells import LOWEST_DPI, framed
from gouji.document.scan.leaf import Leaf
from gouji.document.scan.pixels import Pixels
from gouji.document.scan.strokes import INK, runs_of

_SAME_LINE = 0.5  # of the lower box's height
_GAP_IN_TEXT = 2.2  # of the line's height, as in PDF
_SURE_DIGIT = 0.95
_UNSURE_LINE = 0.6
_DIGIT = re.compile(r"\d")

PixelBox = tuple[float, float, float, float]


def lines_between(leaf: Leaf, clean: Pixels, boxes: Sequence[PixelBox], tables: Sequence[Box]) -> list[Line]:
    """The lines of print outside of these tables, top down. `boxes` are what looks like print, in pixels; `tables` are in points.

    `clean` is the leaf's print without rules: those of a table go on beside what a page's end pushed out of it.
    """
    free = [box for box in boxes if not any(_within(box, table, leaf.scale) for table in tables)]
    rows = [fitted for row in _rows(free) for piece in _pieces(row) if (fitted := _fitted(clean, piece))]
    found = engine.read_lines([framed(clean, row, leaf.scale) for row in rows])
    lines = [_line(leaf, row, read) for row, read in zip(rows, found, strict=True) if read.text.strip()]
    return _joined(lines)


def _within(box: PixelBox, table: Box, scale: float) -> bool:
    x, y = (box[0] + box[2]) / 2 / scale, (box[1] + box[3]) / 2 / scale
    return table[0] <= x <= table[2] and table[1] <= y <= table[3]


def _rows(boxes: Sequence[PixelBox]) -> list[list[PixelBox]]:
    """The boxes by line, each line from left to right."""
    rows: list[list[PixelBox]] = []
    for box in sorted(boxes, key=lambda b: (b[1] + b[3]) / 2):
        row = next((r for r in rows[-2:] if _overlap(box, r[-1]) > _SAME_LINE), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [sorted(row) for row in rows]


def _overlap(one: PixelBox, other: PixelBox) -> float:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared / max(min(one[3] - one[1], other[3] - other[1]), 1.0)


def _pieces(row: Sequence[PixelBox]) -> list[PixelBox]:
    """A line's boxes, those joined that no wide blank parts: the detector cuts long lines."""
    height = median(box[3] - box[1] for box in row)
    pieces = [row[0]]
    for box in row[1:]:
        last = pieces[-1]
        if box[0] - last[2] > _GAP_IN_TEXT * height / 2:
            pieces.append(box)
        else:
            pieces[-1] = (last[0], min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
    return pieces


def _fitted(page: Pixels, box: PixelBox) -> tuple[int, int, int, int] | None:
    """The box brought to the ink in it, nothing where there is none; the tallest run of rows is the line, others are its neighbours."""
    height, width = page.shape
    slack = round(0.25 * (box[3] - box[1]))
    left, right = max(int(box[0]) - slack, 0), min(int(box[2]) + slack, width)
    top, bottom = max(int(box[1]) - slack // 2, 0), min(int(box[3]) + slack // 2, height)
    dark = cv2.GaussianBlur(page[top:bottom, left:right], (3, 3), 0) < 255 - INK
    runs = _line_runs(runs_of(dark.any(axis=1)), bottom - top)
    if not runs:
        return None
    first, last = runs[0][0], runs[-1][1]
    columns = np.flatnonzero(dark[first:last].any(axis=0))
    return left + int(columns[0]), top + first, left + int(columns[-1]) + 1, top + last


def _line_runs(runs: Sequence[tuple[int, int]], height: int) -> Sequence[tuple[int, int]]:
    """The runs of rows without the tips of neighbouring lines at the box's edges."""
    kept = list(runs)
    if len(kept) > 1 and kept[0][0] == 0 and kept[0][1] < 0.2 * height:
        kept = kept[1:]
    if len(kept) > 1 and kept[-1][1] == height and kept[-1][1] - kept[-1][0] < 0.2 * height:
        kept = kept[:-1]
    return kept


def _line(leaf: Leaf, row: tuple[int, int, int, int], read: engine.Print) -> Line:
    left, top, right, bottom = row
    scale = leaf.scale
    box: Box = (left / scale, top / scale, right / scale, bottom / scale)
    coloured = np.count_nonzero(leaf.coloured[top:bottom, left:right]) > scale**2
    found = doubts.joined(
        (doubts.OCR,) if _is_unsure(read) else (),
        (doubts.STAMP,) if coloured and _DIGIT.search(read.text) else (),
        (doubts.LOW_RESOLUTION,) if leaf.dpi < LOWEST_DPI and _DIGIT.search(read.text) else (),
        doubts.doubts_of(read.text),
    )
    return Line(read.text, box, box[3], box[3] - box[1], found)


def _is_unsure(read: engine.Print) -> bool:
    """Whether a digit may be another, or a sign is hardly known at all; the text claims numbers and names the year."""
    signs = zip(read.text, read.sure, strict=False)
    return any(sure < (_SURE_DIGIT if sign.isdigit() else _UNSURE_LINE) for sign, sure in signs if sign.isalnum())


def _joined(lines: Sequence[Line]) -> list[Line]:
    """The lines, pieces that stand side by side made one, with a blank between."""
    whole: list[Line] = []
    for line in lines:
        if whole and _overlap(line.box, whole[-1].box) > _SAME_LINE and line.box[0] > whole[-1].box[2]:
            last = whole.pop()
            box = (last.box[0], min(last.box[1], line.box[1]), line.box[2], max(last.box[3], line.box[3]))
            line = Line(f"{last.text} {line.text}", box, box[3], box[3] - box[1], doubts.joined(last.doubts, line.doubts))
        whole.append(line)
    return whole
