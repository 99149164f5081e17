"""Dashes of print in cells that span rows, at the height of their neighbours' rules."""

import numpy as np
import pytest

from gouji.document.pdf.slices import slices_of
from tests.layouts.paper import Paper

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from gouji.document.scan.dashes import Make
from gouji.document.scan.lone import lone_strokes
from gouji.document.scan.ruling import ruling_of
from tests.layouts.scans import DIRTY, images_of, scanned


def spanned(column: int, width: float, dash: float, paper: Paper) -> Paper:
    """Four rows of five columns; one cell of this column spans the middle two, and a dash stands in its middle."""
    sides = [70.0, 200.0, 300.0, 400.0, 500.0]
    sides = [*sides[: column + 1], *(side + width for side in sides[column:])]
    left = sides[column]
    for number, y in enumerate((100, 120, 140, 160, 180)):
        if number == 2:
            for start, end in ((sides[0], left), (left + width, sides[-1])):
                if start < end:
                    paper.rule(start, y, end, y)
        else:
            paper.rule(sides[0], y, sides[-1], y)
    for side in sides:
        paper.rule(side, 100, side, 180)
    paper.canvas.setDash()
    middle = left + width / 2
    return paper.rule(middle - dash / 2, 140, middle + dash / 2, 140, 0.8)


def rows(paper: Paper, dpi: int) -> list[int]:
    page = np.asarray(images_of(paper.pdf(), dpi)[0].convert("L"))[: dpi * 3]
    [part] = slices_of(1, ruling_of(page, dpi / 72, []).rules)
    return [sum(square.row == row for square in part.squares) for row in range(4)]


@pytest.mark.parametrize("dpi", [200, 150])
@pytest.mark.parametrize("column", [0, 2, 4])
@pytest.mark.parametrize(("width", "dash"), [(24, 21), (29, 21), (33, 21), (60, 42), (21, 18)])
def test_a_dash_at_the_height_of_its_neighbours_rule_is_none(dpi: int, column: int, width: float, dash: float) -> None:
    assert rows(spanned(column, width, dash, Paper()), dpi) == [5, 5, 4, 5]


@pytest.mark.parametrize("dashes", [(8, 2.5), (3, 1.2), (1, 1)])
@pytest.mark.parametrize("width", [27, 33])
def test_a_dash_at_the_height_of_a_dashed_rule_is_none(dashes: tuple[float, float], width: float) -> None:
    paper = Paper()
    paper.canvas.setDash(*dashes)
    assert rows(spanned(2, width, 21, paper), 200) == [5, 5, 4, 5]


def test_a_blank_beside_a_dash_in_a_dirty_scan_is_no_row_and_the_dash_is_doubted() -> None:
    paper = spanned(2, 30, 21, Paper().write(70, 70, "三、收到和处理申请情况", 14))
    for number in range(4):
        for x in (75, 205, 335, 435):
            paper.write(x, 114 + 20 * number, str(7 * number + 12), 10)
    [grid] = read(scanned(paper.pdf(), 200, DIRTY), "scan.pdf").grids()
    assert [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()] == [
        ["12", "12", "", "12", "12"],
        ["19", "19", "—", "19", "19"],
        ["26", "26", "26", "26"],
        ["33", "33", "", "33", "33"],
    ]
    assert grid.row(1)[2].doubts


@pytest.mark.parametrize(
    ("drawn", "makes", "lone"),
    [
        ([(100, 160)], [], True),
        ([(100, 160), (162, 200)], [], True),
        ([(100, 160), (161, 200)], [], False),
        ([(100, 300)], [], False),  # longer than print
        ([(100, 160)], [Make(60, 6, 3)], False),
        ([(100, 160), (163, 200)], [Make(30, 3, 3)], False),  # dots that run into one another
        ([(100, 160), (170, 200)], [Make(30, 3, 3)], True),
    ],
)
def test_a_short_stroke_is_lone_if_white_is_at_both_of_its_ends(drawn: list[tuple[int, int]], makes: list[Make], lone: bool) -> None:
    dark = np.zeros((60, 400), np.uint8)
    for start, end in drawn:
        dark[30:33, start:end] = 255
    found = lone_strokes(dark, dark, makes, 200 / 72, 16)
    assert bool(found[31, 130]) is lone
    dark[20:31, 130:132] = 255
    assert not lone_strokes(dark, dark, makes, 200 / 72, 16).any()
