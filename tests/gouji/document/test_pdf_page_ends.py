"""Tables of a PDF that go on over the end of a page."""

import pytest

from tests.gouji.document.paper_tables import document, grid, sheet, texts
from tests.layouts.paper import ROW_EDGES, Paper, seven


def test_the_last_row_of_a_page_is_read_without_the_rule_below_it() -> None:
    paper = seven(720, "1.属于国家秘密", "0 0 0 0 0 0 0", seven(698, "（一）予以公开", "9 0 0 0 0 0 9", sheet()), floor=False)
    for x in ROW_EDGES:
        paper.rule(x, 720, x, 742)
    seven(60, "2.危及安全", "4 0 0 0 0 0 4", paper.next_page())
    assert texts(grid(paper))[1:] == [["1.属于国家秘密", *"0000000"], ["2.危及安全", *"4000004"]]


def test_a_first_row_with_half_a_rule_above_it_keeps_its_label() -> None:
    paper = sheet().row(700, 22, [70, 200, 525], ["行政许可", "5"]).next_page()
    paper.rule(200, 60, 525, 60).rule(70, 82, 525, 82).row(82, 22, [70, 200, 525], ["行政处罚", "8"])
    for x in (70, 200, 525):
        paper.rule(x, 60, x, 82)
    paper.write(75, 75, "信息内容", 10).write(210, 75, "处理决定数量", 10)
    assert texts(grid(paper)) == [["行政许可", "5"], ["信息内容", "处理决定数量"], ["行政处罚", "8"]]


def test_slices_with_other_columns_share_the_edges_of_all() -> None:
    paper = (
        sheet().row(700, 22, [70, 200, 310, 420, 525], ["规章", "1", "2", "3"]).next_page().row(60, 22, [70, 200, 525], ["行政处罚", "8"])
    )
    found = grid(paper)
    assert [(c.text, c.column, c.colspan) for c in found.row(1)] == [("行政处罚", 0, 1), ("8", 1, 3)]


def test_a_table_is_not_carried_over_a_heading() -> None:
    paper = sheet().row(700, 22, [70, 200, 525], ["行政许可", "5"]).next_page()
    paper.write(94, 60, "三、收到和处理政府信息公开申请情况").row(80, 22, [70, 200, 525], ["行政处罚", "8"])
    assert len(list(document(paper).grids())) == 2


def test_page_numbers_between_slices_do_not_part_them() -> None:
    paper = sheet().row(700, 22, [70, 200, 525], ["行政许可", "5"]).write(280, 800, "- 1 -").next_page()
    paper.row(60, 22, [70, 200, 525], ["行政处罚", "8"]).write(280, 800, "- 2 -")
    read_ = document(paper)
    assert [len(g.row_numbers()) for g in read_.grids()] == [2]
    assert not [p.text for p in read_.paragraphs() if "-" in p.text]


def test_a_header_repeated_on_the_next_page_is_dropped() -> None:
    header = ["信息内容", "本年处理决定数量"]
    paper = sheet().row(678, 22, [70, 200, 525], header).row(700, 22, [70, 200, 525], ["行政许可", "5"]).next_page()
    paper.row(60, 22, [70, 200, 525], header).row(82, 22, [70, 200, 525], ["行政处罚", "8"])
    assert texts(grid(paper)) == [header, ["行政许可", "5"], ["行政处罚", "8"]]


def test_a_header_alone_at_a_page_end_belongs_to_the_figures_on_the_next() -> None:
    paper = (
        sheet()
        .row(720, 22, [70, 200, 310, 525], ["结果维持", "结果纠正", "总计"])
        .next_page()
        .row(60, 22, [70, 200, 310, 525], ["1", "0", "1"])
    )
    assert texts(grid(paper)) == [["结果维持", "结果纠正", "总计"], ["1", "0", "1"]]


def test_a_row_cut_inside_its_label_is_made_whole() -> None:
    paper = seven(700, "5.要求确认或重新", "2 0 0 0 0 0 2", sheet()).next_page()
    seven(82, "（六）其他处理", "0 0 0 0 0 0 0", seven(60, "出具已获取信息", "_ _ _ _ _ _ _", paper))
    found = texts(grid(paper))
    assert found == [["5.要求确认或重新\n出具已获取信息", *"2000002"], ["（六）其他处理", *"0000000"]]


def test_a_blank_row_at_a_page_top_stays_a_row_of_its_own() -> None:
    paper = seven(60, "3.补正后不明确", "_ _ _ _ _ _ _", seven(700, "2.没有现成信息", "1 0 0 0 0 0 1", sheet()).next_page())
    assert len(grid(paper).row_numbers()) == 2


def test_a_label_and_figures_parted_by_the_page_may_be_two_rows_and_are_doubted() -> None:
    paper = seven(60, "申请人逾期不补正", "1 0 0 0 0 0 1", seven(700, "1.无正当理由", "_ _ _ _ _ _ _", sheet()).next_page())
    found = grid(paper)
    assert len(found.row_numbers()) == 2
    assert all("split-row" in c.doubts for c in found.cells)


def test_marks_under_words_at_a_page_end_stand_under_a_header_whatever_their_columns() -> None:
    for columns in ([70, 200, 310, 400, 525], [70, 180, 330, 450, 525]):
        paper = sheet().row(700, 22, [70, 200, 310, 400, 525], ["信息内容", "本年制作数量", "本年公开数量", "总数量"]).next_page()
        found = grid(paper.row(60, 22, columns, ["规章", "/", "/", "/"]))
        assert [[cell.doubts for cell in found.row(row)] for row in found.row_numbers()] == [[()] * 4] * 2


def test_a_figure_that_a_page_end_cuts_in_its_cell_is_whole_and_doubted() -> None:
    for rest in ("2", "件"):
        xs = [70, 130, 190, 250, 310]
        paper = sheet().row(700, 22, xs, ["1", "0", "13", "14"]).next_page().row(60, 22, xs, ["", "", rest, ""])
        found = grid(paper)
        assert [cell.text for cell in found.cells] == ["1", "0", f"13\n{rest}", "14"]
        assert [cell.doubts for cell in found.cells] == [(), (), ("split-row",), ()]


def test_a_figure_under_a_merged_header_at_a_page_end_is_no_rest_of_a_row() -> None:
    paper = sheet().row(700, 22, [70, 200, 525], ["信息内容", "本年处理决定数量"]).next_page()
    found = grid(paper.row(60, 22, [70, 200, 310, 400, 525], ["行政许可", "892", "", ""]))
    assert [cell.doubts for cell in found.cells] == [()] * 6


def test_figures_under_a_label_made_wider_by_a_lost_rule_may_be_the_rest_of_its_row() -> None:
    paper = sheet().row(700, 22, [70, 120, 310, 400, 525], ["三", "1.无正当理由", "", ""]).next_page()
    found = grid(paper.row(60, 22, [70, 120, 200, 310, 400, 525], ["", "不补正", "5", "0", "0"]))
    assert all("split-row" in cell.doubts for cell in found.cells)


def test_marks_under_blank_cells_at_a_page_end_may_be_the_rest_of_the_row() -> None:
    found = grid(seven(60, "申请人逾期不补正", "/ / / / / / /", seven(700, "1.无正当理由", "_ _ _ _ _ _ _", sheet()).next_page()))
    assert all("split-row" in cell.doubts for cell in found.cells)


def test_a_group_that_goes_on_over_the_page_is_one_merged_cell() -> None:
    xs = [70, 140, 300, 525]
    paper = sheet()
    for y, texts_ in ((656, ["（四）无法提供", "1.不掌握", "10"]), (678, ["", "2.需要制作", "3"])):
        paper.row(y, 22, xs[1:], texts_[1:])
        paper.write(73, y + 14, texts_[0], 8)
    paper.rule(70, 656, 70, 700).rule(70, 656, 140, 656).rule(70, 700, 140, 700).next_page()
    paper.row(60, 22, xs, ["", "3.不明确", "0"])
    group = grid(paper).row(0)[0]
    assert (group.text, group.rowspan, group.place.page) == ("（四）无法提供", 3, 1)


@pytest.mark.parametrize("sign", ["/", "无"])
def test_a_row_of_marks_alone_at_a_page_top_is_no_layout(sign: str) -> None:
    paper = seven(700, "3.其他", "1 0 0 0 0 0 1", Paper())
    seven(60, "（七）总计", " ".join(sign * 7), paper.next_page())
    assert texts(grid(paper)) == [["3.其他", *"1000001"], ["（七）总计", *sign * 7]]


def test_blank_figures_below_a_merged_header_at_a_page_end_are_a_row_of_their_own() -> None:
    xs = [70.0, 180.0, 290.0, 400.0, 525.0]
    paper = sheet()
    for x0, x1, text in zip(xs, xs[1:], ("结果维持", "结果纠正", "其他结果"), strict=False):
        paper.row(690, 44, [x0, x1], [text])
    paper.row(690, 22, [400.0, 525.0], ["行政诉讼"]).row(712, 22, [400.0, 525.0], ["总计"])
    paper.next_page().row(60, 22, xs, ["2", "", "", "3"])
    assert [(c.text, c.rowspan) for c in grid(paper).row(2)] == [("2", 1), ("", 1), ("", 1), ("3", 1)]


def test_a_numbered_label_goes_on_beside_blank_figures() -> None:
    paper = seven(60, "一稳定”", "_ _ _ _ _ _ _", seven(700, "3.危及“三安全", "_ _ _ _ _ _ _", sheet()).next_page())
    found = grid(seven(82, "4.保护第三方合法权益", "1 0 0 0 0 0 1", paper))
    assert texts(found) == [["3.危及“三安全\n一稳定”", *[""] * 7], ["4.保护第三方合法权益", *"1000001"]]
    assert not [doubt for cell in found.cells for doubt in cell.doubts]
