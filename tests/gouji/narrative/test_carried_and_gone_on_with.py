"""Requests of the year before that were gone on with; not those of the next year, of others or of other business."""

import pytest

from tests.gouji.narrative.telling import claimed

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"


@pytest.mark.parametrize(
    "text",
    [
        "延续办理2022年结转申请件2件；2023年新收到政府信息公开申请17件。",
        "延续办理上年结转申请2件，新收17件。",
        "接续办理上年度结转申请2件，新收17件。",
        "承接办理上一年度结转的政府信息公开申请2件，新收17件。",
        "延续处理去年结转申请2件，新收17件。",
        "新收政府信息公开申请17件，延续办理上年结转2件。",
        "新收政府信息公开申请17件，接续办理2022年度结转申请2件。",
        "新收政府信息公开申请17件，延续办理由上年度转入的申请2件。",
    ],
)
def test_those_of_the_year_before_are_carried_in(text: str) -> None:
    assert sorted(claimed(LED, text)) == [("carried_in", 2), ("received", 17)]


@pytest.mark.parametrize(
    "text",
    [
        "延续办理2021年结转申请2件。",
        "延续办理结转下年申请2件。",
        "收到申请12件，延续办理2件。",
        "收到申请12件，办结10件，2件延续办理。",
        "2024年延续办理2件。",
        "延续办理上年结转信访件2件。",
        "延续办理上年结转行政许可申请2件。",
        "延续办理上年结转的建议提案2件。",
        "全县延续办理上年结转申请2件。",
        "信访局延续办理上年结转申请2件。",
    ],
)
def test_others_are_not(text: str) -> None:
    found = claimed(LED, text)
    assert ("carried_in", 2) not in found
    assert ("concluded", 2) not in found
