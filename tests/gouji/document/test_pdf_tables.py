"""What stands in the cells of a PDF's tables."""

import pytest

from gouji.document import read
from gouji.document.model import Cell, Document, Grid
from gouji.document.pdf.hollow import without_hollow_rows
from gouji.document.pdf.slices import Square
from gouji.document.pdf.stitching import _Piece
from gouji.errors import UnreadableDocument
from tests.layouts.paper import HEIGHT, ROW_EDGES, WIDTH, Paper, seven
from tests.layouts.unmapped_font import unmapped_font

FILLER = "本年度没有需要另行说明的其他事项，各项工作按照年初计划稳步推进，未发生投诉。"


def document(paper: Paper) -> Document:
    return read(paper.pdf(), "report.pdf")


def grid(paper: Paper) -> Grid:
    [found] = document(paper).grids()
    return found


def texts(found: Grid) -> list[list[str]]:
    return [[cell.text for cell in found.row(number)] for number in found.row_numbers()]


def cell(found: Grid, text: str) -> Cell:
    [match] = [c for c in found.cells if c.text == text]
    return match


def sheet() -> Paper:
    """A page with enough text to be a document."""
    return Paper().write(70, 60, FILLER[:30]).write(70, 80, FILLER)


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


def test_a_blank_row_that_a_browser_parts_beside_a_group_is_one_row() -> None:
    def piece(text: str, row: int, rowspan: int = 1) -> _Piece:
        return _Piece(1, Square(row, rowspan, (0.0, 0.0, 1.0, 1.0), text), row, rowspan)

    row = [piece("7.属于行政执法案卷", 0, 2), piece("", 0, 2), piece("", 0, 2)]
    found = without_hollow_rows([*row, piece("", 1, 2), piece("8.属于行政查询事项", 2)])
    assert [(p.text, p.row, p.rowspan) for p in found] == [
        ("7.属于行政执法案卷", 0, 1), ("", 0, 1), ("", 0, 1), ("", 1, 1), ("8.属于行政查询事项", 1, 1),
    ]  # fmt: skip
    ends = [*row[:2], piece("", 0), piece("", 1), piece("8.属于行政查询事项", 2)]
    assert without_hollow_rows(ends) == ends


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


class TestUnseen:
    """Text that the file holds and nobody sees never joins a figure; the cell is doubted."""

    def read_cell(self, paper: Paper) -> Cell:
        return grid(paper).row(0)[1]

    def row(self) -> Paper:
        return sheet().row(100, 22, [70, 250, 525], ["行政许可", "13.5"])

    def test_white_digits(self) -> None:
        paper = self.row()
        paper.canvas.setFillGray(1)
        found = self.read_cell(paper.write(275, 114, "99", 10))
        assert (found.text, found.doubts) == ("13.5", ("hidden-text",))

    def test_invisible_digits(self) -> None:
        paper = self.row()
        text = paper.canvas.beginText(275, HEIGHT - 114)
        text.setTextRenderMode(3)
        text.textOut("99")
        paper.canvas.drawText(text)
        found = self.read_cell(paper)
        assert (found.text, found.doubts) == ("13.5", ("hidden-text",))

    def test_digits_outside_their_clip(self) -> None:
        paper = self.row()
        paper.canvas.saveState()
        clip = paper.canvas.beginPath()
        clip.rect(300, HEIGHT - 122, 200, 22)
        paper.canvas.clipPath(clip, stroke=0)
        paper.write(275, 114, "99", 10)
        paper.canvas.restoreState()
        found = self.read_cell(paper)
        assert (found.text, found.doubts) == ("13.5", ("clipped-text",))

    def test_white_letters_on_a_coloured_ground_are_seen(self) -> None:
        paper = sheet()
        paper.canvas.setFillColorRGB(0.1, 0.2, 0.6)
        paper.canvas.rect(70, HEIGHT - 122, 455, 22, stroke=0, fill=1)
        paper.canvas.setFillGray(1)
        paper.row(100, 22, [70, 250, 525], ["行政许可", "13"])
        found = self.read_cell(paper)
        assert (found.text, found.doubts) == ("13", ())

    def test_text_outside_the_crop_box_is_dropped(self) -> None:
        paper = sheet().write(70, 700, "页面以外的一行")
        paper.canvas.setCropBox((0, 300, WIDTH, HEIGHT))
        assert "页面以外" not in "".join(p.text for p in document(paper).paragraphs())


def test_bold_made_by_printing_twice_is_read_once() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "110"]).write(253.4, 114, "110", 10)
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("110", ())


def test_a_shadow_is_read_once_and_doubted() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "305"])
    for number, digit in enumerate("305"):
        paper.write(254.5 + 4.58 * number, 115.2, digit, 10)
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("305", ("doubled-text",))


def test_a_raised_note_is_no_digit() -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", "12"]).write(265, 109, "2", 5)
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("12", ("footnote-mark",))


@pytest.mark.parametrize("turn", [0, 180])
def test_a_page_that_is_shown_upside_down_is_not_read_backwards(turn: int) -> None:
    paper = sheet().row(100, 22, [70, 250, 525], ["行政事业性收费", "13.5"])
    paper.canvas.setPageRotation(turn)
    assert grid(paper).row(0)[1].text == "13.5"


def test_a_landscape_page_is_read_and_placed_as_shown() -> None:
    paper = sheet().next_page()
    paper.canvas.translate(WIDTH, 0)
    paper.canvas.rotate(90)
    paper.canvas.translate(0, WIDTH - HEIGHT)  # so that `HEIGHT - y` counts from the top of the turned page
    paper.row(100, 22, [70, 250, 525], ["行政许可", "41"])
    paper.canvas.setPageRotation(90)
    found = cell(grid(paper), "41")
    assert found.place.bbox == (250.0, 100.0, 525.0, 122.0)


def test_digits_turned_against_the_page_are_doubted() -> None:
    paper = sheet().row(100, 60, [70, 250, 525], ["行政许可", ""])
    paper.canvas.saveState()
    paper.canvas.translate(300, HEIGHT - 150)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "17")
    paper.canvas.restoreState()
    assert "turned-text" in grid(paper).row(0)[1].doubts


def test_a_slanted_watermark_is_no_part_of_a_cell() -> None:
    paper = sheet().row(100, 60, [70, 250, 525], ["行政许可", "41"])
    paper.canvas.saveState()
    paper.canvas.translate(300, HEIGHT - 150)
    paper.canvas.rotate(45)
    paper.canvas.drawString(0, 0, "内部资料")
    paper.canvas.restoreState()
    found = grid(paper).row(0)[1]
    assert (found.text, found.doubts) == ("41", ())


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


@pytest.mark.usefixtures("without_ocr")
def test_digits_of_a_font_that_does_not_say_what_they_are_are_doubted_with_their_table() -> None:
    [found] = read(unmapped_font(), "report.pdf").grids()
    mute, plain = (found.row(number)[1] for number in (0, 1))
    assert (mute.text, plain.text) == ("\ufffd" * 3, "8")
    assert mute.doubts == ("unmapped-font", "replacement-character")
    assert plain.doubts == ("unmapped-font",)


def test_a_number_wrapped_by_its_narrow_cell_is_one_number_and_two_in_a_wide_cell_are_not() -> None:
    narrow, wide = sheet(), sheet()
    narrow.row(100, 34, [70, 220, 248], ["新收", "121\n08"])
    wide.row(100, 34, [70, 220, 300], ["新收", "121\n08"])
    assert texts(grid(narrow)) == [["新收", "12108"]]
    assert texts(grid(wide)) == [["新收", "121\n08"]]


def test_a_hollow_row_goes_to_the_row_above_that_spans_into_it_and_to_no_other() -> None:
    def piece(text: str, row: int, rowspan: int = 1) -> _Piece:
        return _Piece(1, Square(row, rowspan, (0.0, 0.0, 1.0, 1.0), text), row, rowspan)

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
