"""Denials in more words: no request at all by whatever way, no dispute of any kind."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import claimed, told

NO_REQUEST = [
    "本年度我局未新收到政府信息公开申请事项。",
    "2023年，我局线上、线下均无依申请公开信件。",
    "本年没有公民、法人和其它组织提出依申请公开信息的申请。",
    "本年度未收到公民、法人或其他组织通过政府网站、传真、信函等形式的政府信息公开申请。",
    "我局没有受理“依申请公开政府信息”。",
    "未收到单位或者个人向本机关申请公开政府信息。",
    "依申请公开：全年未收到该项申请。",
    "本年度本机关收到的政府信息公开申请数量为零。",
    "未收到以任何方式提出的政府信息公开申请。",
    "未收到以书面或口头形式提出的政府信息公开申请。",
    "年度内未申请公开件。",
    "本年度内，我局未依申请公开件。",
]
OF_SOME = [
    "结转下年度继续办理的政府信息公开申请数量为零。",
    "我局未收到以口头方式提出的政府信息公开申请。",
    "未收到当场提出的政府信息公开申请。",
    "未收到自然人依申请公开。",
    "未收到企业的依申请公开信息。",
    "未收到企业提出的依申请公开申请。",
    "梳理本年度未申请公开件。",
    "申请人未申请公开件的，不予提供。",
    "今年未申请公开件12件。",
]
NO_DOCUMENT = ["无行政规范性文件出台及更新情况。", "全年没有规范性文件制定和变动情况。", "本年度无规范性文件更新及出台。"]
SOME_DOCUMENT = [
    "无规范性文件更新不及时问题。",
    "无规范性文件出台及更新滞后情况。",
    "网站无规范性文件更新情况。",
    "各镇均无规范性文件出台及更新情况。",
]
OF_DISPUTES = "本年度未收到依申请公开的行政复议、行政诉讼案件。"
NO_DISPUTE = [
    "2023年，我局无行政复议及行政诉讼。",
    "云溪县水务局没有行政复议、行政诉讼案件情况。",
    "未发生政府信息公开行政复议、诉讼问题。",
    "无因依申请公开答复不满意而产生行政复议、行政诉讼案件发生。",
]
OTHER_DISPUTES = [
    "严格规范公正文明执法，全年无行政复议、行政诉讼。",
    "全年作出行政处罚30件。无行政复议、行政诉讼。",
    "我局无行政复议、行政诉讼败诉案件。",
]


@pytest.mark.parametrize("text", NO_REQUEST)
def test_no_request_at_all(text: str) -> None:
    assert claimed(text) == [("none_received", 0)]


@pytest.mark.parametrize("text", OF_SOME)
def test_none_of_some_is_not_none_at_all(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize("text", NO_DOCUMENT)
def test_no_document_was_made_or_changed(text: str) -> None:
    assert claimed(text) == [("normative_documents_issued", 0)]


@pytest.mark.parametrize("text", SOME_DOCUMENT)
def test_nothing_late_nothing_changed_and_none_of_others_leave_documents_open(text: str) -> None:
    assert claimed(text) == []


def test_none_of_whom_anybody_may_be() -> None:
    assert claimed("2023年收到公民申请政府信息公开0件。") == [("received", 0)]


@pytest.mark.parametrize("text", NO_DISPUTE)
def test_no_dispute_of_any_kind_is_none_over_disclosure(text: str) -> None:
    assert claimed(text) == [("no_reconsideration", 0), ("no_litigation", 0)]


@pytest.mark.parametrize("text", OTHER_DISPUTES)
def test_disputes_beside_other_business_are_of_that(text: str) -> None:
    assert [c for c in told(text).claims if c.quantity.startswith("no_") and c.scope is Scope.OWN] == []


def test_no_dispute_over_requests_is_not_no_request() -> None:
    assert [claim for claim in claimed(OF_DISPUTES) if claim[0] == "none_received"] == []
