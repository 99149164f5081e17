"""Streaks that a scanner draws over a page from end to end."""

import io

import numpy as np
import pytest
from PIL import Image

from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import doubts, read
from gouji.document.scan.pixels import Colours
from gouji.document.scan.streaks import without_streaks
from tests.layouts.scans import images_of

ROWS = [["一、本年新收申请数量", "0", "1", "10", "11", "119", "7730.28", "1,250"]] * 6
DPI = 200
SCALE = DPI / 72


def page() -> Colours:
    paper = Paper()
    for number, (label, *figures) in enumerate(ROWS):
        seven(100 + 22 * number, label, " ".join(figures), paper)
    return np.array(images_of(paper.pdf(), DPI)[0].convert("RGB"))


def grid_of(pixels: Colours) -> tuple[list[list[str]], list[tuple[str, ...]]]:
    """The texts of the page's one table, and its doubts by column."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=85, dpi=(DPI, DPI))
    [grid] = read(out.getvalue(), "scan.jpg").grids()
    rows = [grid.row(number) for number in grid.row_numbers()]
    return [[cell.text for cell in row] for row in rows], [doubts.joined(*(row[n].doubts for row in rows)) for n in range(8)]


def streaked(points: float, width: int, grey: int, *, opaque: bool) -> Colours:
    """The page with a streak so far from the left: as dark as this, or darker by as much."""
    pixels = page()
    part = pixels[:, round(points * SCALE) : round(points * SCALE) + width]
    part[:] = grey if opaque else np.clip(part.astype(np.int16) - grey, 0, 255)
    return pixels


@pytest.mark.parametrize(("at", "grey"), [(262, 120), (262, 60), (341, 100), (236, 90)])
def test_print_is_read_through_a_streak(at: float, grey: int) -> None:
    assert grid_of(streaked(at, 2, grey, opaque=False)) == (ROWS, [()] * 8)


def test_where_a_streak_may_hide_print_is_doubt() -> None:
    texts, found = grid_of(streaked(262, 2, 150, opaque=True))
    assert texts == ROWS
    assert found == [(), (doubts.OCR,), (), (), (), (), (), ()]


def test_where_print_hardly_shows_through_a_streak_is_doubt() -> None:
    pixels = page().astype(np.float32)
    part = pixels[:, round(274 * SCALE) : round(274 * SCALE) + 4]
    part[:] = 90 + 60 * part / 255
    texts, found = grid_of(pixels.astype(np.uint8))
    assert all(row[3:] == ROWS[0][3:] for row in texts)
    assert found[2] != ()


def test_a_stroke_under_an_opaque_streak_is_never_surely_missing() -> None:
    texts, found = grid_of(streaked(273.4, 6, 60, opaque=True))  # where the 1s of the second column stand
    assert all(row[3:] == ROWS[0][3:] for row in texts)
    assert found[2] != ()


def test_rules_of_a_picture_cut_out_of_a_table_are_no_streaks() -> None:
    tall = Paper()
    for number, (label, *figures) in enumerate(ROWS * 3):
        seven(100 + 22 * number, label, " ".join(figures), tall)
    whole = np.array(images_of(tall.pdf(), DPI)[0].convert("RGB"))
    part = whole[round(105 * SCALE) : round(489 * SCALE), round(60 * SCALE) : round(535 * SCALE)]
    assert (without_streaks(part, SCALE).pixels == part).all()
    between = page()[round(103 * SCALE) : round(121 * SCALE), round(60 * SCALE) : round(535 * SCALE)]
    assert (without_streaks(between, SCALE).pixels == between).all()


def test_a_streak_beside_the_border_of_a_table_leaves_the_others_to_be_taken_away() -> None:
    pixels = streaked(262, 2, 100, opaque=False)
    pixels[:, round(527 * SCALE) : round(527 * SCALE) + 2] -= np.minimum(pixels[:, round(527 * SCALE) : round(527 * SCALE) + 2], 100)
    assert grid_of(pixels) == (ROWS, [()] * 8)


def test_streaks_on_pages_without_print_or_of_any_grey_are_no_trouble() -> None:
    for paper in (0, 30, 255):
        page = np.full((1200, 900, 3), paper, np.uint8)
        page[:, 400:402] = page[:, 3:5] = page[600:602] = paper // 2
        page[:, 700:703] = 255 - paper // 3
        assert without_streaks(page, SCALE).pixels.shape == page.shape
