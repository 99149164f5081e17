"""What is named behind a number: what was answered, what a case is about, what the law calls it, and what is no case at all."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

_REQUESTS = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
# Answered under the heading of requests, and none all the same.
NO_REQUESTS = [
    "我局答复6件政协提案。",
    "我局答复6条咨询。",
    "我局答复6条群众留言，均按时答复。",
    "我局办结6件信访事项。",
    "我局办结6件涉及环境保护的投诉。",
    "我局办结6件“12345”工单。",
    "我局答复6封县长信箱来信。",
    "我局答复6件人大代表建议和政协提案。",
    "我局办结6件各类投诉举报。",
    "我局回复6次电话咨询。",
    "我局审结6件有关政府信息公开的行政诉讼案件。",
    "我局答复6条关于政府信息公开行政复议的咨询。",
]
REQUESTS = [
    "我局答复6件政府信息公开申请。",
    "我局答复6件涉及投诉举报的依申请公开事项。",
    "我局答复6件，2件咨询。",
    "我局办结6件后引发行政复议。",
]
CASES: list[tuple[str, Told]] = [
    ("发生6起有关政府信息公开的行政复议案件。", [("reconsideration", 6)]),
    ("我局发生6起有关政府信息公开方面的行政诉讼案件。", [("litigation", 6)]),
    ("我局发生6件针对信息公开的行政复议。", [("reconsideration", 6)]),
    ("我局发生6起有关征地信息公开的行政复议案件。", []),
    ("我局发生6起有关行政处罚的行政复议案件。", []),
    ("作为复议机关审理6起有关政府信息公开的行政复议案件。", []),
    ("上年发生6起有关政府信息公开的行政复议案件。", []),
    # talked about, and perhaps of other bodies or other years
    ("我局参加6起涉及政府信息公开的行政复议培训。", []),
    ("我局组织6次涉及政府信息公开的行政诉讼庭审旁听。", []),
    ("我局整理6起有关政府信息公开的行政复议典型案例。", []),
    ("我局对6起有关政府信息公开的行政复议案件进行复盘。", []),
    ("我局收到6件有关政府信息公开行政复议的材料。", []),
    ("从6起有关政府信息公开的行政复议案件看，答复质量有待提高。", []),
]
ROWS: list[tuple[str, Told]] = [
    ("收到政府信息公开申请15件，5件属于《条例》所指本机关不掌握相关政府信息，无法提供。", [("received", 15), ("unavailable_not_held", 5)]),
    ("收到政府信息公开申请15件，5件属于《条例》所称内部事务信息，不予公开。", [("received", 15), ("denied_internal", 5)]),
    ("收到咨询15件，5件属于《条例》所指本机关不掌握相关政府信息。", []),
    ("收到政府信息公开申请15件，网络申请中5件属于《条例》所指信息不存在。", [("received", 15)]),
]


@pytest.mark.parametrize("sentence", NO_REQUESTS)
def test_what_was_answered_is_no_request_where_it_is_called_something_else(sentence: str) -> None:
    assert claimed(_REQUESTS, sentence) == []


@pytest.mark.parametrize("sentence", REQUESTS)
def test_requests_answered_are_counted_whatever_they_were_about(sentence: str) -> None:
    assert claimed(_REQUESTS, sentence)[:1] == [("concluded", 6)]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_cases_are_counted_by_what_they_are_about(sentence: str, expected: Told) -> None:
    assert claimed(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_row_is_named_by_what_the_law_calls_it(sentence: str, expected: Told) -> None:
    assert claimed(sentence) == expected
