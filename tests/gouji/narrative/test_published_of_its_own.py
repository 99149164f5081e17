"""What was published of the year's own documents, by which number they were made, requests by platforms, and 所收."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, claimed, told

CITY = "雁汀市人民政府"
AT_LEAST = [
    ("主动公开本年度制发的市政府规章8件、市政府及市政府办公室行政规范性文件18件。", "regulations_issued", 8),
    ("主动公开本年度制发的规章8件、行政规范性文件18件。", "normative_documents_issued", 18),
    ("主动公开2023年制发的行政规范性文件18件。", "normative_documents_issued", 18),
    ("公开当年制定的行政规范性文件18件。", "normative_documents_issued", 18),
    ("及时公开本年新制定的行政规范性文件18件。", "normative_documents_issued", 18),
    ("依法公布今年出台的政府规章8件。", "regulations_issued", 8),
]
NO_SUCH = [
    "主动公开行政规范性文件18件。",
    "公开上年度制发的行政规范性文件18件。",
    "公开近年制发的行政规范性文件18件。",
    "公开本年度出台的行政规范性文件解读18件。",
    "公开本年度制发的文件18件。",
]
WAYS = [
    "其中处理信函邮寄6件、处理政务网平台申请11件。",
    "其中政务服务网申请11件，信函6件。",
    "其中政府网平台申请11件，信函6件。",
    "其中网上平台11件，EMS邮寄6件。",
    "其中线上平台申请11件，邮政寄送6件。",
    "其中门户网站在线申请11件、信函申请6件。",
    "其中依申请公开平台申请11件、邮寄申请6件。",
    "其中互联网平台提交11件、邮寄申请6件。",
    "其中信息公开网申请11件、EMS快递6件。",
    "其中政府网站平台提交11件、书面申请6件。",
]
SAID: list[tuple[str, Told]] = [
    ("2023年所收依申请公开9件，当年全部办理完毕，无结转。", [("received", 9), ("all_concluded", 0), ("carried_out", 0)]),
    ("全年所收到的政府信息公开申请9件。", [("received", 9)]),
    ("我局所收到的政府信息公开申请9件。", [("received", 9)]),
    ("财政所收到政府信息公开申请9件。", []),
    ("派出所收到政府信息公开申请9件。", []),
    ("全年所属单位收到政府信息公开申请9件。", []),
    ("以“水规”文号出台了10份规范性文件。", [("normative_documents_issued", 10)]),
    ("以“规”字号印发规范性文件10份。", [("normative_documents_issued", 10)]),
]


@pytest.mark.parametrize(("text", "quantity", "number"), AT_LEAST)
def test_what_was_published_of_its_own_was_made_at_least(text: str, quantity: str, number: int) -> None:
    found = [c for c in told(text, name=CITY).claims if c.quantity == quantity and c.scope is Scope.OWN and not c.doubts]
    assert [(int(c.low), c.exact) for c in found] == [(number, False)]


@pytest.mark.parametrize("text", NO_SUCH)
def test_what_was_published_of_others_or_of_other_years_was_not(text: str) -> None:
    assert claimed(text, name=CITY) == []


@pytest.mark.parametrize("text", WAYS)
def test_requests_by_platforms_and_by_post_are_told_by_their_ways(text: str) -> None:
    said = told(f"我局处理政府信息公开申请7件，{text}")
    assert {(c.quantity, int(c.value)) for c in said.claims if not c.doubts} >= {("channel_net", 11), ("channel_letter", 6)}
    assert [(one.kind, int(one.high), int(sum(one.parts))) for one in said.listings] == [("channels", 7, 17)]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_what_came_in_and_by_which_number_documents_were_made(text: str, expected: Told) -> None:
    assert claimed(text) == expected
