"""What stands below the last rule of a scanned page: the rest of a label that the page's end cut, or something else."""

import pytest

from gouji.document.pdf.lines import Line
from gouji.document.pdf.slices import Slice, Square

pytest.importorskip("rapidocr", reason="needs gouji[ocr]")

from gouji.document.scan.overflow import with_overflow


def line(text: str, left: float, top: float, right: float) -> Line:
    return Line(text, (left, top, right, top + 12), top + 12, 12.0, ())


def table(*last: tuple[float, float, str]) -> Slice:
    above = Square(0, 1, (27, 700, 494, 731), "申请人情况")
    return Slice(1, (27, 700, 494, 750), (above, *(Square(1, 1, (left, 731, right, 750), text) for left, right, text in last)))


CUT = table((27, 82, "三、本年"), (82, 306, "（一）予以公开"), (306, 400, "6"), (400, 494, ""))


def test_lines_below_the_last_rule_are_the_rest_of_the_label_that_spans_rows() -> None:
    before, rest, number = line("三、收到和处理申请情况", 27, 680, 160), line("度办理结", 28, 749, 80), line("- 3 -", 280, 790, 310)
    [part], lines = with_overflow([CUT], [before, rest, number])
    assert [square.text for square in part.squares] == ["申请人情况", "三、本年\n度办理结", "（一）予以公开", "6", ""]
    assert lines == [before, number]


@pytest.mark.parametrize(
    ("part", "below"),
    [
        (CUT, line("注：含上年结转", 28, 752, 80)),
        (CUT, line("四、行政复议和行政诉讼情况", 27, 752, 180)),
        (CUT, line("四、行政复议", 28, 775, 80)),
        (table((27, 306, "四、结转下年度继续办理"), (306, 400, "6"), (400, 494, "")), line("四、行政复议情况", 28, 752, 140)),
        (table((27, 82, "总计"), (82, 306, ""), (306, 400, "6"), (400, 494, "")), line("行政复议", 28, 752, 80)),
    ],
)
def test_a_note_or_a_heading_below_a_table_is_no_part_of_it(part: Slice, below: Line) -> None:
    assert with_overflow([part], [below]) == ([part], [below])


def test_a_header_cut_by_the_page_has_all_of_its_labels_below() -> None:
    header = table((27, 60, "自然"), (60, 400, "法人或其他组织"), (400, 494, "总计"))
    [part], lines = with_overflow([header], [line("人", 38, 752, 48)])
    assert [square.text for square in part.squares] == ["申请人情况", "自然\n人", "法人或其他组织", "总计"]
    assert lines == []
