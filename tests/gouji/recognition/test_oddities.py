"""Rows, columns and headers as offices really print them: added, in other words, with other figures beside them."""

from dataclasses import replace
from decimal import Decimal

from gouji.document.model import Cell, Grid
from gouji.report import State, Stranger

from .tables import APPLICANTS, HEAD, application_rows, disclosure_rows, grid, proceeding_rows, read, told


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


def test_last_years_figures_beside_this_years_are_not_told_apart_by_guessing() -> None:
    head = ["", *(name for name in APPLICANTS for _ in "ab")]
    years = ["", *("上年", "本年") * 7]
    body = [[row[0], *(text for value in row[1:] for text in ("1", value))] for row in application_rows()[1:]]
    merged = [Cell(name, 0, 1 + 2 * n, grid([[""]], 2).cells[0].place, colspan=2) for n, name in enumerate(APPLICANTS)]
    cells = (*merged, *(c for c in grid([head, years, *body], 2).cells if c.row > 0))
    report = read(disclosure_rows(), Grid(cells, 2), proceeding_rows())
    assert not any(figure.sure for figure in report.figures.values() if figure.table == "applications")


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


def test_a_label_or_other_words_in_a_figures_cell_are_a_doubt() -> None:
    rows = application_rows()
    rows[-2] = ["", "（七）总计", *rows[-2][1:-1]]
    proceedings = proceeding_rows()
    proceedings[2][0] = "持\n10"
    figures = read(disclosure_rows(), rows, proceedings).figures
    assert not figures["applications.concluded_total.natural_person"].sure
    assert told(figures["proceedings.reconsideration.upheld"]) == ("持\n10", "mark", ("words-in-cell",))


def test_a_row_whose_label_runs_on_is_absent_only_in_doubt() -> None:
    rows = disclosure_rows()
    rows[-1][0] = "行政事业性收费三、收到和处理政府信息公开申请情况"
    figures = read(rows, application_rows(), proceeding_rows()).figures
    assert told(figures["disclosure.fees.amount"]) == (None, "absent", ("row-not-found",))
    assert {name for name, figure in figures.items() if not figure.sure} == {"disclosure.fees.amount"}
