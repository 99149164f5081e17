"""Rows that a converter left outside their table: what is printed beside it is not missing for sure."""

import pytest

from gouji.document import read
from gouji.recognition import recognise

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
