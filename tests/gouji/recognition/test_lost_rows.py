"""Rows that a converter left outside their table: what is printed beside it is not missing for sure."""

import pytest

from gouji.document import read
from gouji.recognition import recognise
from gouji.report import State
from tests.gouji.recognition.tables import application_rows, proceeding_rows
from tests.gouji.recognition.tables import read as tables_read

REPORT = """青禾县粮食局2023年政府信息公开工作年度报告

二、主动公开政府信息情况

信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
行政规范性文件 | 1 | 0 | 4
{row}

三、收到和处理政府信息公开申请情况
"""


@pytest.mark.parametrize("row", ["行政许可 | 3", "行政许可｜3", "行政许可：3", "行政许可 3"])
def test_a_row_that_stands_beside_its_table_is_absent_only_in_doubt(row: str) -> None:
    figures = recognise(read(REPORT.format(row=row).encode(), "report.md")).figures
    assert figures["disclosure.permits.decisions"].doubts == ("row-not-found",)


def test_a_row_that_stands_nowhere_is_missing() -> None:
    figures = recognise(read(REPORT.format(row="本年没有行政许可").encode(), "report.md")).figures
    assert figures["disclosure.permits.decisions"].doubts == ()


def test_where_a_converter_kept_the_labels_only_no_figure_is_missing_for_sure() -> None:
    labels = "\n".join(f"| {row[0]} | |" for row in application_rows() if not row[0][0].isdecimal())
    figures = recognise(
        read(f"三、收到和处理政府信息公开申请情况\n\n| 本列数据的勾稽关系 | |\n|---|---|\n{labels}\n".encode(), "report.md")
    ).figures
    assert not [name for name, figure in figures.items() if name.startswith("applications.") and figure.sure]


def test_a_row_unknown_to_the_form_is_no_obstacle_where_table_three_is_that_of_the_other_form() -> None:
    trial = [["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"], ["规章", "0", "0", "0"], ["规范性文件", "1", "1", "4"]]
    present = [row for row in application_rows() if row[0] not in ("3.其他", "其他")]
    report = tables_read(trial, [*present, ["五、另行说明的申请数量", "7", *"00000", "7"]])
    assert report.form == "2019"
    assert report.figures["applications.other_misc.total"].state == State.ABSENT


def test_a_row_of_figures_under_a_label_not_made_out_may_be_the_one_that_is_missing() -> None:
    damaged = [["4.保æ第O者", *row[1:]] if row[0] == "4.保护第三方合法权益" else row for row in application_rows()]
    figures = tables_read(damaged).figures
    assert {figures[f"applications.denied_third_party.{column}"].doubts for column in ("business", "total")} == {("row-not-found",)}


def test_figures_of_several_cells_in_one_may_be_those_that_are_missing() -> None:
    tracks, outcomes, figures = proceeding_rows()
    report = tables_read([tracks[5:] + ["行政复议"], [*outcomes[5:], "结果维持"], [*figures[5:], "8 1 2 1 12"]])
    assert report.figures["proceedings.reconsideration.total"].doubts
