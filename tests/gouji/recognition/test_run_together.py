"""Rows of Table 2 in text whose cells ran together or moved: a blank among them is none for sure."""

import pytest

from gouji.document import read
from gouji.recognition import recognise
from gouji.report import Figure

REPORT = """青禾县粮食局2023年政府信息公开工作年度报告

二、主动公开政府信息情况

| 第二十条第（一）项 | | | | | | | |
| --- | --- | --- | --- | --- | --- | --- | --- |
{header}
{row}
| 行政规范性文件 | 1 | 0 | 4 |

三、收到和处理政府信息公开申请情况
"""
APART = "| 信息内容 | | 本年制发件数 | | 本年废止件数 | | | 现行有效件数 |"
CLOSE = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | | | | |"


def regulations(header: str, row: str) -> list[Figure]:
    figures = recognise(read(REPORT.format(header=header, row=row).encode(), "report.md")).figures
    return [figures[f"disclosure.regulations.{column}"] for column in ("issued", "repealed", "in_force")]


@pytest.mark.parametrize("row", ["| 规章 | | | | 0 | | 0 | |", "| 规章 | | 0 | | | | 0 | |"])
def test_a_blank_between_figures_is_in_doubt_where_headers_stand_apart(row: str) -> None:
    assert not any(figure.sure for figure in regulations(APART, row))


def test_figures_for_each_header_are_sure_wherever_blanks_stand() -> None:
    assert [(figure.raw, figure.sure) for figure in regulations(APART, "| 规章 | | 1 | | 2 | | | 3 |")] == [
        ("1", True),
        ("2", True),
        ("3", True),
    ]


@pytest.mark.parametrize("together", ["0 0 12", "17 0.4799", "12 3"])
def test_blanks_beside_a_cell_that_may_hold_several_figures_are_in_doubt(together: str) -> None:
    assert not any(figure.sure for figure in regulations(CLOSE, f"| 规章 | {together} | | | | | | |"))
