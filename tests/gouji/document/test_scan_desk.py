"""What is seen in the grain of a desk is no table."""

import pytest

from gouji.document.pdf.slices import Slice, Square

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.desk import is_grain


def grid(*cells: tuple[str, str]) -> Slice:
    squares = (Square(0, 1, (20.0 * n, 0, 20.0 * n + 20, 12), text, (doubt,) if doubt else ()) for n, (text, doubt) in enumerate(cells))
    return Slice(1, (0, 0, 20.0 * len(cells), 12), tuple(squares))


@pytest.mark.parametrize(
    ("part", "grain"),
    [
        (grid(("I", "ocr"), ("", ""), ("1", "ocr"), ("\ufffd", "unreadable")), True),
        (grid(("I", "ocr"), ("", ""), ("1", "")), False),
        (grid(("1", "ocr"), ("0", "ocr"), ("12", "ocr")), False),  # figures of a row that a page's end cut off from its header
        (grid(("总\n计", "ocr"), ("I", "ocr")), False),
        (grid(("/", "ocr"), ("1", "low-resolution")), False),
        (grid(("", ""), ("", "")), False),
    ],
)
def test_a_grid_without_a_word_or_a_sure_sign_is_grain(part: Slice, grain: bool) -> None:
    assert is_grain(part) is grain
