"""Denials of requests of some kind, which deny no other: 未收到涉密信息公开申请."""

import pytest

from tests.gouji.narrative.telling import claimed, told

SOME = [
    "未收到涉密信息公开申请，未发生失泄密事件。",
    "年内无上级转办的信息公开申请。",
    "收到政府信息公开申请9件，未出现一件申请多次补正的情况。",
    "未收到个人隐私类信息公开申请。",
    "无人申请公开“三公”经费明细信息。",
    "收到政府信息公开申请9件。无公开属性争议，无依申请公开转为主动公开的信息。",
    "未收到村民要求公开村务的信息公开申请。",
]
NONE = [
    "未收到政府信息公开申请。",
    "未收到过任何政府信息公开申请。",
    "未收到公民、法人和其他组织提出的政府信息公开申请。",
    "云溪县水务局未收到政府信息公开申请。",
]


@pytest.mark.parametrize("text", SOME)
def test_a_denial_of_some_denies_no_others(text: str) -> None:
    assert "none_received" not in [claim.quantity for claim in told(text).claims]


@pytest.mark.parametrize("text", NONE)
def test_a_denial_of_all_is_one(text: str) -> None:
    assert [name for name, _ in claimed(text)] in (["none_received"], ["none_from_citizens"])


def test_documents_that_would_have_to_be_repealed_are_not_all_documents() -> None:
    assert claimed("未制定重大行政决策目录，未出台需废止的规范性文件。") == []


def test_all_of_those_due_are_not_all() -> None:
    assert "all_concluded" not in [name for name, _ in claimed("（二）依申请公开。应办结25件，实际办结25件，办结率100%。")]
    assert "all_concluded" in [name for name, _ in claimed("收到政府信息公开申请25件，办结25件，办结率100%。")]


def test_documents_and_cases_carried_in_are_no_requests() -> None:
    assert claimed("收到政府信息公开申请9件，未办理上年度结转的规范性文件备案。") == [("received", 9)]


def test_the_rest_of_the_requests_are_not_all_of_them() -> None:
    assert claimed("其余政府信息公开申请均未引发行政复议、行政诉讼。") == []
    assert claimed("政府信息公开申请均未引发行政复议、行政诉讼。") == [("no_reconsideration", 0), ("no_litigation", 0)]


def test_disputes_over_one_answer_are_not_all() -> None:
    assert claimed("信息公开工作中，对不存在答复不服提起复议的2件。") == []
