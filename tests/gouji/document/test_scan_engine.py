"""How sure a sign is of which the reader of print says what else it may be."""

import numpy as np
import pytest

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.engine import decoded, read_lines, rings_of
from tests.layouts.paper import Paper
from tests.layouts.scans import images_of

ALPHABET = ["", "0", "8", "O", "o"]


@pytest.mark.parametrize(
    ("likely", "text", "sure"),
    [
        ([0.0, 0.94, 0.0, 0.05, 0.01], "0", 1.0),
        ([0.0, 0.94, 0.05, 0.01, 0.0], "0", 0.95),
        ([0.0, 0.8, 0.0, 0.15, 0.05], "0", 0.8),  # not by far
        ([0.0, 0.1, 0.0, 0.9, 0.0], "O", 0.9),  # a letter is never made a figure
        ([0.0, 0.0, 0.95, 0.05, 0.0], "8", 0.95),
    ],
)
def test_a_ring_that_is_a_0_by_far_is_as_sure_as_its_shape(likely: list[float], text: str, sure: float) -> None:
    found = decoded(np.array([likely]), ALPHABET, rings_of(ALPHABET))
    assert found.text == text
    assert found.confidence == pytest.approx(sure)


def test_a_figure_is_read_alike_alone_and_among_long_lines() -> None:
    paper = Paper().write(60, 100, "10").write(60, 140, "三、收到和处理政府信息公开申请情况" * 2)
    page = np.asarray(images_of(paper.pdf(), 200)[0].convert("L"))
    figure, line = page[240:292, 155:215], page[351:403, 155:1300]
    alone, among = read_lines([figure])[0], read_lines([figure, line])[0]
    assert alone.text == "10"
    assert among == alone
