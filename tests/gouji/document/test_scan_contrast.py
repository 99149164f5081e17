"""Pale print on grey paper is read as dark print on white is."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from gouji.document.scan.contrast import in_full_contrast
from tests.layouts.scans import images_of

ROWS = [
    ["一、本年新收申请数量", "0", "1", "10", "27", "119", "7730.28", "1,250"],
    ["二、上年结转申请数量", "", "9", "3", "8", "6", "5", "24"],
]


def test_pale_print_is_read_without_a_doubt() -> None:
    paper = Paper()
    for number, (label, *figures) in enumerate(ROWS):
        seven(100 + 22 * number, label, " ".join(figure or "_" for figure in figures), paper)
    dark = np.asarray(images_of(paper.pdf(), 200)[0].convert("RGB")).astype(np.float32)
    noise = np.random.default_rng(1).normal(0, 3, dark.shape[:2])[:, :, None]
    pale = np.clip(120 + dark / 255 * 85 + noise, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(pale).save(out, "JPEG", quality=85, dpi=(200, 200))
    [grid] = read(out.getvalue(), "pale.jpg").grids()
    assert [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()] == ROWS
    assert [(cell.text, cell.doubts) for cell in grid.cells if cell.doubts] == []


def test_dark_print_and_grey_shading_are_left_as_they_are() -> None:
    page = np.full((300, 300, 3), 255, np.uint8)
    page[50:100] = 225
    page[150:200, 50:250] = 60
    assert in_full_contrast(page) is page
    page[150:200, 50:250] = 150
    assert in_full_contrast(page)[160, 100, 0] < 10


def test_what_shines_through_from_the_back_is_not_made_print() -> None:
    page = np.full((300, 300, 3), 255, np.uint8)
    page[150:200, 50:250] = 200
    assert in_full_contrast(page) is page
