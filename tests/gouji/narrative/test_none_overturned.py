"""That no ruling overturned an answer, said with 改变 or 推翻; not that the office itself changed something."""

import pytest

from tests.gouji.narrative.telling import claimed, told

REVIEW, COURT = "none_corrected_reconsideration", "none_corrected_litigation"


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("我局未发生因信息公开引起的行政复议被改变或行政诉讼败诉情形。", [REVIEW, COURT]),
        ("我局未发生政府信息公开行政复议被改变、行政诉讼败诉的情况。", [REVIEW, COURT]),
        ("本机关没有信息公开行政复议决定被改变的案件。", [REVIEW]),
        ("本年度没有因政府信息公开被行政复议机关改变或被法院判决败诉的情形。", [REVIEW, COURT]),
        ("我局无政府信息公开行政复议被改变情况。", [REVIEW]),
        ("本机关未出现因信息公开引发的行政复议被推翻、行政诉讼被撤销的情形。", [REVIEW, COURT]),
        ("我局未发生因信息公开引发的行政复议决定被推翻的情形。", [REVIEW]),
        ("本机关未出现政府信息公开行政诉讼被推翻的案件。", [COURT]),
    ],
)
def test_no_answer_was_overturned(text: str, quantities: list[str]) -> None:
    assert claimed(text) == [(quantity, 0) for quantity in quantities]


@pytest.mark.parametrize(
    "text",
    [
        "我局未发生行政复议后改变答复的情况。",
        "我局无行政复议程序改变情况。",
        "我局没有改变行政复议的受理渠道。",
        "本机关未发生因行政复议改变工作流程的情形。",
        "本机关没有改变。",
        "我局未推翻行政复议意见。",
    ],
)
def test_what_the_office_changed_is_no_ruling(text: str) -> None:
    assert not [claim for claim in told(text).claims if claim.quantity.startswith(("none_", "no_"))]


@pytest.mark.parametrize("text", ["我局行政复议7件，答复口径没有改变。", "我局行政复议2件，其中1件没有被改变。"])
def test_nor_is_one_case_among_them(text: str) -> None:
    assert not [claim for claim in told(text).claims if claim.quantity.startswith("none_")]
