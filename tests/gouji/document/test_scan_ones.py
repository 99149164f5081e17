"""1s that were printed, and strokes that a pen set before a number."""

import io

import numpy as np
import pytest
from PIL import Image, ImageDraw

from gouji.document import read
from gouji.document.scan.pixels import Pixels
from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.ones import ones_in, usual_beside
from tests.layouts.scans import CLEAN, DIRTY, Spoiling, images_of

FONTS = ("Times-Roman", "Times-Bold", "Helvetica", "Helvetica-Bold", "Courier", "STSong-Light")
FLAGGED = 0.2  # of the usual typefaces


def printed(text: str, font: str, dpi: int, size: float, spoiling: Spoiling = CLEAN) -> Image.Image:
    """A line of print, as a scanner sees it."""
    paper = Paper()
    paper.canvas.setFont(font, size)
    paper.canvas.drawString(100, 742, text)
    [page] = images_of(paper.pdf(), dpi, spoiling)
    return page.convert("L").crop(tuple(round(side * dpi / 72) for side in (85, 84, 140, 106)))


def struck(page: Image.Image, dpi: int, thick: float, before: float = 0.35) -> Image.Image:
    """The line with a stroke of a pen before its first sign, level with it and as high; `thick` is in points."""
    dark = np.asarray(page) < 150
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    width = thick * dpi / 72
    x = columns[0] - before * (bottom - top) - width / 2
    large = page.resize((page.width * 4, page.height * 4))
    ImageDraw.Draw(large).line([(4 * x + (bottom - top) * 0.2, 4 * top), (4 * x, 4 * bottom)], fill=30, width=max(round(4 * width), 1))
    return large.resize(page.size, Image.Resampling.BOX)


def pixels(page: Image.Image) -> Pixels:
    return np.asarray(page).copy()


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("dpi", [150, 200])
@pytest.mark.parametrize("spoiling", [CLEAN, DIRTY])
def test_a_printed_1_is_type_in_every_typeface(font: str, dpi: int, spoiling: Spoiling) -> None:
    for text in ("10", "12", "31", "114", "1,250"):
        ones = ones_in(pixels(printed(text, font, dpi, 10.5, spoiling)), text)
        assert all(one.is_type(usual_beside(ones * 2)) for one in ones)


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("dpi", [150, 200])
def test_a_pens_stroke_before_a_printed_0_is_no_1(font: str, dpi: int) -> None:
    for thick in (0.7, 1.0, 1.5, 2.0):
        [one] = ones_in(pixels(struck(printed("0", font, dpi, 10.5), dpi, thick)), "10")
        assert not one.is_type(FLAGGED)


def test_nothing_is_known_of_signs_that_run_into_one_another() -> None:
    line = pixels(printed("10", "Times-Roman", 200, 10.5))
    assert ones_in(line, "100") == []
    assert ones_in(line, "20") == []


def test_too_few_1s_do_not_tell_what_those_of_a_page_are_like() -> None:
    ones = ones_in(pixels(printed("11", "Helvetica", 200, 10.5)), "11")
    assert usual_beside(ones) is None
    assert usual_beside(ones * 2) is not None


def test_in_a_table_only_the_number_that_a_pen_made_is_doubted() -> None:
    rows = {"一、本年新收申请数量": "0 10 11 _ 12 114 147", "二、上年结转申请数量": "0 1 0 0 10 1 12"}
    paper = Paper().write(70, 70, "三、收到和处理申请情况", 14)
    for number, (label, row) in enumerate(rows.items()):
        seven(100 + 22 * number, label, row, paper)
    [page] = images_of(paper.write(368, 114, "0", 10).pdf(), 200)
    cell = tuple(round(side * 200 / 72) for side in (353, 104, 388, 120))  # the fourth figure of the first row
    page = page.convert("L")
    page.paste(struck(page.crop(cell), 200, 1.0), cell[:2])
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(200, 200))
    [grid] = read(out.getvalue(), "scan.png").grids()
    figures = [cell for row in grid.row_numbers() for cell in grid.row(row)[1:]]
    assert [(cell.text, cell.row) for cell in figures if cell.doubts] == [("10", 0)]
    assert [cell.text for cell in figures] == ["0", "10", "11", "10", "12", "114", "147", "0", "1", "0", "0", "10", "1", "12"]
