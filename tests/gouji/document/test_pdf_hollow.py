"""Rows that a browser parts, of which one half is hollow."""

from gouji.document.pdf.hollow import without_hollow_rows
from gouji.document.pdf.pieces import Piece
from gouji.document.pdf.slices import Square


def test_a_blank_row_that_a_browser_parts_beside_a_group_is_one_row() -> None:
    def piece(text: str, row: int, rowspan: int = 1) -> Piece:
        return Piece(1, Square(row, rowspan, (0.0, 0.0, 1.0, 1.0), text), row, rowspan)

    row = [piece("7.属于行政执法案卷", 0, 2), piece("", 0, 2), piece("", 0, 2)]
    found = without_hollow_rows([*row, piece("", 1, 2), piece("8.属于行政查询事项", 2)])
    assert [(p.text, p.row, p.rowspan) for p in found] == [
        ("7.属于行政执法案卷", 0, 1), ("", 0, 1), ("", 0, 1), ("", 1, 1), ("8.属于行政查询事项", 1, 1),
    ]  # fmt: skip
    ends = [*row[:2], piece("", 0), piece("", 1), piece("8.属于行政查询事项", 2)]
    assert without_hollow_rows(ends) == ends


def test_a_hollow_row_goes_to_the_row_above_that_spans_into_it_and_to_no_other() -> None:
    def piece(text: str, row: int, rowspan: int = 1) -> Piece:
        return Piece(1, Square(row, rowspan, (0.0, 0.0, 1.0, 1.0), text), row, rowspan)

    above = [piece("2.重复申请", 0, 2), piece("1", 0, 2), piece("1", 0, 2)]
    below = [piece("", 1), piece("3.其他", 2)]
    assert [(p.text, p.row, p.rowspan) for p in without_hollow_rows([*above, *below])] == [
        ("2.重复申请", 0, 1), ("1", 0, 1), ("1", 0, 1), ("3.其他", 1, 1),
    ]  # fmt: skip
    two = [piece("2.重复申请", 0), *above[1:], *below]
    assert without_hollow_rows(two) == two
    over = [piece("", 0), *(piece(sign, 0, 2) for sign in "123"), piece("（七）总计", 1), piece("四、结转", 2)]
    assert [(p.text, p.row, p.rowspan) for p in without_hollow_rows(over)] == [
        ("（七）总计", 0, 1), ("1", 0, 1), ("2", 0, 1), ("3", 0, 1), ("四、结转", 1, 1),
    ]  # fmt: skip
