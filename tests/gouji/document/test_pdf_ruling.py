"""Tables of PDFs by how they are ruled: in pieces, without an outer border, between rows only, or not at all."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from gouji.document.model import Cell, Grid
from tests.gouji.document.paper_tables import FILLER, document, grid, sheet, texts
from tests.layouts.paper import FONT, HEIGHT, ROW_EDGES, Paper, seven

ROWS = [["1.重复申请", *"1000001"], ["2.其他", *"0200002"], ["（七）总计", *"1200003"]]
TOP, HIGH = 100.0, 22.0


def doubts(found: Grid) -> set[str]:
    return {doubt for cell in found.cells for doubt in cell.doubts}


def written(paper: Paper, rows: list[list[str]] = ROWS, top: float = TOP, edges: list[float] = ROW_EDGES) -> Paper:
    """The rows' texts without any rule."""
    for number, row in enumerate(rows):
        for x, text in zip(edges, row, strict=False):
            paper.write(x + 3, top + HIGH * number + 14, text, 10)
    return paper


def level(rows: int = len(ROWS)) -> Iterator[float]:
    return (TOP + HIGH * number for number in range(rows + 1))


def test_a_table_ruled_inside_only() -> None:
    paper = written(sheet())
    for y in list(level())[1:-1]:
        paper.rule(ROW_EDGES[0], y, ROW_EDGES[-1], y)
    for x in ROW_EDGES[1:-1]:
        paper.rule(x, TOP, x, TOP + HIGH * len(ROWS))
    found = grid(paper)
    assert texts(found) == ROWS
    assert not doubts(found)


@pytest.mark.parametrize(("dash", "gap"), [(4.0, 3.0), (0.6, 1.2)], ids=["dashes", "dots"])
def test_rules_drawn_in_single_pieces(dash: float, gap: float) -> None:
    paper = written(sheet())
    x0, x1, bottom = ROW_EDGES[0], ROW_EDGES[-1], TOP + HIGH * len(ROWS)
    for number in range(int((x1 - x0) / (dash + gap)) + 1):
        for y in level():
            paper.canvas.rect(x0 + number * (dash + gap), HEIGHT - y, dash, 0.6, stroke=0, fill=1)
    for number in range(int((bottom - TOP) / (dash + gap)) + 1):
        for x in ROW_EDGES:
            paper.canvas.rect(x, HEIGHT - TOP - number * (dash + gap) - dash, 0.6, dash, stroke=0, fill=1)
    found = grid(paper)
    assert texts(found) == ROWS
    assert not doubts(found)


def test_borders_cut_at_every_corner_do_not_cut_merged_cells() -> None:
    paper = sheet()
    xs = [70.0, 90.0, 230.0, 525.0]
    for y in (100.0, 122.0, 144.0):
        for x0, x1 in zip(xs[1:], xs[2:], strict=False):
            paper.rule(x0 + 0.8, y, x1 - 0.8, y)
    for y in (100.0, 144.0):
        paper.rule(xs[0] + 0.8, y, xs[1] - 0.8, y)
    for x in xs:
        for y in (100.0, 122.0):
            paper.rule(x, y + 0.8, x, y + 21.2)
    paper.write(72, 114, "三", 10).write(72, 136, "、", 10).write(93, 114, "予以公开", 10).write(93, 136, "部分公开", 10)
    found = grid(paper.write(240, 114, "7", 10).write(240, 136, "2", 10))
    assert [(c.text, c.rowspan) for c in found.row(0)] == [("三\n、", 2), ("予以公开", 1), ("7", 1)]
    assert [c.text for c in found.row(1)] == ["部分公开", "2"]


def test_cells_with_borders_of_their_own_make_one_table() -> None:
    paper = written(sheet())
    for y in list(level())[:-1]:
        for x0, x1 in zip(ROW_EDGES, ROW_EDGES[1:], strict=False):
            paper.canvas.rect(x0 + 1, HEIGHT - y - HIGH + 1, x1 - x0 - 2, HIGH - 2)
    assert texts(grid(paper)) == ROWS


def test_columns_told_by_their_text_alone_are_doubted() -> None:
    paper = written(sheet())
    for y in level():
        paper.rule(ROW_EDGES[0], y, ROW_EDGES[-1], y)
    found = grid(paper)
    assert texts(found) == ROWS
    assert all("columns-by-text" in cell.doubts for cell in found.cells)


def test_a_table_without_any_rule_is_said_not_to_have_been_read() -> None:
    found = document(written(sheet()))
    assert not list(found.grids())
    assert found.unread == ("unruled-table",)


def test_tables_side_by_side_are_two() -> None:
    paper = sheet()
    for left in (70.0, 310.0):
        for number, label in enumerate(("行政处罚", "行政强制")):
            paper.row(100 + 22 * number, 22, [left, left + 120, left + 200], [label, str(int(left) + number)])
    assert [texts(found) for found in document(paper).grids()] == [
        [["行政处罚", "70"], ["行政强制", "71"]],
        [["行政处罚", "310"], ["行政强制", "311"]],
    ]


def test_a_column_merged_over_a_whole_page_needs_no_rule_to_carry_the_table_on() -> None:
    xs = [70.0, 100.0, *ROW_EDGES[1:]]
    paper = sheet()
    for number, label in enumerate(("（一）予以公开", "（二）部分公开")):
        paper.row(700 + 22 * number, 22, xs, ["三、" if number == 0 else "", label, *"1000001"])
    paper.next_page()
    for number in range(3):
        paper.row(60 + 22 * number, 22, xs[1:], [f"{number + 1}.属于", *"0200002"])
    paper.rule(70, 60, 70, 126)  # the left border, which touches nothing
    found = grid(paper)
    assert len(found.row_numbers()) == 5
    assert [cell.text for cell in found.row(4)][-8:] == ["3.属于", *"0200002"]


def test_a_label_that_runs_out_of_its_table_at_a_page_end_stays_in_it() -> None:
    xs = [70.0, 90.0, *ROW_EDGES[1:]]
    paper = sheet()
    for y in (700.0, 722.0):
        paper.row(y, 22, xs[1:], ["予以公开", *"1000001"])
    paper.rule(70, 700, 70, 744).rule(70, 700, 90, 700).rule(70, 744, 90, 744)
    for number, sign in enumerate("三、本年度结果"):
        paper.write(74, 712 + 12 * number, sign, 10)
    seven(60, "（二）部分公开", "2 0 0 0 0 0 2", paper.next_page())
    found = grid(paper)
    assert found.row(0)[0].text.replace("\n", "") == "三、本年度结果"
    assert len(found.row_numbers()) == 3


def test_a_label_whose_last_line_but_one_stands_on_the_lower_rule_goes_on_below_it() -> None:
    paper = sheet()
    paper.row(718, 22, [50.0, *ROW_EDGES], ["", "（一）予以公开", *"1000001"])
    for y, signs in ((731, "三、本"), (742, "年度办"), (751.5, "理")):
        paper.write(51, y, signs, 6)
    paper.next_page().row(60, 22, [50.0, *ROW_EDGES], ["", "（二）部分公开", *"2000002"])
    found = grid(paper)
    assert found.row(0)[0].text.replace("\n", "") == "三、本年度办理"
    assert len(found.row_numbers()) == 2


def test_a_heading_close_below_a_table_at_a_page_end_is_no_part_of_its_last_label() -> None:
    paper = sheet()
    seven(718, "行政事业性收费", "3 0 0 0 0 0 3", paper).write(73, 754, "三、收到和处理申请情况")
    seven(60, "一、本年新收", "2 0 0 0 0 0 2", paper.next_page())
    found = document(paper)
    assert [found_grid.row(0)[0].text for found_grid in found.grids()] == ["行政事业性收费", "一、本年新收"]
    assert any(getattr(block, "text", "") == "三、收到和处理申请情况" for block in found.blocks)


def test_a_header_cut_through_its_words_is_made_whole() -> None:
    xs = [70.0, 200.0, 310.0, 420.0, 525.0]
    paper = sheet().row(720, 22, xs, ["结果", "结果", "其他", "总"]).next_page()
    paper.row(60, 22, xs, ["维持", "纠正", "结果", "计"]).row(82, 22, xs, ["1", "0", "2", "3"])
    found = texts(grid(paper))
    assert [[text.replace("\n", "") for text in row] for row in found] == [
        ["结果维持", "结果纠正", "其他结果", "总计"],
        ["1", "0", "2", "3"],
    ]


def test_a_header_that_runs_down_into_a_figures_cell_stays_a_header() -> None:
    paper = sheet()
    paper.row(100, 22, ROW_EDGES, ["结果", *["其他"] * 7]).row(122, 22, ROW_EDGES, ["", *"1000001"])
    paper.write(ROW_EDGES[2] + 3, 127.5, "果", 10)
    assert texts(grid(paper)) == [["结果", "其他", "其他\n果", *["其他"] * 5], ["", *"1000001"]]


def test_words_of_several_headers_that_run_out_of_their_cells_at_a_page_end_stay_in_them() -> None:
    xs = [70.0, 290.0, 400.0, 525.0]
    paper = sheet().row(716, 20, xs, ["（本列数据的勾稽关系）", "自然\n人", "总\n计"]).next_page()
    found = texts(grid(paper.row(60, 22, xs, ["一、本年新收", "3", "3"])))
    assert found == [["（本列数据的勾稽关系）", "自然\n人", "总\n计"], ["一、本年新收", "3", "3"]]


def test_cells_with_double_borders_of_their_own_stay_apart_where_one_has_no_left_border() -> None:
    paper = written(sheet(), [["", *row] for row in ROWS], edges=[70, *(x + 60 for x in ROW_EDGES)])
    paper.write(73, TOP + 14, "（五）")
    edges = [x + 60 for x in ROW_EDGES]
    box(paper, 70, TOP, edges[0], TOP + HIGH * len(ROWS))
    for number in range(len(ROWS)):
        top = TOP + HIGH * number
        for index, (x0, x1) in enumerate(pairwise(edges)):
            box(paper, x0, top, x1, top + HIGH, left=index > 0 or number == 0)
    assert texts(grid(paper)) == [["（五）", *ROWS[0]], *ROWS[1:]]


@pytest.mark.parametrize("early", [6.6, 10])
def test_a_merged_cell_that_ends_a_little_above_its_last_row_makes_no_row_of_the_rest(early: float) -> None:
    rows = [*([["", *row] for row in ROWS]), ["四、结转", "", *"0000000"]]
    edges = [70, *(x + 60 for x in ROW_EDGES)]
    paper = written(sheet(), rows, edges=edges).write(73, TOP + 14, "（五）")
    merged, foot = TOP + HIGH * len(ROWS), TOP + HIGH * len(rows)
    paper.rule(70, TOP, 70, foot).rule(edges[1], TOP, edges[1], merged - early)
    for x in edges[2:]:
        paper.rule(x - 2.3, TOP, x - 2.3, foot).rule(x, TOP, x, foot)
    paper.rule(70, TOP, edges[-1], TOP)
    paper.rule(72, merged - early, edges[1], merged - early)  # a page's end has moved the row, and not its cell
    for y in (TOP + HIGH, TOP + 2 * HIGH, merged):
        paper.rule(edges[1] + 2, y - 2.3, edges[-1], y - 2.3).rule(72 if y == merged else edges[1] + 2, y, edges[-1], y)
    paper.rule(70, foot, edges[-1], foot)
    found = grid(paper)
    assert texts(found) == [["（五）", *ROWS[0]], *ROWS[1:], ["四、结转", *"0000000"]]
    assert {(cell.text, cell.rowspan) for cell in found.cells if cell.rowspan > 1} == {("（五）", 3)}


def box(paper: Paper, x0: float, top: float, x1: float, bottom: float, *, left: bool = True) -> None:
    """A border of two lines within these sides, as far from that of the next cell as browsers set them."""
    for inset in (1.2, 2.4):
        x, y, right, foot = x0 + inset if left else x0 + 1.2, top + inset, x1 - inset, bottom - inset
        paper.rule(x, y, right, y).rule(x, foot, right, foot).rule(right, y, right, foot)
        if left:
            paper.rule(x, y, x, foot)


def test_the_gap_between_two_borders_is_no_column_where_only_some_rows_have_it() -> None:
    paper = sheet()
    paper.row(100, 22, ROW_EDGES, ["结果", *["其他"] * 7])
    for x0, x1, text in zip(ROW_EDGES, ROW_EDGES[1:], ["合计", *"1000001"], strict=False):
        paper.row(122, 22, [x0, x1 - 3.8], [text])
    found = grid(paper)
    assert texts(found) == [["结果", *["其他"] * 7], ["合计", *"1000001"]]
    assert [cell.column for cell in found.row(1)] == list(range(8))


def test_the_inner_line_of_a_double_border_is_no_ink_in_a_blank_cell() -> None:
    paper = sheet()
    for number, text in enumerate(("行政许可", "")):
        x0, x1 = 70.0 + 120 * number, 190.0 + 120 * number
        paper.row(100, 26, [x0, x1], [text]).canvas.rect(x0 + 2.2, HEIGHT - 123.8, 115.6, 21.6)
    assert [(cell.text, cell.doubts) for cell in grid(paper).row(0)] == [("行政许可", ()), ("", ())]


def test_one_character_alone_on_the_next_page_is_the_rest_of_a_label() -> None:
    paper = seven(700, "5.属于三类内部事务信", "2 0 0 0 0 0 2", sheet()).next_page()
    found = grid(seven(82, "6.属于四类过程性信息", "0 0 0 0 0 0 0", seven(60, "息", "_ _ _ _ _ _ _", paper)))
    assert texts(found) == [["5.属于三类内部事务信\n息", *"2000002"], ["6.属于四类过程性信息", *"0000000"]]
    assert not doubts(found)


def test_digits_cut_off_their_number_by_a_page_end_doubt_it() -> None:
    paper = seven(700, "（七）总计", "41 7 0 0 1 15 64", sheet()).next_page()
    found = grid(seven(82, "四、结转下年度继续办理", "0 0 0 0 0 0 0", seven(60, "", "_ _ _ _ _ 0 8", paper)))
    assert all("split-row" in cell.doubts for cell in found.row(0))


class TestInk:
    """What is printed in a cell and is no text is never a blank."""

    def row(self, figure: str = "") -> Paper:
        return sheet().row(100, 22, [70, 250, 525], ["行政许可", figure])

    def cell(self, paper: Paper) -> Cell:
        return grid(paper).row(0)[1]

    def unread(self, paper: Paper) -> bool:
        found = self.cell(paper)
        return (found.text, found.doubts) == ("\ufffd", ("ink-not-read",))

    def test_letters_as_outlines(self) -> None:
        paper = self.row()
        path = paper.canvas.beginPath()
        path.ellipse(300, HEIGHT - 116, 5, 8)
        paper.canvas.drawPath(path, stroke=0, fill=1)
        assert self.unread(paper)

    def test_a_dash_that_was_drawn(self) -> None:
        assert self.unread(self.row().rule(380, 111, 390, 111))

    def test_a_stroke_through_an_empty_cell(self) -> None:
        assert self.unread(self.row().rule(252, 101, 523, 121))

    def test_a_small_picture(self) -> None:
        paper = self.row()
        _picture(paper, 300, 104, 12, 14)
        assert self.unread(paper)

    def test_a_picture_over_the_table_doubts_its_blanks_only(self) -> None:
        paper = sheet()
        _picture(paper, 60, 95, 480, 60)
        found = document(paper.row(100, 22, [70, 250, 525], ["行政许可", ""]).row(122, 22, [70, 250, 525], ["行政处罚", "8"]))
        [table] = found.grids()
        assert [(cell.text, cell.doubts) for cell in table.cells if cell.column] == [("", ("ink-not-read",)), ("8", ())]
        assert found.unread == ("image-not-read",)

    def test_a_filled_form_field(self) -> None:
        paper = self.row()
        paper.canvas.acroForm.textfield(name="permits", value="41", x=300, y=HEIGHT - 120, width=60, height=16, borderWidth=0)
        found = document(paper)
        [table] = found.grids()
        assert (table.row(0)[1].text, table.row(0)[1].doubts) == ("\ufffd", ("ink-not-read",))
        assert found.unread == ("annotation-not-read",)

    def test_an_underline_is_no_ink_of_its_own(self) -> None:
        found = self.cell(self.row("41").rule(253, 116, 264, 116))
        assert (found.text, found.doubts) == ("41", ())


def _picture(paper: Paper, x: float, y: float, width: float, height: float) -> None:
    paper.canvas.drawImage(ImageReader(Image.new("L", (20, 20), 90)), x, HEIGHT - y - height, width, height)


class TestCovered:
    """Text under something painted later is not seen."""

    def row(self) -> Paper:
        return sheet().row(100, 22, [70, 250, 525], ["行政许可", "13"])

    def test_digits_under_a_filled_area_are_hidden(self) -> None:
        paper = self.row().write(275, 114, "99", 10)
        paper.canvas.setFillGray(1)
        paper.canvas.rect(272, HEIGHT - 118, 20, 14, stroke=0, fill=1)
        found = grid(paper).row(0)[1]
        assert (found.text, found.doubts) == ("13", ("hidden-text",))

    def test_a_transparent_area_hides_nothing(self) -> None:
        paper = self.row()
        paper.canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
        paper.canvas.rect(250, HEIGHT - 122, 100, 22, stroke=0, fill=1)
        found = grid(paper).row(0)[1]
        assert (found.text, found.doubts) == ("13", ())

    def test_an_area_clipped_away_hides_nothing(self) -> None:
        paper = self.row()
        paper.canvas.saveState()
        clip = paper.canvas.beginPath()
        clip.rect(400, HEIGHT - 122, 50, 22)
        paper.canvas.clipPath(clip, stroke=0)
        paper.canvas.setFillGray(1)
        paper.canvas.rect(70, HEIGHT - 122, 455, 22, stroke=0, fill=1)
        paper.canvas.restoreState()
        found = grid(paper).row(0)[1]
        assert (found.text, found.doubts) == ("13", ())

    def test_a_number_cut_off_by_its_clip_is_doubted(self) -> None:
        paper = sheet().row(100, 22, [70, 250, 525], ["行政许可", ""])
        paper.canvas.saveState()
        clip = paper.canvas.beginPath()
        clip.rect(250, HEIGHT - 122, 16, 22)
        paper.canvas.clipPath(clip, stroke=0)
        paper.canvas.setFont(FONT, 10)
        paper.canvas.drawString(255, HEIGHT - 114, "1234")
        paper.canvas.restoreState()
        found = grid(paper).row(0)[1]
        assert found.text in ("12", "123")
        assert found.doubts == ("clipped-text",)


def test_letters_drawn_as_outlines_are_no_rules() -> None:
    paper = Paper().write(70, 60, FILLER).write(70, 80, FILLER)
    for row in range(3):
        paper.row(100 + 22 * row, 22, [70, 200, 300, 400, 525], ["甲", "1", "2", "3"])
        for sign in range(4):  # a bold letter as cairo writes it, with level, upright and sloping sides
            x, y = 85 + 9 * sign, HEIGHT - 103 - 22 * row
            outline = paper.canvas.beginPath()
            for step, (right, down) in enumerate(((0, 0), (0, 9), (7, 9), (7, 0), (3, -1))):
                (outline.lineTo if step else outline.moveTo)(x + right, y - down)
            outline.close()
            paper.canvas.drawPath(outline)
    assert texts(grid(paper)) == [["甲", "1", "2", "3"]] * 3
