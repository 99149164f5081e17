"""Digits of a number that were printed together, and those of which a pen wrote one."""

import cv2
import numpy as np
import pytest

from gouji.document.scan.pixels import Pixels

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.level import stand_level


def line(*signs: tuple[str, int, float]) -> Pixels:
    """A line of print with these signs side by side, each so many pixels lower and so many times as large as type."""
    picture = np.full((60, 30 * len(signs) + 10), 255, np.uint8)
    for number, (sign, lower, size) in enumerate(signs):
        cv2.putText(picture, sign, (10 + 30 * number, 40 + lower), cv2.FONT_HERSHEY_SIMPLEX, 0.8 * size, 0, 2, cv2.LINE_AA)
    return picture


@pytest.mark.parametrize(
    ("signs", "text", "level"),
    [
        ([("1", 0, 1), ("2", 0, 1), ("0", 0, 1)], "120", True),
        ([("1", 0, 1), (".", 0, 1), ("5", 0, 1)], "1.5", True),
        ([("+", 0, 1), ("7", 0, 1)], "+7", True),
        ([("5", -8, 1), ("0", 0, 1)], "50", False),
        ([("1", 4, 1.3), ("0", 0, 1)], "10", False),
        ([("1", 0, 1), ("0", 0, 1)], "1000", True),  # which ink is which sign is not known
    ],
)
def test_digits_of_other_heights_are_not_of_one_number(signs: list[tuple[str, int, float]], text: str, level: bool) -> None:
    assert stand_level(line(*signs), text) is level
