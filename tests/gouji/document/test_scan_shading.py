"""Cells that are shaded, with and without print."""

import numpy as np
import pytest

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.strokes import is_shaded

SCALE = 200 / 72


def test_a_shaded_cell_is_blank_and_pale_print_on_it_is_not() -> None:
    shading = np.tile(np.linspace(238, 226, 400), (50, 1)).astype(np.uint8)
    assert not is_shaded(shading, SCALE, 3)
    shading[15:35, 180:184] = 190
    assert is_shaded(shading, SCALE, 3)
