"""Hairlines that the scanner made grey, and uprights of which a row shows little."""

import numpy as np
import pytest

from gouji.document.pdf.slices import slices_of
from tests.layouts.paper import Paper

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.pale import with_pale_rules
from gouji.document.scan.ruling import ruling_of
from tests.layouts.scans import images_of

SCALE = 200 / 72


def columns(paper: Paper) -> list[int]:
    """How many cells each row of the table on this page has."""
    page = np.asarray(images_of(paper.pdf(), 200)[0].convert("L"))[:600]
    [part] = slices_of(1, ruling_of(page, SCALE, []).rules)
    return [sum(square.row == row for square in part.squares) for row in range(max(square.row for square in part.squares) + 1)]


@pytest.mark.parametrize(("length", "seen"), [(60, True), (30, False)])
def test_a_grey_line_is_a_rule_if_it_is_longer_than_strokes_of_print(length: int, seen: bool) -> None:
    page = np.full((60, 200), 255, np.uint8)
    page[30:32, 20 : 20 + length] = 255 - 66
    ink = with_pale_rules(np.zeros_like(page), page, SCALE)
    assert bool(ink[30:32, 20 : 20 + length].all()) is seen
    assert np.count_nonzero(ink) == (2 * length if seen else 0)


def test_grey_shading_is_no_rule() -> None:
    page = np.full((60, 200), 255, np.uint8)
    page[20:50, 20:180] = 255 - 66
    assert not with_pale_rules(np.zeros_like(page), page, SCALE).any()


def test_a_lone_dashed_upright_of_two_strokes_that_reach_both_rules_parts_its_row() -> None:
    paper = Paper()
    paper.canvas.setDash(8, 2.5)
    for y in (100, 115.5):
        paper.rule(70, y, 525, y)
    for x in (70, 260, 525):
        paper.rule(x, 100, x, 115.5)
    assert columns(paper) == [2]
