"""Tables laid out in lines are read where every word of them is accounted for, and each figure surely where its place leaves no question."""

from dataclasses import replace

import pytest

from gouji.report import State
from samples.sample import Sample
from tests.gouji.recognition.lines import OLD, SAMPLE, line_of, read, row, unsure, written


@pytest.mark.parametrize("sample", [SAMPLE, OLD])
def test_labels_torn_over_lines_are_read_as_printed(sample: Sample) -> None:
    report = read(written(sample))
    assert {name: figure.raw for name, figure in report.figures.items()} == sample.figures
    assert unsure(report) == set()
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]


def test_a_figure_says_on_which_line_it_stands() -> None:
    text = written(SAMPLE)
    figure = read(text).figures["applications.granted.total"]
    assert figure.place
    assert text.split("\n")[(figure.place.line or 0) - 1] == line_of(text, "予以公开")


def test_the_end_of_a_page_is_no_line_and_its_number_no_figure() -> None:
    head, tail = written(SAMPLE).split("（三）不予公开", 1)
    report = read(f"{head.rstrip(' ')}\n    - 1 -\n\f（三）不予公开{tail}\n    - 2 -\n")
    assert {name: figure.raw for name, figure in report.figures.items()} == SAMPLE.figures
    assert unsure(report) == set()


def test_a_blank_cell_is_known_by_what_stands_above_and_below() -> None:
    sample = replace(SAMPLE, figures={**SAMPLE.figures, "applications.rejected_repeat.research": ""})
    report = read(written(sample))
    assert report.figures["applications.rejected_repeat.research"].state is State.BLANK
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (sample.figures, set())


def test_a_figure_that_stands_between_two_columns_leaves_the_row_in_doubt() -> None:
    text = written(SAMPLE)
    line = line_of(text, "2.重复申请")
    _, business, research = [place for place, sign in enumerate(line) if sign.isdecimal()][1:4]
    moved = f"{line[:business]}     0 {line[research + 1 :]}"
    assert unsure(read(text.replace(line, moved))) == row("rejected_repeat")


def test_a_label_that_is_not_the_forms_leaves_the_table_to_the_other_readers() -> None:
    text = written(SAMPLE)
    report = read(text.replace("2.重复申请", "2.反复提出"))
    assert row("rejected_repeat") <= unsure(report)


def test_columns_in_another_order_are_not_taken_for_the_forms() -> None:
    text = written(SAMPLE)
    report = read(text.replace("商业企业", "甲乙丙丁").replace("科研机构", "商业企业").replace("甲乙丙丁", "科研机构"))
    assert row("received") <= unsure(report)


def test_what_is_long_and_no_table_takes_no_time() -> None:
    lines = ["结 果 结 果 维 持 其 他 总 总 计"] * 500
    text = (
        written(replace(SAMPLE, figures={}))
        + "\n四、政府信息公开行政复议、行政诉讼情况\n"
        + "\n".join(lines)
        + "\n五、存在的主要问题及改进情况\n"
    )
    assert all(figure.state is State.ABSENT for figure in read(text).figures.values())


def test_a_label_with_a_sign_too_few_is_taken_as_in_any_other_format() -> None:
    report = read(written(SAMPLE).replace("2.重复申请", "2.重复性申请"))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_a_pages_own_number_stands_in_no_row() -> None:
    head, tail = written(SAMPLE).split("            （七）总计", 1)
    report = read(f"{head.rstrip(' ')}\n            -3-\n\f            （七）总计{tail}")
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_a_row_alone_on_its_page_is_sure_where_its_figures_are_alike_or_stand_far_apart() -> None:
    text = written(SAMPLE)
    table_two = next(line for line in text.split("\n") if line.split()[0:1] == ["行政规范性文件"])
    assert unsure(read(text.replace(table_two, f"\f{table_two}"))) == set()
    zeros = text.replace(line_of(text, "四、结转下年度"), f"\f四、结转下年度继续办理 {' '.join('0000000')}")
    assert not row("carried_out") & unsure(read(zeros))


@pytest.mark.parametrize(
    ("printed", "met"),
    [
        ("1.信访举报投诉类", "信访举报投诉类1."),  # the ordinal's font sits on another line
        ("（二）部分公开（区分处理的，只计这一情形，", "果（二）部分公开（区分处理的，只计这一情形，"),
    ],
)
def test_a_label_that_ran_together_with_what_stands_beside_it_is_read(printed: str, met: str) -> None:
    text = written(SAMPLE)
    if met.startswith("果"):
        text = text.replace("三、本年度办理结果", "         ").replace("（一）予以公开", "三、本年度办理结 （一）予以公开", 1)
    report = read(text.replace(printed, met))
    assert ({name: figure.raw for name, figure in report.figures.items()}, unsure(report)) == (SAMPLE.figures, set())


def test_a_row_that_has_all_words_of_a_part_is_not_its_heading() -> None:
    text = written(SAMPLE)
    line = next(line for line in text.split("\n") if "机关不再处理其政府" in line)
    report = read(text.replace("三、本年度办理结果", "         ").replace(line, f"三、本年度办理结果  {line.strip()}"))
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
