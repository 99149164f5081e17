"""Which of several tables, and which of several reports in one document, is meant."""

from gouji.document.model import Grid
from gouji.recognition import recognise
from gouji.report import Report, State

from .tables import FOUR, ONE, THREE, TITLE, TWO, application_rows, disclosure_rows, document, grid, proceeding_rows, read, told


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


def test_a_form_that_nobody_filled_in_is_said_to_be_blank() -> None:
    def blank(rows: list[list[str]]) -> list[list[str]]:
        return [[text if not text.replace(".", "").isdecimal() else "" for text in row] for row in rows]

    report = read(blank(disclosure_rows()), blank(application_rows()), blank(proceeding_rows()))
    assert report.doubts == ("blank-form",)
    assert {figure.state for figure in report.figures.values()} == {State.BLANK}


def a_report(year: int, *, received: str = "10") -> list[Grid | str]:
    rows = application_rows()
    rows[1] = ["一、本年新收政府信息公开申请数量", received, *"00000", received]
    return [
        f"云溪县水务局{year}年政府信息公开工作年度报告",
        ONE, "我局依法公开政府信息，及时答复公众申请，全年没有收到投诉，也没有发生因信息公开引起的其他事项，各项工作都按计划完成。",
        TWO, grid(disclosure_rows(), year % 100), THREE, grid(rows, year % 100 + 20), FOUR, grid(proceeding_rows(), year % 100 + 40),
        "五、存在的主要问题及改进情况", "公开不够及时，下一步改进。", "六、其他需要报告的事项", "没有。", "云溪县水务局", f"{year + 1}年1月12日",
    ]  # fmt: skip


def test_of_two_reports_in_one_document_the_first_is_read_and_the_whole_is_in_doubt() -> None:
    report = recognise(document(*a_report(2023), *a_report(2022, received="7")))
    assert report.doubts == ("two-reports",)
    assert (report.year.value, report.signed_on and report.signed_on.year) == ("2023", 2024)
    assert report.figures["applications.received.total"].raw == "10"
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_a_list_of_contents_is_no_report() -> None:
    title, *rest = a_report(2023)
    contents = ["目录", f"{ONE}……1", f"{TWO}……2", f"{THREE}……3", f"{FOUR}……4"]
    report = recognise(document(title, *contents, *rest))
    assert report.doubts == ()
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert report.sections[0].paragraphs[0].text.startswith("我局")


def test_a_table_left_out_beside_another_of_the_office_s_own_is_absent_for_sure() -> None:
    own = grid([["建议提案", "12", "4"]], 2)
    figures = recognise(document(TWO, grid(disclosure_rows()), "六、其他需要报告的事项", own)).figures
    assert told(figures["applications.received.total"]) == (None, "absent", ())
