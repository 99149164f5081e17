"""Labels whose border closes too early."""

import numpy as np
import pytest

from gouji.document.pdf.rules import Rule, Rules

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.loose import without_loose_borders

SCALE = 200 / 72


def test_a_label_closed_before_its_row_ends_makes_no_row_of_the_blank_below() -> None:
    labels = [Rule(113, 20, 60), Rule(116, 60, 100)]
    rows = [Rule(at, 20, 300) for at in (60, 120, 140)] + [Rule(90, 100, 300)]
    uprights = [Rule(20, 60, 140), Rule(60, 60, 113), *(Rule(at, 60, 140) for at in (100, 200, 250, 300))]
    page = np.full((400, 900), 255, np.uint8)
    assert without_loose_borders(Rules([*rows, *labels], uprights), page, SCALE) == Rules(rows, uprights)


@pytest.mark.parametrize("why", ["print below", "a row ends there", "high enough for a row"])
def test_a_label_below_which_there_may_be_a_row_keeps_its_border(why: str) -> None:
    border = Rule(100 if why.startswith("high") else 112, 20, 60)
    rows = [Rule(60, 20, 300), Rule(126, 20, 300), *([Rule(112, 100, 300)] if why.startswith("a row") else [])]
    uprights = [Rule(at, 60, 126) for at in (20, 100, 200, 250, 300)]
    page = np.full((400, 900), 255, np.uint8)
    if why.startswith("print"):
        page[320:338, 100:110] = 0
    assert without_loose_borders(Rules([*rows, border], uprights), page, SCALE).level == [*rows, border]
