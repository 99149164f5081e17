"""Numbers that a cell broke over lines, and whether the cells beside it tell that its row is one."""

import numpy as np
import pytest

from gouji.document.pdf.frame import Box

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.piece import Piece
from gouji.document.scan.strokes import Strokes
from gouji.document.scan.wrapped import single_rows

WRAPPED: Box = (100, 200, 130, 240)


def figure(top: int, line: int = 0) -> Piece:
    return Piece(line, top, Strokes(np.full((10, 8), 255, np.uint8), np.ones((10, 8), np.bool_), touching=False))


TWO_LINES = [figure(8), figure(22, 1)]
MIDDLE, UPPER = [figure(15)], [figure(6)]


@pytest.mark.parametrize(
    ("beside", "single"),
    [
        ([MIDDLE, MIDDLE], True),
        ([MIDDLE, UPPER], False),
        ([TWO_LINES, MIDDLE], False),  # a merged cell beside two rows between which no rule was seen
        ([UPPER, UPPER, []], False),
    ],
)
def test_two_cells_with_a_figure_in_the_middle_of_their_height_tell_that_their_row_is_one(beside: list[list[Piece]], single: bool) -> None:
    boxes: list[Box] = [WRAPPED, *((130.0 + 30 * n, 200.0, 160.0 + 30 * n, 240.0) for n in range(len(beside)))]
    assert single_rows(boxes, [TWO_LINES, *beside], 1.0)[0] is single


def test_figures_in_the_middle_of_other_rows_tell_nothing() -> None:
    boxes: list[Box] = [WRAPPED, (130, 200, 160, 220), (160, 200, 190, 220)]
    assert single_rows(boxes, [TWO_LINES, [figure(5)], [figure(5)]], 1.0) == [False, False, False]
