"""Print close to the rule of its cell: whole beyond a lighter gap, cut where it runs into the rule."""

import numpy as np
import pytest

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.intact import is_intact

REGION = slice(10, 40), slice(10, 51)  # the rule's first pixel is the last but one of the region


@pytest.mark.parametrize(
    ("end", "gap", "intact"),
    [
        (46, 255, True),
        (48, 150, True),  # one grey pixel between
        (48, 60, False),  # no gap
        (50, 255, False),
        (54, 255, False),  # it goes on behind the rule
    ],
)
def test_a_sign_is_whole_where_a_lighter_gap_parts_it_from_the_rule(end: int, gap: int, intact: bool) -> None:
    page = np.full((60, 90), 255, np.uint8)
    page[20:30, 40:end] = 20
    if end == 48:
        page[20:30, 48] = gap
    page[:, 49:52] = 0
    clean = page.copy()
    clean[:, 48:53] = 255
    ink = clean[REGION] < 185
    assert is_intact(page, clean, REGION, ink, 200 / 72) is intact
