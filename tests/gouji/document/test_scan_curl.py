"""Pages photographed while they curled: all is read as if they lay flat, and the desk around them is no table."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.layouts.paper import Paper, seven

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document import read
from gouji.document.scan.curl import curl_of
from gouji.document.scan.desk import desk_around
from gouji.document.scan.pixels import Colours
from gouji.document.scan.segments import edges_of
from tests.layouts.scans import images_of

ROWS = [["一、本年新收申请数量", "0", "1", "10", "11", "119", "7730.28", "1,250"]] * 12
DPI = 220
BOW = 30
MARGIN = 150


def page() -> Colours:
    paper = Paper()
    for number, (label, *figures) in enumerate(ROWS):
        seven(100 + 44 * number, label, " ".join(figures), paper)
    return np.asarray(images_of(paper.pdf(), DPI)[0].convert("RGB"))


def curled(flat: Colours) -> Colours:
    """The page as it sags in its middle, the lower half by more."""
    height, width = flat.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    sag = BOW * np.sin(np.pi * x / width) * (0.5 + 0.5 * y / height)
    return cv2.remap(flat, x, (y - sag).astype(np.float32), cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def on_desk(paper: Colours) -> Colours:
    """The paper leaning on a desk of grained wood, in light from one side."""
    height, width = paper.shape[:2]
    size = width + 2 * MARGIN, height + 2 * MARGIN
    grain = np.random.default_rng(1).normal(0, 12, (size[1] // 3, size[0] // 60)).astype(np.float32)
    desk = np.clip(110 + cv2.resize(grain, size)[:, :, None] + np.zeros(3), 0, 255)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    seen = (corners + MARGIN + np.array([[40, 10], [-30, 30], [20, -20], [-25, 15]])).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(corners, seen)
    here = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, size)[:, :, None] > 128
    photo = np.where(here, cv2.warpPerspective(paper, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), desk)
    light = np.linspace(0.65, 0.95, size[0])[None, :, None]
    return np.clip(cv2.GaussianBlur(photo * light, (0, 0), 0.8), 0, 255).astype(np.uint8)


def as_jpeg(photo: Colours) -> bytes:
    out = io.BytesIO()
    Image.fromarray(photo).save(out, "JPEG", quality=85, dpi=(DPI, DPI))
    return out.getvalue()


def test_a_curled_page_on_a_desk_is_read() -> None:
    [grid] = read(as_jpeg(on_desk(curled(page()))), "photo.jpg").grids()
    assert [[cell.text for cell in grid.row(number)] for number in grid.row_numbers()] == ROWS
    assert not any(cell.doubts for cell in grid.cells)


def test_places_on_a_curled_page_are_those_of_the_picture() -> None:
    [grid] = read(as_jpeg(curled(page())), "curled.jpg").grids()
    x0, top, x1, bottom = grid.row(11)[3].place.bbox or (0, 0, 0, 0)
    x, y = 330 * DPI / 72, (100 + 44 * 11 + 11) * DPI / 72
    sag = BOW * np.sin(np.pi * 330 / 595) * (0.5 + 0.5 * (100 + 44 * 11 + 11) / 842)
    assert ((x0 + x1) / 2, (top + bottom) / 2) == pytest.approx((x, y + sag), abs=6)


def test_a_page_that_lay_flat_is_not_bent() -> None:
    flat = cv2.cvtColor(page(), cv2.COLOR_RGB2GRAY)
    assert curl_of(edges_of(flat)) is None
    assert curl_of(edges_of(np.full((600, 400), 255, np.uint8))) is None
    assert curl_of(edges_of(cv2.cvtColor(curled(page()), cv2.COLOR_RGB2GRAY))) is not None


def test_only_what_ends_sharply_around_paper_is_desk() -> None:
    photo = on_desk(page())
    desk = desk_around(photo)
    height, width = desk.shape
    assert desk[: MARGIN - 60].all()
    assert not desk[MARGIN + 100 : height - MARGIN - 100, MARGIN + 100 : width - MARGIN - 100].any()
    shadow = 1 - 0.75 * np.exp(-np.arange(width) / (0.035 * width))
    in_book = np.full((height, width, 3), 255 * shadow[None, :, None], np.uint8)
    assert not desk_around(in_book).any()
    assert not desk_around(page()).any()
