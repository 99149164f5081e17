"""Pages photographed from one side: the rules run together, and are read as if seen from straight above."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from gouji.document.scan.perspective import levelled
from gouji.document.scan.pixels import Colours, Pixels
from gouji.document.scan.segments import edges_of
from tests.layouts.scans import images_of

DESK = (96, 110, 128)
ROWS = [["一、本年新收申请数量", "0", "1", "10", "11", "119", "7730.28", "1,250"]] * 4


def page() -> Colours:
    paper = Paper()
    for number, (label, *figures) in enumerate(ROWS):
        seven(100 + 22 * number, label, " ".join(figures), paper)
    return np.asarray(images_of(paper.pdf(), 250)[0])


def photographed(flat: Colours) -> tuple[Colours, Colours]:
    """The page on a desk, its far edge shorter and leaning; and the matrix by which it came there."""
    height, width = flat.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = np.array([[260, 150], [width + 90, 100], [width + 170, height + 120], [110, height + 180]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    size = width + 300, height + 300
    on_desk = cv2.warpPerspective(flat, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT, borderValue=DESK)
    return on_desk, matrix


def test_a_page_photographed_from_one_side_is_read_and_its_places_are_those_of_the_photograph() -> None:
    photo, matrix = photographed(page())
    out = io.BytesIO()
    Image.fromarray(photo).save(out, "JPEG", quality=85)
    [grid] = read(out.getvalue(), "photo.jpg").grids()
    assert [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()] == ROWS
    assert not any(cell.doubts for cell in grid.cells)
    x0, top, x1, bottom = grid.row(0)[7].place.bbox or (0, 0, 0, 0)
    middle = cv2.perspectiveTransform(np.array([[[497.5 * 250 / 72, 111 * 250 / 72]]], np.float64), matrix.astype(np.float64))[0, 0]
    assert ((x0 + x1) / 2, (top + bottom) / 2) == pytest.approx(tuple(middle), abs=6)


def test_a_page_that_lay_flat_is_left_as_it_is() -> None:
    flat = cv2.cvtColor(page(), cv2.COLOR_RGB2GRAY)
    assert levelled(edges_of(flat)) is None
    assert levelled(edges_of(np.full((600, 400), 255, np.uint8))) is None


def low_table(turn: float) -> Pixels:
    """A page with nothing but a table of two low rows at its head, that lay a little askew in a scanner."""
    sheet = np.full((2339, 1654), 255, np.uint8)
    uprights = np.cumsum([100, 48, 48, 132, 132, 77, 48, 46, 134, 133, 74, 49, 46, 134, 130, 76]).tolist()
    for y in (205, 264, 323):
        cv2.line(sheet, (uprights[0], y), (uprights[-1], y), 0, 2)
    for x in uprights:
        cv2.line(sheet, (x, 205), (x, 323), 0, 2)
    matrix = cv2.getRotationMatrix2D((827, 1170), turn, 1)
    turned = cv2.warpAffine(sheet, matrix, (1654, 2339), flags=cv2.INTER_CUBIC, borderValue=255)
    return np.clip(turned + np.random.default_rng(1).normal(0, 6, turned.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("turn", [-0.8, -0.2, 0.3, 0.8])
def test_uprights_of_a_low_table_are_too_short_to_tell_that_they_meet(turn: float) -> None:
    assert levelled(edges_of(low_table(turn))) is None
