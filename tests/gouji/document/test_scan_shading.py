"""Cells that are shaded, with and without print."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from gouji.document.scan.strokes import is_shaded, strokes_of, without_shading
from tests.layouts.scans import images_of, pdf_of_images

SCALE = 200 / 72


def test_a_shaded_cell_is_blank_and_pale_print_on_it_is_not() -> None:
    shading = np.tile(np.linspace(238, 226, 400), (50, 1)).astype(np.uint8)
    assert not is_shaded(shading, SCALE, 3)
    shading[15:35, 180:184] = 190
    assert is_shaded(shading, SCALE, 3)


def test_grey_specks_of_a_rule_along_the_sides_of_a_cell_are_no_print_and_a_dash_away_from_them_is() -> None:
    cell = np.full((146, 74), 255, np.uint8)
    cell[1:3, 62:74] = cell[100:110, 1:3] = 215
    assert not is_shaded(cell, SCALE, 2)
    cell[72:75, 32:42] = 215
    assert is_shaded(cell, SCALE, 2)


def test_light_shading_is_taken_from_behind_the_print_and_a_cell_that_is_blackened_stays_so() -> None:
    cell = np.full((50, 90), 236, np.uint8)
    cell[15:35, 40:44] = 0
    white = without_shading(cell)
    assert (white[5, 5], white[20, 41]) == (255, 19)
    blackened = np.full((50, 90), 30, np.uint8)
    assert not strokes_of(without_shading(blackened), SCALE).is_blank


def test_what_shines_through_in_the_rest_of_a_row_that_a_page_cut_is_no_print() -> None:
    front, back = Paper(), Paper()
    for number in range(3):
        seven(100 + 22 * number, "行政许可", "0 2 8 4 6 5 3", front)
    front.row(166, 5.5, [70, 525], [])
    back.write(80, 173, "政府信息公开工作年度报告" * 3)
    page, behind = images_of(front.pdf(), 200)[0].convert("L"), images_of(back.pdf(), 200)[0].convert("L")
    through = np.asarray(behind.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(1.2)), np.float32)
    sheet = np.clip(np.asarray(page, np.float32) - 0.25 * (255 - through), 0, 255).astype(np.uint8)
    [grid] = read(pdf_of_images([Image.fromarray(sheet)], 200), "scan.pdf").grids()
    assert not any(cell.doubts for cell in grid.cells)
    assert [cell.text for cell in grid.row(2)] == ["行政许可", *"0284653"]
