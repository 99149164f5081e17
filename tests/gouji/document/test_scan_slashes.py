"""Slashes that stand in cells for a figure: printed ones are sure, what a pen drew is not, and no 1 is taken for one."""

import pytest

from tests.layouts.paper import EDGES, Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from tests.layouts.scans import scanned


def cells(paper: Paper, dpi: int) -> list[list[tuple[str, bool]]]:
    """The figures of each row, and whether they are in doubt."""
    [grid] = read(scanned(paper.pdf(), dpi), "scan.pdf").grids()
    return [
        [(cell.text, bool(cell.doubts) or (cell.confidence or 1.0) < 0.97) for cell in grid.row(number)[1:]]
        for number in grid.row_numbers()
    ]


def sure(figures: str) -> list[tuple[str, bool]]:
    return [(figure, False) for figure in figures.split()]


@pytest.mark.parametrize("dpi", [200, 150])
def test_slashes_of_one_shape_are_type(dpi: int) -> None:
    paper = Paper()
    for number, figures in enumerate(("0 / 2 / 8 / 4", "/ 3 / 5 / 6 /")):
        seven(100 + 22 * number, "行政许可", figures, paper)
    assert cells(paper, dpi) == [sure("0 / 2 / 8 / 4"), sure("/ 3 / 5 / 6 /")]


def test_what_a_pen_drew_is_in_doubt() -> None:
    paper = seven(100, "行政许可", "0 _ 2 _ 8 5 4", Paper())
    for column, lean in ((1, 4), (3, 7)):
        x = EDGES[column + 1] + 12
        paper.rule(x + lean, 104, x, 118, 1)
    [row] = cells(paper, 200)
    assert [doubted for _, doubted in row] == [False, True, False, True, False, False, False]


@pytest.mark.parametrize("face", ["Helvetica-Oblique", "Times-Italic", "Courier-Oblique"])
def test_a_slanting_1_is_no_slash(face: str) -> None:
    paper = seven(100, "行政许可", "_ _ _ _ _ _ _", Paper())
    paper.canvas.setFont(face, 11)
    for x in EDGES[1:8]:
        paper.canvas.drawString(x + 15, 842 - 115, "1")
    [row] = cells(paper, 200)
    assert all(text == "1" or doubted for text, doubted in row)
