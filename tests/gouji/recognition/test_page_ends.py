"""Tables, headers and rows that go on behind a page's end or were torn at one."""

from dataclasses import replace

import pytest

from gouji.document.model import Cell, Grid
from gouji.place import Place
from gouji.report import State

from .tables import application_rows, disclosure_rows, grid, proceeding_rows, read, told


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


def test_a_header_cut_over_two_rows_is_one_header() -> None:
    rows = disclosure_rows()
    rows[1:2] = [["信息内容", "本年制发件数", "本年废", "现行有"], ["", "", "止件数", "效件数"]]
    report = read(rows, application_rows(), proceeding_rows())
    assert told(report.figures["disclosure.normative_documents.in_force"]) == ("9", "number", ())
    assert report.tables["disclosure"].doubts == ()


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
