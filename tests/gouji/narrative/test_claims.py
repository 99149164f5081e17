"""What a sentence claims, by phrasing; nothing where the scope is another's."""

from decimal import Decimal

import pytest

from gouji.narrative import claims
from gouji.narrative.claim import Claim
from gouji.recognition import recognise
from tests.gouji.recognition.tables import application_rows, document, grid


def claimed(*sentences: str) -> list[Claim]:
    report = recognise(document("云溪县水务局2023年政府信息公开工作年度报告", "一、总体情况", *sentences, grid(application_rows())))
    return claims(report)


@pytest.mark.parametrize(
    ("sentence", "quantity", "value"),
    [
        ("全年收到政府信息公开申请3件，均按期答复。", "received", 3),
        ("共受理政府信息公开申请 1,408 件。", "received", 1408),
        ("本年度新收政府信息公开申请一件。", "received", 1),
        ("我局接到2件政府信息公开申请。", "received", 2),
        ("共收到依申请公开17条。", "received", 17),
        ("收到信息公开申请22起，比上年（31起）有所减少。", "received", 22),
        ("因政府信息公开引起行政复议2件。", "reconsideration", 2),
        ("信息公开类行政复议案件1件，复议结果为维持。", "reconsideration", 1),
        ("因信息公开提起行政诉讼3件，其中结果维持1件。", "litigation", 3),
        ("政府信息公开方面未经复议直接起诉4件。", "direct_litigation", 4),
        ("政府信息公开方面复议后起诉5件。", "litigation_after_reconsideration", 5),
        ("申请数量较上年下降 300%。", "decrease", 300),
        ("降幅为150%。", "decrease", 150),
        ("群众满意度达120%。", "rate", 120),
        ("按期答复率为100%。", "rate", 100),
    ],
)
def test_a_figure_stated_of_the_report_itself_is_a_claim(sentence: str, quantity: str, value: int) -> None:
    assert [(c.quantity, c.value) for c in claimed(sentence)] == [(quantity, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "全县共收到政府信息公开申请50件。",
        "县政府办代表县政府受理政府信息公开申请17件。",
        "上半年收到政府信息公开申请6件。",
        "累计收到政府信息公开申请90件。",
        "收到行政许可申请77件。",
        "受理行政复议申请35件。",
        "主动公开信息17条，依申请公开28条。",
        "未收到政府信息公开申请。",
        "政府信息公开行政复议、诉讼共3件。",
        "办理行政处罚案件引起的行政复议2件。",
        "申请数量下降至120%。",
        "信息公开率提升120%。",
        "备案政府信息公开行政复议2件。",
    ],
)
def test_what_speaks_of_something_else_is_no_claim(sentence: str) -> None:
    assert claimed(sentence) == []


def test_each_of_two_named_together_is_claimed() -> None:
    assert [(c.quantity, c.value) for c in claimed("政府信息公开行政复议、行政诉讼均为0件。")] == [
        ("reconsideration", 0),
        ("litigation", 0),
    ]


@pytest.mark.parametrize(
    ("words", "low", "high"), [("1200余件", "1200", "1299"), ("约100件", "95", "105"), ("2.7万件", "26500", "27500"), ("12件", "12", "12")]
)
def test_words_of_measure_leave_room(words: str, low: str, high: str) -> None:
    [claim] = claimed(f"收到政府信息公开申请{words}。")
    assert (claim.low, claim.high) == (Decimal(low), Decimal(high))


def test_a_claim_says_where_it_stands() -> None:
    [claim] = claimed("今年工作平稳。全年收到政府信息公开申请 3 件。")
    assert claim.printed == "收到政府信息公开申请 3 件"
    assert (claim.place.paragraph, claim.place.start, claim.place.end) == (3, 10, 23)
    assert claim.sentence == "全年收到政府信息公开申请 3 件。"


def test_two_statements_of_one_figure_that_differ_are_both_in_doubt() -> None:
    found = claimed("收到政府信息公开申请3件。", "全年受理政府信息公开申请5件。")
    assert [c.doubts for c in found] == [("two-statements",)] * 2
