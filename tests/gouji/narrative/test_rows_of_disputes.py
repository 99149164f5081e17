"""The row of the form that the dispute, or all disputes counted before, came to."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import told


def _ruled(text: str) -> list[str]:
    return [c.quantity for c in told(text).claims if "_" in c.quantity and c.scope is Scope.OWN and not c.doubts and c.low == 1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("共收到政府信息公开申请46件，均按期答复，发生行政复议案件1件，为其他结果。", ["reconsideration_other"]),
        ("发生政府信息公开行政复议1件，结果为其他结果。", ["reconsideration_other"]),
        ("因政府信息公开引发行政复议1件，被复议机关纠正。", ["reconsideration_corrected"]),
        ("因政府信息公开引发行政诉讼2件，均为其他结果。", ["litigation_other"]),
        ("因政府信息公开引发行政诉讼2件，均被人民法院纠正。", ["litigation_corrected"]),
        ("因政府信息公开引发行政复议2件，结果均为纠正。", ["reconsideration_corrected"]),
        ("因政府信息公开被申请行政复议1件，结果纠正。", ["reconsideration_corrected"]),
        ("因政府信息公开引发行政复议1件，审理结果为纠正。", ["reconsideration_corrected"]),
        ("因政府信息公开引发行政诉讼1件，判决结果为其他结果。", ["litigation_other"]),
        ("因政府信息公开引发行政复议1件，复议结果为其他结果，未发生行政诉讼。", ["reconsideration_other"]),
    ],
)
def test_a_row_named_for_all_of_them_has_one_at_least(text: str, wanted: list[str]) -> None:
    assert _ruled(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "因政府信息公开引发行政复议2件，为其他结果。",
        "因政府信息公开引发行政复议2件，均未被纠正。",
        "因政府信息公开引发行政复议1件，问题已纠正。",
        "因政府信息公开引发行政复议1件，没有被纠正。",
        "因政府信息公开引发行政复议1件，可能被纠正。",
        "因政府信息公开引发行政复议3件，行政诉讼2件，均被纠正。",
        "2022年因政府信息公开引发行政复议1件，被纠正。",
        "代理行政复议1件，结果纠正。",
    ],
)
def test_what_is_not_said_of_them_is_no_row(text: str) -> None:
    assert _ruled(text) == []


def test_courts_rule_on_the_cases_of_the_body() -> None:
    said = [(c.quantity, c.scope) for c in told("因政府信息公开引发行政诉讼2件，人民法院均驳回原告诉讼请求。").claims]
    assert said == [("litigation", Scope.OWN), ("all_upheld_litigation", Scope.OWN)]
