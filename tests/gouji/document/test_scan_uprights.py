"""Uprights of rows so low that little of them shows: cut by a page's end, touched by print, or short of both rules in pairs."""

from collections.abc import Sequence

import numpy as np
import pytest

from gouji.document.pdf.slices import slices_of
from tests.layouts.paper import Paper

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.ruling import ruling_of
from tests.layouts.scans import images_of

SIDES = [70, 110, 200, 300, 410, 525]


def cells(paper: Paper, dpi: int) -> list[int]:
    """How many cells each row of the tables on this page has."""
    page = images_of(paper.pdf(), dpi)[0].convert("L").resize((1653, 2339))
    found = slices_of(1, ruling_of(np.asarray(page)[:600], 200 / 72, []).rules)
    return [sum(s.row == row for s in part.squares) for part in found for row in range(max(s.row for s in part.squares) + 1)]


def cut(last: float, sides: Sequence[float] = SIDES) -> Paper:
    """A table between dashes whose second row is merged at its start, and whose last one, so high, has no floor."""
    paper = Paper()
    paper.canvas.setDash(3, 1.2)
    paper.row(100, 24, SIDES, []).row(124, 24, [SIDES[0], *SIDES[2:]], []).row(148, last, sides, [], floor=False)
    paper.canvas.setDash()
    return paper


@pytest.mark.parametrize("dpi", [200, 150])
@pytest.mark.parametrize("last", [10, 14])
def test_a_short_dashed_upright_parts_a_row_that_the_end_of_the_page_cuts(last: float, dpi: int) -> None:
    assert cells(cut(last), dpi) == [5, 4, 5]


@pytest.mark.parametrize("dpi", [200, 150])
def test_a_figure_where_a_dashed_upright_would_go_on_parts_no_row_that_the_end_of_the_page_cuts(dpi: int) -> None:
    merged = cut(14, [SIDES[0], *SIDES[2:]])
    merged.canvas.setFont("Helvetica", 9)
    merged.canvas.drawCentredString(SIDES[1], 842 - 158, "1")
    assert cells(merged, dpi) == [5, 4, 4]


@pytest.mark.parametrize("dpi", [200, 150])
def test_print_that_touches_an_upright_does_not_hide_it(dpi: int) -> None:
    paper = Paper().row(100, 11, [70, 200, 300, 525], [])
    for y in (104.5, 107):
        paper.rule(292, y, 300, y, 0.8)
    assert cells(paper, dpi) == [3]


@pytest.mark.parametrize("dpi", [200, 150])
def test_a_sign_nearly_as_high_as_its_row_is_no_upright(dpi: int) -> None:
    paper = Paper().row(100, 11, [70, 200, 525], [])
    paper.rule(300, 101.4, 300, 109.6, 0.8).rule(292, 105.5, 300, 105.5, 0.8)
    assert cells(paper, dpi) == [2]


def framed(side: float, between: float) -> Paper:
    """A row in a thick frame."""
    paper = Paper()
    for y in (100, 100 + between):
        paper.rule(70, y, side, y, 1.5)
    for x in (70, side):
        paper.rule(x, 100, x, 100 + between, 1.5)
    return paper


@pytest.mark.parametrize("dpi", [200, 150])
def test_double_borders_that_end_before_both_rules_part_a_row(dpi: int) -> None:
    paper = framed(320, 14.5)
    for side in (120, 170, 220, 270):
        for x in (side - 1.5, side + 1.5):
            paper.rule(x, 102.5, x, 112, 1.5)
    assert cells(paper, dpi) == [5]


@pytest.mark.parametrize("dpi", [200, 150])
def test_elevens_in_a_low_row_are_no_double_borders(dpi: int) -> None:
    paper = framed(320, 12).rule(120, 100, 120, 112)
    paper.canvas.setFont("Helvetica", 10)
    for x in (170, 220, 270):
        paper.canvas.drawString(x, 842 - 109.6, "11")
    assert cells(paper, dpi) == [2]


@pytest.mark.parametrize("dpi", [200, 150])
@pytest.mark.parametrize(("strokes", "long"), [([200], 10), ([200, 300], 10), ([300], 22)])
def test_strokes_of_a_heading_that_touch_uprights_make_no_row(strokes: Sequence[int], long: int, dpi: int) -> None:
    paper = Paper().row(100, 24, SIDES, []).row(124, 24, SIDES, [])
    for x in strokes:
        paper.rule(x, 148, x, 148 + long, 1.2).rule(x, 100 - long, x, 100, 1.2)
    assert cells(paper, dpi) == [5, 5]


def double(gap: float) -> Paper:
    """A low row between double borders; a pair of strokes, short of its rules, stands where these have so wide a gap."""
    paper = Paper().row(60, 40, SIDES, [])
    for y in (100, 103, 117, 120):
        inner = y in (103, 117)
        paper.rule(70, y, 300 - gap / 2 if inner else 525, y, 0.8).rule(300 + gap / 2, y, 525, y, 0.8)
    for x in (70, 73, 522, 525):
        paper.rule(x, 100, x, 120, 0.8)
    return paper.rule(298.5, 106, 298.5, 114, 0.8).rule(301.5, 106, 301.5, 114, 0.8)


@pytest.mark.parametrize("dpi", [200, 150])
def test_a_pair_of_short_strokes_is_an_upright_where_the_rules_have_a_gap_between_them(dpi: int) -> None:
    assert (cells(double(1.6), dpi)[1:], cells(double(0), dpi)[1:]) == ([2], [1])
