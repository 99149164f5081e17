"""Tables written out as text are rows again, surely where a row has the form's count of figures and doubtfully elsewhere."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from gouji.form import form
from gouji.reading import read_report
from gouji.report import Figure, Report, State
from samples import sound
from samples.sample import Sample
from tests.gouji.recognition.tables import THREE
from tests.layouts.flattened import FLATTENED, Flat, as_page, as_text, in_one_line, markdown, no_bars, tabs

SAMPLE = sound(year=2024, size="medium", seed=3)
OLD = sound(year=2020, size="medium", seed=4)


def printed(report: Report) -> dict[str, str | None]:
    return {name: figure.raw for name, figure in report.figures.items()}


@pytest.mark.parametrize("flat", [*FLATTENED.values(), markdown, tabs])
def test_a_flattened_report_is_read_as_printed(flat: Flat) -> None:
    for sample in (SAMPLE, OLD):
        report = read_report(as_text(sample, flat), "report.txt")
        assert printed(report) == sample.figures
        assert all(figure.sure for figure in report.figures.values())
        assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("flat", FLATTENED.values())
def test_so_it_is_in_the_paragraphs_of_a_page(flat: Flat) -> None:
    report = read_report(as_page(SAMPLE, flat), "report.html")
    assert (printed(report), {figure.sure for figure in report.figures.values()}) == (SAMPLE.figures, {True})


def test_a_report_in_one_line_is_taken_apart() -> None:
    report = read_report(in_one_line(SAMPLE), "report.txt")
    assert (printed(report), report.title and report.title.text) == (SAMPLE.figures, SAMPLE.title)
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(("make", "told"), [(as_page, {"paragraph"}), (as_text, {"line"})])
def test_a_figure_in_a_paragraph_says_where(make: Callable[[Sample, Flat], bytes], told: set[str]) -> None:
    figures = read_report(make(SAMPLE, no_bars), "report").figures.values()
    assert all(figure.place and set(figure.place.as_json()) == told for figure in figures)


def without(line_after: str) -> dict[str, Figure]:
    """The figures of the report whose line behind the one named is lost, as a blank cell is."""
    lines = as_text(SAMPLE, no_bars).decode().split("\n")
    del lines[lines.index(line_after) + 1]
    return dict(read_report("\n".join(lines).encode(), "report.txt").figures)


def test_a_row_with_a_figure_too_few_is_a_doubt_in_all_its_columns() -> None:
    figures = without("2.重复申请")
    row = {name: figure for name, figure in figures.items() if ".rejected_repeat." in name}
    assert [figure.sure for figure in row.values()] == [False] * 7
    assert all(figure.sure for name, figure in figures.items() if name not in row)


def test_a_lost_cell_takes_nothing_from_the_next_row() -> None:
    figures = without("行政处罚")
    assert figures["disclosure.penalties.decisions"].state is State.ABSENT
    assert not figures["disclosure.penalties.decisions"].sure
    assert figures["disclosure.coercive_measures.decisions"].raw == SAMPLE.figures["disclosure.coercive_measures.decisions"]


def test_a_label_over_two_paragraphs_is_one_label() -> None:
    text = as_text(SAMPLE, no_bars).decode().replace("1.本机关不掌握相关政府信息", "1.本机关不掌握\n相关政府信息")
    report = read_report(text.encode(), "report.txt")
    assert printed(report) == SAMPLE.figures
    assert all(figure.sure for figure in report.figures.values())


def test_a_heading_padded_with_a_blank_cell_as_its_figures_are_stands_over_them() -> None:
    text = as_text(OLD, lambda shown: [f"{cell} |" for cell in no_bars(shown)]).decode()
    padded = text.replace(
        "上一年项目数量 |\n本年增/减 |\n行政事业性收费 |\n25 |", "上一年项目数量 |\n|\n本年增/减 |\n行政事业性收费 |\n25 |\n|"
    )
    assert padded != text
    report = read_report(padded.encode(), "report.txt")
    assert (printed(report), {figure.sure for figure in report.figures.values()}) == (OLD.figures, {True})


def test_a_list_of_short_lines_is_no_table() -> None:
    text = "某县粮食局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n规章\n\n3\n\n行政许可\n\n5\n"
    assert not read_report(text.encode(), "report.txt").readable


def test_a_row_that_is_not_found_in_text_is_absent_only_in_doubt() -> None:
    text = as_text(SAMPLE, no_bars).decode().replace("2.重复申请", "2.重\n复\n申\n请")
    figures = read_report(text.encode(), "report.txt").figures
    row = [figure for name, figure in figures.items() if ".rejected_repeat." in name]
    assert {(figure.state, figure.sure) for figure in row} <= {(State.ABSENT, False), (State.NUMBER, True)}


def test_a_table_left_in_the_text_as_lines_of_figures_is_absent_only_in_doubt() -> None:
    lines = as_text(SAMPLE, no_bars).decode().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("四、政府信息公开行政复议"))
    last = next(i for i, line in enumerate(lines) if line.startswith("五、"))
    lines[first + 1 : last] = ["结果 维 持", "0 0 0 0 0 0 0 0 0 0 0 0 0 0"]
    figures = read_report("\n".join(lines).encode(), "report.txt").figures
    assert {(f.state, f.doubts) for f in figures.values() if f.table == "proceedings"} == {(State.ABSENT, ("row-not-found",))}


def test_a_label_that_is_whole_before_its_note_is_one_label() -> None:
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    text = as_text(SAMPLE, no_bars).decode().replace(label, label.replace("开（", "开\n（"))
    report = read_report(text.encode(), "report.txt")
    assert printed(report) == SAMPLE.figures
    assert all(figure.sure for figure in report.figures.values())


def test_a_table_left_blank_in_text_is_absent_only_in_doubt() -> None:
    lines = as_text(SAMPLE, no_bars).decode().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("四、政府信息公开行政复议"))
    last = next(i for i, line in enumerate(lines) if line.startswith("五、"))
    lines[first + 1 : last] = ["行政复议", "行政诉讼", *["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3]
    figures = read_report("\n".join(lines).encode(), "report.txt").figures
    assert {(f.state, f.doubts) for f in figures.values() if f.table == "proceedings"} == {(State.ABSENT, ("row-not-found",))}


def test_a_table_left_blank_whose_labels_were_torn_is_absent_only_in_doubt() -> None:
    lines = as_text(SAMPLE, no_bars).decode().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("三、收到和处理"))
    last = next(i for i, line in enumerate(lines) if line.startswith("四、政府信息公开行政复议"))
    labels = (
        "一、本年新收政府信",
        "息公开申请数量",
        "1.信访举报投",
        "诉类申请",
        "3.要求提供公开",
        "出版物",
        "4.无正当理由大",
        "量反复申请",
    )
    lines[first + 1 : last] = [f"        {label}" for label in labels]
    figures = read_report("\n".join(lines).encode(), "report.txt").figures
    assert {(f.state, f.doubts) for f in figures.values() if f.table == "applications"} == {(State.ABSENT, ("row-not-found",))}


def test_a_form_that_nothing_tells_is_a_doubt_on_the_whole() -> None:
    text = as_text(SAMPLE, no_bars).decode()
    assert read_report(text.encode(), "report.txt").doubts == ()
    for header in ("本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额（单位：万元）", "行政规范性文件"):
        text = text.replace(header, "甲乙")
    assert read_report(text.encode(), "report.txt").doubts == ("form-not-told",)


def test_rows_whose_torn_labels_look_like_headings_are_lost_only_in_doubt() -> None:
    lines = as_text(SAMPLE, no_bars).decode().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("三、收到和处理"))
    last = next(i for i, line in enumerate(lines) if line.startswith("四、政府信息公开行政复议"))
    lines[first + 1 : last] = ["一、本年新收政", "府信息公开申请 7 1 0 0 0 0 8", "数量", "二、上年结转政", "府信息公开申请 5 0 0 0 0 0 5"]
    figures = read_report("\n".join(lines).encode(), "report.txt").figures
    assert all(not f.sure for f in figures.values() if f.table == "applications" and f.state is State.ABSENT)


def test_thousands_of_torn_headers_are_walked_through() -> None:
    lines = as_text(SAMPLE, no_bars).decode().split("\n")
    first = next(i for i, line in enumerate(lines) if line.startswith("三、收到和处理"))
    lines[first + 1 : first + 1] = ["一、本年新收政府信息公开申请数量", *["商业", "科研", "企业", "机构"] * 1500]
    assert read_report("\n".join(lines).encode(), "report.txt").form == "2021"


def test_of_a_row_with_too_few_figures_the_last_is_the_total_where_it_is_their_sum() -> None:
    row = "applications.received."
    sample = replace(SAMPLE, figures={**SAMPLE.figures, f"{row}research": "", f"{row}total": "361"})
    figures = read_report(as_text(sample, no_bars), "report.txt").figures
    own = [figures[f"{row}{column}"] for column in ("natural_person", "business", "other", "total")]
    assert [(figure.raw, figure.sure) for figure in own] == [("314", False), ("25", False), ("", False), ("361", False)]


def test_one_cell_a_line_is_no_page_laid_out_though_a_pages_number_stands_between() -> None:
    """As mutool writes text; its figures are not tried as those of a laid-out page, whose ways would be without number."""
    lines = [line for line in form("2021").table("applications").rows() if not line.instead_of]
    groups = dict.fromkeys(line.group for line in lines)
    cells = [
        THREE,
        "申请人情况",
        "自然人",
        "法人或其他组织",
        "总计",
        *["商业", "企业", "科研", "机构", "社会", "公益", "组织", "法律", "服务", "机构", "其他"],
    ]
    for line in lines:
        cells += ["三、本年度办理结果"] if line.id == "granted" else []
        cells += [line.group] if line.group and groups.pop(line.group, line.group) is None else []
        cells += [line.label, *"0000000", *(["- 4 -"] if line.id == "denied_process" else [])]
    figures = read_report("\n".join(cells).encode(), "report.txt").figures
    assert {figure.raw for name, figure in figures.items() if name.startswith("applications.") and figure.sure} == {"0"}
