"""The rules of scanned tables: rows so low that an upright is no longer than a sign, dashes, and print that looks like either."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest

from gouji.document.pdf.frame import Box
from gouji.document.pdf.slices import slices_of
from tests.layouts.paper import Paper

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from gouji.document.scan.dashes import with_dashes
from gouji.document.scan.leaf import leaf_of
from gouji.document.scan.page import upright
from gouji.document.scan.picture import Picture
from gouji.document.scan.ruling import ruling_of
from tests.layouts.scans import Spoiling, images_of, scanned

SCALE = 200 / 72
DASHES = [(8, 2.5), (3, 1.2)]


def columns(paper: Paper, lines: Sequence[Box] = (), dpi: int = 200) -> list[list[int]]:
    """The left edges of the cells of each row of each table on this page."""
    page = images_of(paper.pdf(), dpi)[0].convert("L").resize((1653, 2339))
    rules = ruling_of(np.asarray(page)[:600], SCALE, [(a * SCALE, b * SCALE, c * SCALE, d * SCALE) for a, b, c, d in lines]).rules
    return [
        [round(square.box[0]) for square in sorted(part.squares, key=lambda s: s.box) if square.row == row]
        for part in slices_of(1, rules)
        for row in range(max(square.row for square in part.squares) + 1)
    ]


def near(*edges: float) -> list[object]:
    return [pytest.approx(edge, abs=1) for edge in edges]


def dashed(dashes: tuple[float, float]) -> Paper:
    paper = Paper()
    paper.canvas.setDash(*dashes)
    return paper


def cells(paper: Paper, y: float, height: float, sides: Sequence[float]) -> Paper:
    """A row of cells with borders of their own, a little apart."""
    for left, right in pairwise(sides):
        for x in (left, right - 1.5):
            paper.rule(x, y, x, y + height - 1.5)
        for at in (y, y + height - 1.5):
            paper.rule(left, at, right - 1.5, at)
    return paper


def test_an_upright_from_rule_to_rule_is_one_though_the_box_of_a_label_that_stands_upright_holds_it() -> None:
    paper = Paper().row(100, 58, [70, 200, 216, 300, 525], ["", "结\n果", "结果纠正", ""])
    assert columns(paper, [(198, 101, 218, 157)]) == [near(70, 200, 216, 300)]


def test_the_uprights_of_one_low_row_are_rules_though_a_line_of_print_is_seen_over_them() -> None:
    paper = Paper().row(100, 11, [70, 200, 300, 525], ["", "", ""])
    assert columns(paper, [(72, 99, 520, 112)]) == [near(70, 200, 300)]


@pytest.mark.parametrize("dashes", DASHES)
@pytest.mark.parametrize("dpi", [200, 150])
def test_dashes_part_the_cells_of_a_single_row(dashes: tuple[float, float], dpi: int) -> None:
    paper = dashed(dashes).row(100, 14.5, [70, 200, 300, 410, 525], ["", "", "", ""])
    assert columns(paper, [(72, 99, 520, 115)], dpi) == [near(70, 200, 300, 410)]


def test_a_rule_of_dashes_that_end_aslant_has_no_gap_left() -> None:
    dark = np.zeros((40, 600), np.uint8)
    for x in range(20, 520, 10):
        dark[20, x : x + 8] = dark[21, x + 1 : x + 9] = 255
    whole, _ = with_dashes(dark, SCALE)
    assert whole[20, 20:518].all()
    assert whole[21, 21:519].all()
    assert np.count_nonzero(whole) == 2 * 498


@pytest.mark.parametrize("crossed", [False, True])
def test_two_dotted_borders_one_on_the_other_and_out_of_step_are_a_rule_without_a_gap(crossed: bool) -> None:
    dark = np.zeros((40, 600), np.uint8)
    for x in range(20, 520, 8):
        step = 4 if x > 260 else 0
        dark[18:20, x : x + 5] = dark[20:22, x + step : x + step + 5] = 255
    if crossed:
        dark[22:26, 402:406] = dark[29:33, 402:406] = 255
    whole, _ = with_dashes(dark, SCALE)
    assert whole[18:22, 20:521].all(axis=1).any()
    assert np.count_nonzero(whole[:18]) + np.count_nonzero(whole[22:]) == (32 if crossed else 0)


@pytest.mark.parametrize("dashes", DASHES)
def test_figures_between_dashes_are_no_rules_however_often_they_come(dashes: tuple[float, float]) -> None:
    paper = dashed(dashes)
    for number in range(4):
        paper.row(100 + 14.5 * number, 14.5, [70, 200, 300, 410, 525], ["", "", "", ""])
        for x in (250, 350, 460):
            paper.write(x, 111 + 14.5 * number, "13", 10).write(x - 25, 111 + 14.5 * number, "1", 10)
    assert columns(paper) == [near(70, 200, 300, 410)] * 4


def test_print_in_line_with_a_dashed_upright_does_not_part_the_cell_above() -> None:
    paper = dashed((3, 1.2)).row(100, 18, [70, 525], [""])
    for number in range(3):
        paper.row(118 + 18 * number, 18, [70, 200, 300, 525], ["", "", ""])
    paper.canvas.setDash()
    paper.rule(200, 103.5, 200, 114.5, 1).rule(195, 108, 205, 108, 1)
    assert columns(paper) == [near(70), *[near(70, 200, 300)] * 3]


def test_a_level_rule_longer_than_any_stroke_is_one_though_print_is_seen_around_it() -> None:
    paper = Paper().row(100, 20, [70, 300, 525], ["", ""]).row(120, 20, [70, 300, 525], ["", ""])
    assert columns(paper, [(65, 102, 530, 138)]) == [near(70, 300)] * 2


@pytest.mark.parametrize("dpi", [200, 150])
def test_narrow_cells_with_borders_of_their_own_are_not_one_column(dpi: int) -> None:
    paper = Paper()
    for number in range(4):
        cells(paper, 100 + 20 * number, 20, [70, 200, 216, 230, 243, 300])
    assert columns(paper, dpi=dpi) == [near(70, 200, 216, 230, 243)] * 4


@pytest.mark.parametrize("dpi", [200, 150])
def test_a_sign_as_wide_as_its_narrow_cell_is_no_border(dpi: int) -> None:
    paper = Paper()
    for y in (100, 136, 172):
        cells(paper, y, 36, [70, 200, 216, 230, 243, 300])
        for x, width in ((200, 14.5), (216, 12.5), (230, 11.5)):
            for at in (y + 10, y + 17, y + 24):
                paper.rule(x, at, x + width, at, 0.8)
    assert columns(paper, dpi=dpi) == [near(70, 200, 216, 230, 243)] * 3


@pytest.mark.parametrize("dashes", DASHES)
@pytest.mark.parametrize("down", range(4, 36, 4))
def test_a_sign_as_wide_as_its_cell_between_dashes_is_no_border(dashes: tuple[float, float], down: int) -> None:
    paper = dashed(dashes)
    for y in (100, 140):
        paper.row(y, 40, [70, 200, 214, 300], [""])
    paper.canvas.setDash()
    paper.rule(200, 100 + down, 214, 100 + down, 0.8)
    assert columns(paper) == [near(70, 200, 214)] * 2


def test_a_line_of_print_where_a_rule_of_dashes_would_go_on_is_none() -> None:
    paper = dashed((8, 2.5))
    for y in (100, 120, 140, 160):
        paper.rule(70, y, 525 if y != 120 else 495, y)
    for x in (70, 200, 300, 495, 525):
        paper.rule(x, 100, x, 160)
    paper.canvas.setDash()
    paper.write(496, 123, "三一二", 9)
    assert columns(paper) == [near(70, 200, 300, 495), near(70, 200, 300), near(70, 200, 300, 495)]


def test_a_page_of_narrow_columns_with_labels_of_one_sign_a_line_is_not_turned() -> None:
    paper = Paper().write(70, 80, "四、政府信息公开行政复议情况", 12)
    edges = [70.0 + 24 * number for number in range(16)]
    paper.row(100, 60, edges, ["结\n果\n维\n持", "结\n果\n纠\n正", "其\n他\n结\n果", "尚\n未\n审\n结", "总\n计"] * 3)
    paper.row(160, 22, edges, [str(number) for number in range(10, 25)])
    found = read(scanned(paper.pdf(), 200, Spoiling()), "scan.pdf")
    assert [p.text for p in found.paragraphs()] == ["四、政府信息公开行政复议情况"]
    [grid] = found.grids()
    assert [cell.text for cell in grid.row(1)] == [str(number) for number in range(10, 25)]


def test_a_page_of_narrow_columns_without_a_long_line_is_not_turned() -> None:
    paper = Paper()
    for number in range(5):
        labels = ["确\n认\n行\n政", "补正\n后申\n内容\n不明", "136", "98", "21"]
        paper.row(100 + 80 * number, 80, [70, 115, 160, 190, 220, 250], labels)
    leaf = leaf_of(Picture(1, np.asarray(images_of(paper.pdf(), 200)[0].convert("RGB")), SCALE, 200))
    lying, _ = upright(leaf)
    assert lying is leaf


def test_a_dashed_upright_at_the_end_of_its_rules_parts_the_last_row_of_a_page() -> None:
    paper = dashed((2.5, 1)).row(100, 19, [70, 200, 300, 525], ["", "", ""])
    for x in (70, 110, 200, 300, 525):
        paper.rule(x, 119, x, 138)
    paper.rule(114, 138, 525, 138)
    assert columns(paper) == [near(70, 200, 300), near(70, 110, 200, 300)]


@pytest.mark.parametrize("dpi", [200, 150])
def test_borders_of_cells_that_end_above_the_rule_below_part_a_single_row(dpi: int) -> None:
    paper = Paper()
    sides = [70, 120, 170, 220, 270, 320]
    paper.rule(70, 100, 320, 100, 1.5).rule(70, 114.5, 320, 114.5, 1.5).rule(70, 100, 70, 114.5, 1.5).rule(320, 100, 320, 114.5, 1.5)
    for side in sides[1:-1]:
        for x in (side - 1.5, side + 1.5):
            paper.rule(x, 100, x, 112, 1.5)
    assert [len(row) for row in columns(paper, dpi=dpi)] == [5]
