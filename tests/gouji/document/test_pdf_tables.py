"""What stands in the cells of a PDF's tables."""

import pytest

from gouji.errors import UnreadableDocument
from tests.gouji.document.paper_tables import cell, document, grid, sheet, texts
from tests.layouts.paper import HEIGHT, ROW_EDGES, seven


def test_a_row_reads_as_printed_and_a_blank_is_never_zero() -> None:
    found = grid(seven(120, "1.重复申请", "3 0 _ 12 / 0 15", seven(98, "2.其他", "0 0 0 0 0 0 0", sheet())))
    assert texts(found)[1] == ["1.重复申请", "3", "0", "", "12", "/", "0", "15"]


def test_a_decimal_point_stays_between_its_digits() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政事业性收费", "7730.28"])
    assert texts(grid(paper)) == [["行政事业性收费", "7730.28"]]


def test_a_cell_is_placed_on_its_page_in_points_from_the_top() -> None:
    place = cell(grid(sheet().next_page().row(100, 22, [70, 250, 525], ["行政许可", "41"])), "41").place
    assert (place.page, place.bbox) == (2, (250.0, 100.0, 525.0, 122.0))


def test_merged_cells_carry_their_spans() -> None:
    paper = sheet().row(100, 22, [70, 200, 525], ["行政诉讼", "未经复议直接起诉"]).row(122, 22, [70, 200, 360, 525], ["甲", "1", "2"])
    found = grid(paper)
    assert (cell(found, "未经复议直接起诉").column, cell(found, "未经复议直接起诉").colspan) == (1, 2)
    assert [c.column for c in found.row(1)] == [0, 1, 2]


def test_a_label_printed_downwards_reads_from_top_to_bottom() -> None:
    paper = sheet()
    for y in (100, 150):
        paper.row(y, 50, [100, 200, 400], ["予以公开", "6"])
    paper.rule(70, 100, 70, 200).rule(70, 100, 100, 100).rule(70, 200, 100, 200)
    for number, sign in enumerate("三、结果"):
        paper.write(78, 120 + 20 * number, sign)
    label = grid(paper).row(0)[0]
    assert label.text.replace("\n", "") == "三、结果"
    assert label.rowspan == 2


def test_hairlines_around_text_are_no_table() -> None:
    paper = sheet().rule(70, 100, 525, 100, 0.1).rule(70, 130, 525, 130, 0.1).rule(70, 100, 70, 130, 0.1).rule(525, 100, 525, 130, 0.1)
    read_ = document(paper.write(80, 120, "二、主动公开政府信息情况"))
    assert not list(read_.grids())
    assert "二、主动公开政府信息情况" in [p.text for p in read_.paragraphs()]


def test_shaded_cells_without_rules_are_a_table() -> None:
    paper = sheet()
    for row, label in enumerate(("1.重复申请", "2.其他")):
        for x0, x1, text in zip(ROW_EDGES, ROW_EDGES[1:], (label, *"1000001"), strict=False):
            paper.canvas.setFillGray(0.9)
            paper.canvas.rect(x0, HEIGHT - 122 - 22 * row, x1 - x0 - 0.3, 21.7, stroke=0, fill=1)
            paper.canvas.setFillGray(0)
            paper.write(x0 + 3, 114 + 22 * row, text, 10)
    assert texts(grid(paper)) == [["1.重复申请", *"1000001"], ["2.其他", *"1000001"]]


def test_two_figures_without_a_rule_between_them_do_not_become_one() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "1"]).write(262, 114, "0", 10)
    assert texts(grid(paper)) == [["行政许可", "1 0"]]


def test_a_page_of_more_objects_than_any_report_has_is_refused() -> None:
    paper = sheet()
    path = paper.canvas.beginPath()
    for number in range(101_000):
        path.moveTo(0, number % 800)
        path.lineTo(5, number % 800)
    paper.canvas.drawPath(path)
    with pytest.raises(UnreadableDocument) as caught:
        document(paper)
    assert "100000" in caught.value.words.zh


def test_a_number_wrapped_by_its_narrow_cell_is_one_number_and_two_in_a_wide_cell_are_not() -> None:
    narrow, wide = sheet(), sheet()
    narrow.row(100, 34, [70, 220, 248], ["新收", "121\n08"])
    wide.row(100, 34, [70, 220, 300], ["新收", "121\n08"])
    assert texts(grid(narrow)) == [["新收", "12108"]]
    assert texts(grid(wide)) == [["新收", "121\n08"]]
