"""Tables as offices really print them: rows added, columns turned, forms mixed, the same table twice."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gouji.document.model import Cell, Grid
from gouji.place import Place
from gouji.recognition import recognise
from gouji.report import Figure, Report, State, Stranger

from .tables import APPLICANTS, HEAD, application_rows, disclosure_rows, document, grid, proceeding_rows

TITLE = "云溪县水务局2023年政府信息公开工作年度报告"
ONE, TWO, THREE, FOUR = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)


def read(*tables: Grid | list[list[str]], ragged: bool = False) -> Report:
    grids = [t if isinstance(t, Grid) else grid(t, n, ragged=ragged) for n, t in enumerate(tables, 1)]
    return recognise(document(*(replace(g, number=n) for n, g in enumerate(grids, 1))))


def told(figure: Figure) -> tuple[str | None, str, tuple[str, ...]]:
    return figure.raw, str(figure.state), figure.doubts


def old_disclosure_rows() -> list[list[str]]:
    return [
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规章", "0", "1", "2"],
        ["规范性文件", "2", "2", "40"],
        ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
        ["行政许可", "14", "-3", "17"],
        ["其他对外管理服务事项", "5", "+1", "80"],
        ["行政处罚", "4", "0", "3"],
        ["行政强制", "1", "0", "2"],
        ["信息内容", "采购项目数量", "采购总金额（万元）", ""],
        ["政府集中采购", "6", "477.35", ""],
    ]


def test_a_row_that_a_province_adds_stays_a_stranger_with_its_figures_and_moves_nothing() -> None:
    rows = application_rows()
    rows.insert(13, ["9.属于工作秘密", "4", *"00000", "4"])
    report = read(disclosure_rows(), rows, proceeding_rows())
    table = report.tables["applications"]
    assert [(s.label, s.printed) for s in table.strange] == [("9.属于工作秘密", ("4", *"00000", "4"))]
    assert table.doubts == ()
    assert report.figures["applications.denied_inquiry.total"].raw == "0"
    assert report.figures["applications.unavailable_not_held.total"].sure


def test_a_total_that_stands_first_is_still_the_total() -> None:
    rows = [[row[0], row[7], *row[1:7]] for row in application_rows()]
    rows[1] = ["一、本年新收政府信息公开申请数量", "10", "3", "7", *"0000"]
    figures = read(disclosure_rows(), rows, proceeding_rows()).figures
    assert [figures[f"applications.received.{c}"].raw for c in ("natural_person", "business", "total")] == ["3", "7", "10"]


def test_headers_broken_over_two_rows_are_one() -> None:
    upper = ["", "自然人", "商业", "科研", "社会公", "法律服", "其他", "总计"]
    lower = ["", "自然人", "企业", "机构", "益组织", "务机构", "其他", "总计"]
    report = read(disclosure_rows(), [upper, lower, *application_rows()[1:]], proceeding_rows())
    assert all(figure.sure and figure.state is State.NUMBER for figure in report.figures.values())
    middle, last = (
        ["", "自然人", "企业", "机构", "益组", "务机", "其他", "总计"],
        ["", "", "", "", "织", "构", "", ""],
    )  # cut by a page's end
    report = read(disclosure_rows(), [upper, middle, last, *application_rows()[1:]], proceeding_rows())
    assert all(figure.sure and figure.state is State.NUMBER for figure in report.figures.values())


@pytest.mark.parametrize("ragged", [False, True])
def test_the_next_page_without_a_header_goes_on_under_the_same_columns(ragged: bool) -> None:
    rows = application_rows()
    report = read(disclosure_rows(), rows[:14], rows[14:], proceeding_rows(), ragged=ragged)
    assert all(figure.sure for figure in report.figures.values() if figure.table == "applications")


def test_the_next_page_drawn_with_other_columns_is_read_by_position_and_says_so() -> None:
    rows = application_rows()
    wide = [["三、本年度办理结果", *row] for row in rows[14:]]
    figure = read(disclosure_rows(), rows[:14], wide, proceeding_rows()).figures["applications.concluded_total.natural_person"]
    assert told(figure) == ("10", "number", ("by-position",))


def test_a_table_of_the_trial_form_with_the_three_items_is_read_as_it_stands_and_in_doubt() -> None:
    report = read(old_disclosure_rows(), application_rows(), proceeding_rows())
    assert report.form == "2019"
    assert report.tables["applications"].doubts == ("other-form",)
    assert report.figures["applications.other_misc.total"].raw == "0"
    assert report.figures["applications.other_outcomes.total"].state is State.ABSENT


def test_a_table_of_both_forms_names_each_figure_by_the_form_it_stands_in() -> None:
    rows = disclosure_rows()
    rows[1:4] = old_disclosure_rows()[:3]
    report = read(rows, application_rows(), proceeding_rows())
    table = report.tables["disclosure"]
    assert (report.form, table.doubts) == ("2021", ("other-form",))
    assert "本年新制作数量" in table.strangers
    assert told(report.figures["disclosure.regulations.public_total"]) == ("2", "number", ())
    assert report.figures["disclosure.regulations.in_force"].state is State.ABSENT
    assert told(report.figures["disclosure.permits.decisions"]) == ("120", "number", ())


def test_money_under_a_header_with_another_unit_is_in_doubt() -> None:
    figure = read(old_disclosure_rows(), application_rows(single=True), proceeding_rows()).figures["disclosure.procurement.amount"]
    assert (figure.value, figure.doubts) == (Decimal("477.35"), ("unit-in-header",))


def test_zeros_left_in_the_cells_beside_a_single_figure_are_a_doubt() -> None:
    cells = [cell for cell in grid(disclosure_rows()).cells if not (cell.row == 4 and cell.column > 0)]
    place = cells[0].place
    wide = [Cell("本年处理决定数量", 4, 1, place, colspan=3)]
    left = {(6, 1): "2", (6, 2): "0", (6, 3): "0"}
    table = Grid(tuple(replace(c, text=left.get((c.row, c.column), c.text)) for c in (*cells, *wide)), 1)
    figures = read(table, application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.penalties.decisions"]) == ("2", "number", ("left-over-cells",))
    assert told(figures["disclosure.permits.decisions"]) == ("120", "number", ())


def test_last_years_figures_beside_this_years_are_not_told_apart_by_guessing() -> None:
    head = ["", *(name for name in APPLICANTS for _ in "ab")]
    years = ["", *("上年", "本年") * 7]
    body = [[row[0], *(text for value in row[1:] for text in ("1", value))] for row in application_rows()[1:]]
    merged = [Cell(name, 0, 1 + 2 * n, grid([[""]], 2).cells[0].place, colspan=2) for n, name in enumerate(APPLICANTS)]
    cells = (*merged, *(c for c in grid([head, years, *body], 2).cells if c.row > 0))
    report = read(disclosure_rows(), Grid(cells, 2), proceeding_rows())
    assert not any(figure.sure for figure in report.figures.values() if figure.table == "applications")


@pytest.mark.parametrize("by_track", [True, False])
def test_a_turned_table_four_is_read_by_its_labels(by_track: bool) -> None:
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    tracks = {"行政复议": "12003", "未经复议直接起诉": "00000", "复议后起诉": "00011"}
    rows = [["", *outcomes], *([name, *values] for name, values in tracks.items())]
    turned = rows if by_track else [list(column) for column in zip(*rows, strict=True)]
    figures = read(disclosure_rows(), application_rows(), turned).figures
    assert [told(figures[f"proceedings.reconsideration.{c}"]) for c in ("upheld", "corrected", "total")] == [
        ("1", "number", ()), ("2", "number", ()), ("3", "number", ()),
    ]  # fmt: skip
    assert told(figures["proceedings.litigation_after_reconsideration.pending"]) == ("1", "number", ())


def test_a_table_four_without_its_header_is_read_in_the_forms_order_and_says_so() -> None:
    figures = read(disclosure_rows(), application_rows(), proceeding_rows()[2:]).figures
    assert told(figures["proceedings.reconsideration.upheld"]) == ("1", "number", ("by-position",))


def test_a_table_four_left_blank_is_blank_and_not_absent() -> None:
    rows = proceeding_rows()
    rows[2] = [""] * 15
    figures = read(disclosure_rows(), application_rows(), rows).figures
    assert {told(f) for f in figures.values() if f.table == "proceedings"} == {("", "blank", ())}


def test_disputes_in_one_table_and_suits_in_another_are_table_four() -> None:
    tracks, outcomes, values = proceeding_rows()
    parts = [[row[:5] for row in (tracks, outcomes, values)], [row[5:] for row in (tracks, outcomes, values)]]
    report = read(disclosure_rows(), application_rows(), *parts)
    assert all(figure.sure and figure.state is State.NUMBER for figure in report.figures.values())


def test_table_two_in_little_tables_is_one_table() -> None:
    rows = disclosure_rows()
    report = read(rows[:4], rows[4:6], [rows[4], *rows[6:8]], rows[8:], application_rows(), proceeding_rows())
    assert report.tables["disclosure"].grids == (1, 2, 3, 4)
    assert all(figure.sure and figure.state is State.NUMBER for figure in report.figures.values())


def test_tables_are_known_by_what_they_print_wherever_they_stand() -> None:
    report = recognise(
        document(TITLE, ONE, grid(proceeding_rows(), 1), TWO, grid(application_rows(), 2), THREE, grid(disclosure_rows(), 3), FOUR)
    )
    assert all(figure.sure and figure.state is State.NUMBER for figure in report.figures.values())


def test_a_little_table_of_the_overview_is_not_table_two() -> None:
    little = grid([["新闻发布会", "电视采访", "数字图文", "微信"], ["3", "2", "21", "400"]], 1)
    shares = grid([["信息内容", "处理决定数量"], ["行政许可", "77"], ["行政处罚", "9"]], 2)
    tables = (TWO, grid(disclosure_rows(), 3), THREE, grid(application_rows(), 4), FOUR, grid(proceeding_rows(), 5))
    report = recognise(document(TITLE, ONE, little, shares, *tables))
    assert report.tables["disclosure"].grids == (3,)
    assert all(figure.sure for figure in report.figures.values())
    assert not any(table.doubts for table in report.tables.values())


def with_appendix(appendix: list[list[str]]) -> Report:
    tables = (TWO, grid(disclosure_rows(), 1), THREE, grid(application_rows(), 2), FOUR, grid(proceeding_rows(), 3))
    return recognise(document(TITLE, ONE, *tables, "六、其他需要报告的事项", "附：统计表", grid(appendix, 4)))


def test_a_table_printed_again_with_the_same_figures_raises_no_doubt() -> None:
    report = with_appendix(application_rows())
    assert all(figure.sure for figure in report.figures.values())


def test_of_two_tables_that_differ_the_one_in_its_section_is_read_and_in_doubt_where_they_differ() -> None:
    rows = application_rows()
    rows[1] = ["一、本年新收政府信息公开申请数量", "8", *"00000", "8"]
    report = with_appendix(rows)
    assert told(report.figures["applications.received.total"]) == ("10", "number", ("two-tables",))
    assert report.figures["applications.granted.total"].sure
    assert report.tables["applications"].doubts == ("two-tables",)
    assert report.tables["applications"].grids == (2,)


def test_a_row_printed_twice_is_in_doubt_unless_both_agree() -> None:
    rows = application_rows()
    again = [*rows[:4], ["（一）予以公开", "9", *"00000", "9"], *rows[4:]]
    assert told(read(disclosure_rows(), again, proceeding_rows()).figures["applications.granted.total"]) == ("10", "number", ("row-twice",))
    same = [*rows[:4], rows[3], *rows[4:]]
    assert read(disclosure_rows(), same, proceeding_rows()).figures["applications.granted.total"].sure


def test_a_row_that_lost_a_cell_is_in_doubt_as_a_whole() -> None:
    rows = application_rows()
    rows[1] = ["一、本年新收政府信息公开申请数量", "10", *"0000", "10"]
    figures = read(disclosure_rows(), rows, proceeding_rows()).figures
    assert {figures[f"applications.received.{c}"].sure for c in ("natural_person", "other", "total")} == {False}


def test_a_subtotal_row_beside_its_items_is_not_taken_for_them() -> None:
    rows = application_rows()
    at = next(i for i, row in enumerate(rows) if row[0].startswith("1.申请人无正当理由"))
    rows.insert(at, ["（六）其他处理", "0", *"00000", "0"])
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert not report.figures["applications.other_outcomes.total"].sure
    assert report.figures["applications.other_misc.total"].sure


def test_a_form_that_nobody_filled_in_is_said_to_be_blank() -> None:
    def blank(rows: list[list[str]]) -> list[list[str]]:
        return [[text if not text.replace(".", "").isdecimal() else "" for text in row] for row in rows]

    report = read(blank(disclosure_rows()), blank(application_rows()), blank(proceeding_rows()))
    assert report.doubts == ("blank-form",)
    assert {figure.state for figure in report.figures.values()} == {State.BLANK}


def a_report(year: int, *, received: str = "10") -> list[object]:
    rows = application_rows()
    rows[1] = ["一、本年新收政府信息公开申请数量", received, *"00000", received]
    return [
        f"云溪县水务局{year}年政府信息公开工作年度报告",
        ONE, "我局依法公开政府信息，及时答复公众申请，全年没有收到投诉，也没有发生因信息公开引起的其他事项，各项工作都按计划完成。",
        TWO, grid(disclosure_rows(), year % 100), THREE, grid(rows, year % 100 + 20), FOUR, grid(proceeding_rows(), year % 100 + 40),
        "五、存在的主要问题及改进情况", "公开不够及时，下一步改进。", "六、其他需要报告的事项", "没有。", "云溪县水务局", f"{year + 1}年1月12日",
    ]  # fmt: skip


def test_of_two_reports_in_one_document_the_first_is_read_and_the_whole_is_in_doubt() -> None:
    report = recognise(document(*a_report(2023), *a_report(2022, received="7")))  # type: ignore[arg-type]
    assert report.doubts == ("two-reports",)
    assert (report.year.value, report.signed_on and report.signed_on.year) == ("2023", 2024)
    assert report.figures["applications.received.total"].raw == "10"
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_a_list_of_contents_is_no_report() -> None:
    title, *rest = a_report(2023)
    contents = ["目录", f"{ONE}……1", f"{TWO}……2", f"{THREE}……3", f"{FOUR}……4"]
    report = recognise(document(title, *contents, *rest))  # type: ignore[arg-type]
    assert report.doubts == ()
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert report.sections[0].paragraphs[0].text.startswith("我局")


def test_the_strangers_of_table_two_keep_their_figures_too() -> None:
    rows = disclosure_rows()
    rows.insert(4, ["其他主动公开文件", "3", "0", "12"])
    table = read(rows, application_rows(), proceeding_rows()).tables["disclosure"]
    assert [replace(s, place=None) for s in table.strange] == [Stranger("其他主动公开文件", ("3", "0", "12"))]
    assert HEAD[1] in table.columns.values()


def test_a_header_with_a_note_behind_it_is_the_forms_unless_the_note_means_a_part() -> None:
    rows = disclosure_rows()
    rows[1] = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数（截至年末累计）"]
    rows[4] = ["信息内容", "处理决定数量（2023年办件量）", "", ""]
    figures = read(rows, application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.normative_documents.in_force"]) == ("9", "number", ())
    assert told(figures["disclosure.permits.decisions"]) == ("120", "number", ())
    rows[4] = ["信息内容", "本年处理决定数量（2022年）", "本年处理决定数量（2023年）", ""]
    rows[5] = ["行政许可", "99", "120", ""]
    assert not read(rows, application_rows(), proceeding_rows()).figures["disclosure.permits.decisions"].sure


def test_a_column_under_an_unknown_header_is_absent_only_in_doubt() -> None:
    rows = disclosure_rows()
    rows[1] = ["信息内容", "本年制发件数", "甲", "乙"]
    figures = read(rows, application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.regulations.issued"]) == ("0", "number", ())
    assert told(figures["disclosure.regulations.repealed"]) == (None, "absent", ("column-without-label",))
    assert told(figures["disclosure.normative_documents.in_force"]) == (None, "absent", ("column-without-label",))


def test_a_header_cut_over_two_rows_is_one_header() -> None:
    rows = disclosure_rows()
    rows[1:2] = [["信息内容", "本年制发件数", "本年废", "现行有"], ["", "", "止件数", "效件数"]]
    report = read(rows, application_rows(), proceeding_rows())
    assert told(report.figures["disclosure.normative_documents.in_force"]) == ("9", "number", ())
    assert report.tables["disclosure"].doubts == ()


def test_a_label_or_other_words_in_a_figures_cell_are_a_doubt() -> None:
    rows = application_rows()
    rows[-2] = ["", "（七）总计", *rows[-2][1:-1]]
    proceedings = proceeding_rows()
    proceedings[2][0] = "持\n10"
    figures = read(disclosure_rows(), rows, proceedings).figures
    assert not figures["applications.concluded_total.natural_person"].sure
    assert told(figures["proceedings.reconsideration.upheld"]) == ("持\n10", "mark", ("words-in-cell",))


def test_a_lone_figure_that_begins_left_of_its_header_is_its_own() -> None:
    drawn = grid(disclosure_rows()).cells
    spans = {(4, 0): 2, (4, 2): 2, (7, 0): 1, (7, 1): 3}  # row and column, columns
    moved = {(4, 1): 2}
    cells = [replace(c, column=moved.get((c.row, c.column), c.column)) for c in drawn if c.row not in (4, 7) or c.column < 2]
    table = Grid(tuple(replace(c, colspan=spans.get((c.row, c.column), 1)) for c in cells), 1)
    figure = read(table, application_rows(), proceeding_rows()).figures["disclosure.coercive_measures.decisions"]
    assert told(figure) == ("0", "number", ())


def test_a_table_that_follows_in_the_same_grid_leaves_no_doubt_on_the_one_before() -> None:
    wide = [row + [""] * (15 - len(row)) for row in [*application_rows(), [FOUR]]]
    report = read(disclosure_rows(), [*wide, *proceeding_rows()])
    assert report.tables["applications"].doubts == ()
    assert told(report.figures["proceedings.reconsideration.upheld"]) == ("1", "number", ())


def test_cells_that_lie_over_each_other_leave_no_figure_of_their_table_sure() -> None:
    rows = application_rows()
    drawn = grid(rows, 2)
    wide = tuple(replace(cell, colspan=2) if cell.text == "法律服务机构" else cell for cell in drawn.cells)
    report = read(grid(disclosure_rows()), Grid(wide, 2), grid(proceeding_rows()))
    assert {figure.sure for name, figure in report.figures.items() if name.startswith("applications.")} == {False}
    assert all(figure.sure for name, figure in report.figures.items() if not name.startswith("applications."))


def test_a_table_four_whose_merged_headings_were_taken_apart_is_read_by_its_columns() -> None:
    tracks, outcomes, figures = proceeding_rows()
    upper = ["行政复议", *[""] * 4, "行政诉讼", *[""] * 9]
    middle = [*outcomes[:5], "未经复议直接起诉", *[""] * 4, "复议后起诉", *[""] * 4]
    lower = [*[""] * 5, *outcomes[5:]]
    above = [row + [""] * (15 - len(row)) for row in [*application_rows(), [FOUR]]]
    report = read(disclosure_rows(), [*above, upper, middle, lower, figures])
    names = [name for name in report.figures if name.startswith("proceedings.")]
    assert [told(report.figures[name]) for name in names] == [(text, "number", ()) for text in figures]
    moved = [*middle[:9], "复议后起诉", *middle[9:10], *middle[11:]]
    report = read(disclosure_rows(), [*above, upper, moved, lower, figures])
    assert not any(report.figures[name].sure for name in names)


def test_figures_keep_their_headers_order_where_both_rows_are_padded_alike() -> None:
    drawn = grid([row + [""] * 4 for row in disclosure_rows()])
    spans = {(1, 0): (0, 2), (1, 1): (2, 2), (1, 2): (4, 1), (1, 3): (5, 1), (2, 0): (0, 1), (2, 1): (1, 2), (2, 2): (3, 2), (2, 3): (5, 1)}
    moved = [
        replace(c, column=spans[c.row, c.column][0], colspan=spans[c.row, c.column][1]) for c in drawn.cells if (c.row, c.column) in spans
    ]
    kept = [c for c in drawn.cells if c.row not in (1, 2) or c.column > 5]
    figures = read(Grid((*kept, *moved), 1), application_rows(), proceeding_rows()).figures
    assert [told(figures[f"disclosure.regulations.{c}"]) for c in ("issued", "repealed", "in_force")] == [("0", "number", ())] * 3


def test_what_was_not_made_out_in_a_picture_is_neither_absent_nor_a_mark_for_sure() -> None:
    seen = [replace(cell, confidence=0.99) for cell in grid([row for row in disclosure_rows() if row[0] != "规章"]).cells]
    cells = tuple(replace(cell, text="120]") if cell.text == "120" else cell for cell in seen)
    figures = read(Grid(cells, 1), application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.regulations.issued"]) == (None, "absent", ("row-not-found",))
    assert told(figures["disclosure.permits.decisions"]) == ("120]", "mark", ("ocr",))
    assert told(figures["disclosure.penalties.decisions"]) == ("31", "number", ())


def test_a_table_whose_labels_were_not_made_out_is_absent_only_in_doubt() -> None:
    muddled = grid([["三不于公", *"0201003"], ["二 部分", *"1000001"], ["", *"1201004"]])
    blocks = (THREE, muddled, TWO, grid(disclosure_rows(), 2))
    figures = recognise(document(*blocks)).figures
    assert told(figures["applications.received.total"]) == (None, "absent", ("row-not-found",))
    seen = replace(muddled, cells=tuple(replace(cell, confidence=0.99) for cell in muddled.cells))
    assert told(read(disclosure_rows(), seen).figures["applications.received.total"]) == (None, "absent", ("row-not-found",))


def test_no_table_is_missing_for_sure_from_a_picture() -> None:
    seen = document(grid(disclosure_rows()), grid(application_rows(), 2))
    assert told(recognise(seen).figures["proceedings.reconsideration.total"]) == (None, "absent", ())
    figures = recognise(replace(seen, pictured=True)).figures
    assert told(figures["proceedings.reconsideration.total"]) == (None, "absent", ("row-not-found",))
    assert figures["applications.received.total"].sure


def test_a_table_put_together_from_the_lines_of_a_picture_is_in_doubt() -> None:
    lines = ["二、主动公开政府信息情况", *(" ".join(filter(None, row)) for row in disclosure_rows())]
    seen = document(*lines, grid(application_rows(), 2))
    assert recognise(seen).figures["disclosure.permits.decisions"].sure
    assert "ocr" in recognise(replace(seen, pictured=True)).figures["disclosure.permits.decisions"].doubts


def test_a_number_of_two_lines_that_a_page_s_end_cuts_with_its_label_is_in_doubt() -> None:
    table = [row for row in application_rows() if not row[0].startswith("7.")]
    at = next(number for number, row in enumerate(table) if row[0].startswith("8."))
    cut = [*table[:at], ["7.属于行政执法", "30", *"00000", "30"], ["案卷", "27", *[""] * 5, "27"], *table[at:]]
    cells = tuple(replace(cell, place=Place(page=1 + (cell.row > at))) for cell in grid(cut).cells)
    figures = read(disclosure_rows(), Grid(cells, 2), proceeding_rows()).figures
    assert "split-row" in figures["applications.denied_enforcement_file.natural_person"].doubts
    assert figures["applications.denied_process.total"].doubts == figures["applications.denied_inquiry.total"].doubts == ()


def test_no_figure_of_a_text_is_sure_under_headers_that_were_torn_but_for_one() -> None:
    lone = [["总计"], *([row[0], row[-1]] for row in application_rows()[1:])]
    torn = [["信息内容", "本年制发件数"], ["规章", "2"], ["行政规范性文件", "9"], ["信息内容", "本年处理决定数量"], ["行政许可", "120"]]
    figures = read(grid(torn, 1, ragged=True), grid(lone, 2, ragged=True)).figures
    assert told(figures["applications.received.total"]) == ("10", "number", ("by-position",))
    assert told(figures["disclosure.regulations.issued"]) == ("2", "number", ("by-position",))
    assert told(figures["disclosure.permits.decisions"]) == ("120", "number", ())


def test_a_table_left_out_beside_another_of_the_office_s_own_is_absent_for_sure() -> None:
    own = grid([["建议提案", "12", "4"]], 2)
    figures = recognise(document(TWO, grid(disclosure_rows()), "六、其他需要报告的事项", own)).figures
    assert told(figures["applications.received.total"]) == (None, "absent", ())


@pytest.mark.parametrize(("lower", "rows"), [("收费", 9), ("其他收费", 10)])
def test_a_row_cut_by_a_page_is_whole_where_both_halves_make_a_label_of_the_form(lower: str, rows: int) -> None:
    table = [*disclosure_rows()[:-1], ["行政事业性", "13.5", "", ""], [lower, "", "", ""]]
    cells = tuple(replace(cell, doubts=("split-row",)) if cell.row > 8 else cell for cell in grid(table).cells)
    report = read(Grid(cells, 1), application_rows(), proceeding_rows())
    figure = report.figures["disclosure.fees.amount"]
    assert (figure.raw, "split-row" in figure.doubts) == ("13.5", rows == 10)


@pytest.mark.parametrize(
    ("upper", "lower", "sure"),
    [
        ("1.申请人无正当理由逾期不补正、行政机关不再处理其", "政府信息公开申请", True),  # not quite 一、本年新收政府信息公开申请数量
        ("5.要求行政机", "关确认或重新出具已获取信息", True),  # most of the label, of its own row
        ("2.重复申请", "3.要求提供公开出版物", False),
    ],
)
def test_a_row_of_table_three_that_a_page_cuts_beside_merged_cells_is_whole(upper: str, lower: str, sure: bool) -> None:
    rows = application_rows()
    at = next(number for number, row in enumerate(rows) if row[0].startswith(upper[:4]))
    below = (lower if sure else rows[at + 1][0], *[""] * 7)
    table = [*rows[:at], [upper, *rows[at][1:]], list(below), *rows[at + (1 if sure else 2) :]]
    cells = [replace(cell, column=cell.column + 1) for cell in grid(table).cells]
    cells += [Cell("三、本年度", 1, 0, Place(row=1), rowspan=at), Cell("", at + 1, 0, Place(row=at + 1), rowspan=len(table) - at - 1)]
    doubted = [replace(c, doubts=("split-row",)) if c.row + c.rowspan == at + 1 or c.row == at + 1 else c for c in cells]
    report = read(grid(disclosure_rows()), Grid(tuple(doubted), 2), grid(proceeding_rows()))
    unsure = {name for name, figure in report.figures.items() if not figure.sure}
    assert (unsure == set()) is sure
    assert sure or len(unsure) == 14


def drawn_by_row(header: tuple[int, ...], figures: tuple[int, ...], printed: list[str]) -> Report:
    """Table 2 with the first header and its first row over columns as wide as these on a page; a figure's cell for each text."""
    rows = [row + [""] * 20 for row in disclosure_rows()]
    kept = [cell for cell in grid(rows).cells if cell.row not in (1, 2)]
    for row, texts, spans in ((1, HEAD, header), (2, ["规章", *printed], figures)):
        column = 0
        for text, span in zip(texts, spans, strict=True):
            kept.append(Cell(text, row, column, Place(page=1, bbox=(column, row, column + span, row + 1)), colspan=span))
            column += span
    return read(Grid(tuple(kept), 1), application_rows(), proceeding_rows())


@pytest.mark.parametrize(
    ("figures", "printed", "found"),
    [
        ((5, 7, 5, 7), ["6", "", "3"], ["6", "", "3"]),  # the first figure's cell reaches a little under the second header
        ((5, 8, 2, 1, 8), ["6", "7", "", "3"], ["6", "7", "3"]),  # one of them is padded, too
        ((7, 5, 5, 7), ["", "6", "3"], ["", "6", "3"]),
    ],
)
def test_as_many_figures_as_headers_each_under_its_own_are_in_order(figures: tuple[int, ...], printed: list[str], found: list[str]) -> None:
    met = drawn_by_row((6, 6, 6, 6), figures, printed).figures
    assert [told(met[f"disclosure.regulations.{c}"]) for c in ("issued", "repealed", "in_force")] == [
        (text, "number" if text else "blank", ()) for text in found
    ]


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        ((6, 12, 6), ["6", "3"]),  # one figure under two headers
        ((6, 3, 3, 12), ["6", "7", "3"]),  # two of them under the first header
        ((6, 9, 9), ["6", "3"]),
        ((6, 9, 3, 6), ["6", "", "3"]),  # merged with half of the next, which is left blank
    ],
)
def test_figures_that_could_be_of_more_than_one_header_stay_in_doubt(figures: tuple[int, ...], printed: list[str]) -> None:
    met = drawn_by_row((6, 6, 6, 6), figures, printed).figures
    assert not all(met[f"disclosure.regulations.{c}"].sure for c in ("issued", "repealed", "in_force"))


def test_a_row_whose_label_runs_on_is_absent_only_in_doubt() -> None:
    rows = disclosure_rows()
    rows[-1][0] = "行政事业性收费三、收到和处理政府信息公开申请情况"
    figures = read(rows, application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.fees.amount"]) == (None, "absent", ("row-not-found",))
    assert {name for name, figure in figures.items() if not figure.sure} == {"disclosure.fees.amount"}
