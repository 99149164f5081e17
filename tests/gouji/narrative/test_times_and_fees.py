"""So many times last year's number, more than last year's, and what an administrative fee is said to be."""

from decimal import Decimal

import pytest

from gouji.narrative import narrative
from gouji.narrative.claim import Change
from tests.builders import sound_report, with_more_text


def changes(sentence: str) -> list[Change]:
    return list(narrative(with_more_text(sound_report(), 1, sentence)).changes)


@pytest.mark.parametrize(
    ("sentence", "direction", "low", "high", "prior", "current"),
    [
        ("2023年收到政府信息公开申请40件，为上年的2.5倍。", 1, 145, 160, None, 40),
        ("2023年本局政府信息公开申请159件，是上年14件的7.9倍。", 1, 685, 700, 14, 159),
        ("收到政府信息公开申请14件，申请量为2022年的0.5倍。", -1, 40, 55, None, 14),
        # Said of 3.1 times as many as well as of 2.1 times.
        ("收到政府信息公开申请35件，同比增长2.1倍。", 1, 105, 220, None, 35),
        ("收到政府信息公开申请33件，多于上年的52件。", 1, None, None, 52, 33),
        ("收到政府信息公开申请33件（均为自然人提交），同比增长20%。", 1, 19.5, 21, None, 33),
        ("行政处罚由上年600件降至150件，同比下降83%。", -1, 82.5, 84, 600, 150),
        ("本局申请数量继续增长，2022年100件，2023年14件。", 1, None, None, 100, 14),
    ],
)
def test_a_change_is_read_however_it_is_told(
    sentence: str, direction: int, low: float | None, high: float | None, prior: int | None, current: int
) -> None:
    (change,) = changes(sentence)
    bounds = [None if bound is None else Decimal(str(bound)) for bound in (low, high)]
    assert (change.direction, change.low, change.high, change.prior, change.current) == (direction, *bounds, prior, current)


@pytest.mark.parametrize(
    "sentence",
    [
        "主动公开信息量是上年的2.4倍。", "其中涉农申请为上年的3倍。", "收到申请9件，网站访问量是上年的2倍。", "群众满意度高于全市平均水平。",
        "收到申请9件，为2019年的3倍。", "收到申请9件，与上年的1.0倍相当。",
    ],
)  # fmt: skip
def test_what_is_of_other_things_or_years_is_no_change_of_requests(sentence: str) -> None:
    assert [change for change in changes(sentence) if change.quantity == "received" and change.percent] == []


@pytest.mark.parametrize(
    ("sentence", "quantity", "value"),
    [
        ("2023年本局行政事业性收费金额共计55万元。", "admin_fee", 550_000),
        ("全年共收取行政事业性收费350000元。", "admin_fee", 350_000),
        ("行政事业性收费本年收费金额304万元，均按规定标准收取。", "admin_fee", 3_040_000),
        ("本年行政事业性收费收费金额为304万元。", "admin_fee", 3_040_000),
        ("行政事业性收费方面，本年收费总额304万元。", "admin_fee", 3_040_000),
        ("行政事业性收费情况：本年收费金额304万元。", "admin_fee", 3_040_000),
        ("行政事业性收费（第八项）本年收费金额304万元。", "admin_fee", 3_040_000),
        ("行政事业性收费项目全年收费共计304万元。", "admin_fee", 3_040_000),
        ("全年共收取行政事业性费用304万元。", "admin_fee", 3_040_000),
        ("2023年行政事业性收费金额0万元。", "no_admin_fee", 0),
        ("本局没有减免，收取信息处理费300元。", "processing_fee", 300),
        ("本局无线电管理行政事业性收费30万元。", "admin_fee", 300_000),
        ("本局发出信息处理费收费通知2份后实际收费900元。", "processing_fee", 900),
        ("信息处理费收取情况：本局按件计收600元、按量计收300元，共900元。", "processing_fee", 900),
    ],
)
def test_a_fee_is_read_with_its_amount(sentence: str, quantity: str, value: int) -> None:
    found = narrative(with_more_text(sound_report(), 6, sentence)).claims
    assert (quantity, value) in [(claim.quantity, claim.value) for claim in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "办理行政事业性收费减免32件，减免金额5000元。",
        "行政事业性收费项目12项，经费8万元。",
        "行政事业性收费本年减免金额304万元。",
        "行政事业性收费较上年减少304万元。",
        "本局未收取信息处理费300元。",
        "本局全年未产生信息处理费300元。",
        "我局没有收取行政事业性收费30万元。",
        "我局行政事业性收费未收取30万元。",
        "全年未发生收取信息处理费300元的情况。",
        "全年不收取信息处理费300元。",
        "全年应收信息处理费300元，实际未收。",
        "我局取消行政事业性收费30万元。",
        "我局退还信息处理费300元。",
        "我局免收信息处理费300元。",
        "申请人未按规定缴纳信息处理费300元。",
    ],
)
def test_what_was_not_charged_is_no_fee(sentence: str) -> None:
    found = narrative(with_more_text(sound_report(), 6, sentence)).claims
    assert [claim for claim in found if claim.quantity.endswith("_fee")] == []


@pytest.mark.parametrize(
    "sentence",
    ["提起行政诉讼2件。年度新收申请件数量较上一年度有所下降。", "收到申请17件，少于上年的8件。", "收到申请17件，超过上年的82件。"],
)
def test_the_direction_of_requests_is_read(sentence: str) -> None:
    assert [change.quantity for change in changes(sentence)] == ["received"]


def test_more_than_last_years_is_no_amount_of_the_change() -> None:
    (change,) = changes("收到申请17件，超过上年的82件。")
    assert (change.direction, change.low, change.prior, change.current) == (1, None, 82, 17)


@pytest.mark.parametrize("sentence", ["行政事业性收费（水土保持补偿费）本年收费金额304万元。", "停车费收费金额304万元。"])
def test_one_kind_of_fee_is_not_all_of_the_administrative_ones(sentence: str) -> None:
    found = narrative(with_more_text(sound_report(), 6, sentence)).claims
    assert "admin_fee" not in [claim.quantity for claim in found if not claim.doubts]
