from decimal import Decimal

from gouji.document.model import Cell, Grid
from gouji.place import Place
from gouji.recognition import recognise
from gouji.report import Report, State

from .tables import APPLICANTS, application_rows, disclosure_rows, document, grid, proceeding_rows


def read(*rows: list[list[str]], ragged: bool = False) -> Report:
    return recognise(document(*(grid(r, n, ragged=ragged) for n, r in enumerate(rows, 1))))


def test_a_whole_report_gives_the_two_hundred_figures_of_the_form() -> None:
    report = read(disclosure_rows(), application_rows(), proceeding_rows())
    assert len(report.figures) == 200
    assert all(figure.state is State.NUMBER and figure.sure for figure in report.figures.values())
    assert report.figures["disclosure.fees.amount"].value == Decimal("13.5")
    assert report.figures["applications.granted.natural_person"].raw == "10"
    assert report.figures["proceedings.litigation_after_reconsideration.pending"].value == 1


def test_rows_are_known_by_label_wherever_they_stand() -> None:
    rows = application_rows()
    rows.insert(4, rows.pop(12))
    moved = rows[4]
    moved[1] = moved[7] = "6"
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert report.figures["applications.denied_enforcement_file.total"].value == 0
    assert report.figures["applications.denied_inquiry.total"].value == 6


def test_a_missing_row_is_absent_and_its_neighbours_stay() -> None:
    rows = [row for row in application_rows() if row[0] != "2.重复申请"]
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert report.figures["applications.rejected_repeat.total"].state is State.ABSENT
    assert "rejected_repeat" not in report.tables["applications"].rows
    assert report.figures["applications.rejected_publication.total"].state is State.NUMBER


def test_a_missing_column_is_absent_and_the_others_stay() -> None:
    rows = [[*row[:3], *row[4:]] for row in application_rows()]
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert report.figures["applications.received.research"].state is State.ABSENT
    assert report.figures["applications.received.total"].value == 10
    assert set(report.tables["applications"].columns) == {
        "natural_person", "business", "public_interest", "legal_service", "other", "total"
    }  # fmt: skip


def test_a_lost_header_leaves_the_columns_in_doubt() -> None:
    rows = application_rows()
    rows[0] = ["", *[""] * 7]
    report = read(disclosure_rows(), rows, proceeding_rows())
    figure = report.figures["applications.received.total"]
    assert (figure.value, figure.sure) == (10, False)


def test_rows_that_are_all_a_cell_shorter_than_the_header_are_in_doubt() -> None:
    header, *rows = application_rows()
    report = read(disclosure_rows(), [header, *([*row[:4], *row[5:]] for row in rows)], proceeding_rows())
    received = [figure for name, figure in report.figures.items() if name.startswith("applications.received.")]
    assert [figure.doubts for figure in received] == [("short-row",)] * 7
    assert received[-1].state is State.ABSENT


def test_other_outcomes_in_one_row_stand_for_their_three_items() -> None:
    report = read(disclosure_rows(), application_rows(single=True), proceeding_rows())
    assert report.figures["applications.other_outcomes.total"].state is State.NUMBER
    assert report.figures["applications.other_misc.total"].state is State.ABSENT


def test_a_clipped_label_is_still_its_row() -> None:
    rows = application_rows()
    index = next(i for i, row in enumerate(rows) if row[0].startswith("2.其他法律"))
    rows[index][0] = "2.其他法律行政止公开"
    rows[index][1] = "3"
    report = read(disclosure_rows(), rows, proceeding_rows())
    assert report.figures["applications.denied_prohibited_by_law.natural_person"].value == 3


def test_labels_that_say_the_same_in_other_words_are_the_forms() -> None:
    said = {"总计": "合计", "（七）总计": "（七）合计", "3.其他": "3.其它", "其他": "其它", "结果维持": "维持", "尚未审结": "未审结"}
    tables = [[[said.get(text, text) for text in row] for row in rows] for rows in (application_rows(), proceeding_rows())]
    report = read(disclosure_rows(), *tables)
    assert [name for name, figure in report.figures.items() if not figure.sure or figure.state is not State.NUMBER] == []


def test_a_row_without_label_between_known_rows_is_placed_with_doubt() -> None:
    rows = application_rows()
    index = next(i for i, row in enumerate(rows) if row[0].startswith("5.属于三类"))
    rows[index] = ["", "2", *"00000", "2"]
    figure = read(disclosure_rows(), rows, proceeding_rows()).figures["applications.denied_internal.total"]
    assert (figure.value, figure.doubts) == (2, ("by-position",))


def test_a_row_that_the_form_does_not_know_is_a_stranger() -> None:
    rows = application_rows()
    rows.insert(8, ["9.属于工作秘密", "1", *"00000", "1"])
    assert read(disclosure_rows(), rows, proceeding_rows()).tables["applications"].strangers == ("9.属于工作秘密",)


def test_blanks_marks_and_zeros_stay_apart() -> None:
    rows = application_rows()
    rows[1][2:5] = ["", "/", "0"]
    figures = read(disclosure_rows(), rows, proceeding_rows()).figures
    states = [figures[f"applications.received.{c}"].state for c in ("business", "research", "public_interest")]
    assert states == [State.BLANK, State.MARK, State.NUMBER]


def test_a_table_split_over_two_grids_is_one_table() -> None:
    rows = application_rows()
    first, second = rows[:14], rows[14:]
    report = read(disclosure_rows(), first, second, proceeding_rows())
    assert report.figures["applications.concluded_total.total"].value == 10
    assert all(f.state is State.NUMBER for f in report.figures.values())


def test_ragged_rows_of_text_are_read_by_label_and_seven_figures() -> None:
    rows = application_rows()
    rows[1] = ["一、", "本年新收政府信息公开申请数量", "10", *"00000", "10", ""]
    rows[5] = ["", "（三）不予公开", "1. 属于国家秘密", *"0000000"]
    report = read(disclosure_rows(), rows, proceeding_rows(), ragged=True)
    assert all(f.state is State.NUMBER and f.sure for f in report.figures.values())


def test_a_ragged_row_that_may_have_lost_a_cell_is_in_doubt() -> None:
    rows = application_rows()
    rows[-1] = ["四、结转下年度继续办理", "", "", *"000000"]
    report = read(disclosure_rows(), rows, proceeding_rows(), ragged=True)
    assert not report.figures["applications.carried_out.natural_person"].sure
    assert report.figures["applications.concluded_total.natural_person"].sure


def test_the_trial_form_is_known_by_its_own_words() -> None:
    rows = [
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规章", "0", "0", "0"],
        ["规范性文件", "2", "2", "40"],
        ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
        ["行政许可", "14", "-3", "17"],
        ["其他对外管理服务事项", "5", "+1", "80"],
        ["信息内容", "采购项目数量", "采购总金额", ""],
        ["政府集中采购", "6", "592万元", ""],
    ]
    report = read(rows, application_rows(single=True), proceeding_rows())
    assert report.form == "2019"
    assert report.figures["disclosure.permits.items_change"].value == -3
    assert report.figures["disclosure.procurement.amount"].value == 5920000
    assert report.figures["disclosure.fees.items_before"].state is State.ABSENT


def test_a_document_without_a_statutory_table_is_not_readable_as_a_report() -> None:
    report = recognise(document("通知", "请各单位按时报送材料。", grid([["序号", "事项"], ["1", "报送"]])))
    assert not report.readable
    assert report.form is None


def test_one_cell_across_several_columns_is_unreadable_not_guessed() -> None:
    seven = grid([["本列数据的勾稽关系", *APPLICANTS], *application_rows()[1:]], 2)
    merged = tuple(c for c in seven.cells if c.row != 1 or c.column < 2)
    wide = next(c for c in seven.cells if (c.row, c.column) == (1, 1))
    spread = type(wide)("10", 1, 1, wide.place, colspan=7)
    cells = (*(c for c in merged if (c.row, c.column) != (1, 1)), spread)
    report = recognise(document(grid(disclosure_rows()), type(seven)(cells, 2), grid(proceeding_rows(), 3)))
    assert report.figures["applications.received.total"].state is State.UNREADABLE


def test_spans_that_differ_from_row_to_row_keep_the_order_of_the_cells() -> None:
    place = Place(table=1)
    head = [
        Cell("信息内容", 0, 0, place),
        Cell("本年制发件数", 0, 1, place),
        Cell("本年废止件数", 0, 2, place, colspan=2),
        Cell("现行有效件数", 0, 4, place),
    ]
    body = [Cell("规章", 1, 0, place), Cell("1", 1, 1, place, colspan=2), Cell("2", 1, 3, place), Cell("3", 1, 4, place)]
    more = [Cell("行政许可", 2, 0, place), Cell("行政处罚", 3, 0, place)]
    figures = recognise(document(Grid((*head, *body, *more), 1))).figures
    assert [figures[f"disclosure.regulations.{c}"].value for c in ("issued", "repealed", "in_force")] == [1, 2, 3]
