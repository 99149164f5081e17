"""Rows told by their range, outcomes in brackets, documents in a government's name, ways on a government's site."""

import pytest

from gouji.narrative.claim import Scope
from tests.gouji.narrative.telling import Told, claimed, told

LED = "（二）依申请公开。畅通受理渠道，规范登记、审核和送达环节。"
ROWS: list[tuple[str, Told]] = [
    ("“予以公开（部分公开）”50件，“不予公开”11件。", [("granted_or_partial", 50), ("denied", 11)]),
    ("予以公开（含部分公开）50件，不予公开11件。", [("granted_or_partial", 50), ("denied", 11)]),
    ("因申请事项属于行政查询范围依法不予公开的3件，本机关同步做了解释。", [("denied_inquiry", 3)]),
    ("属于内部事务范围不予公开3件。", [("denied_internal", 3)]),
    ("属于执法案卷信息范畴而不予公开3件。", [("denied_enforcement_file", 3)]),
    ("属于不予公开范围3件。", [("denied", 3)]),
    (
        "收到申请47件，公开18件，本机关不掌握14件，属于行政执法案卷15件。",
        [("received", 47), ("granted_at_all", 18), ("unavailable_not_held", 14), ("denied_enforcement_file", 15)],
    ),
    ("公开信息40件，其中公开18件，属于内部事务信息14件。", []),
    ("经网络信箱、信函、当面等途径积极受理公开申请，共处理20件。", [("handled", 20)]),
    ("依法受理政府信息公开申请，全年共受理20件。", [("received", 20)]),
    ("规范受理信访投诉，共处理20件。", []),
    ("全年共收到书面或者电子邮件形式的政府信息公开申请32件。", [("received", 32)]),
    ("收到书面形式的政府信息公开申请32件。", [("channel_letter", 32)]),
    ("2023年我局全年共核收依申请公开事项8个。", [("received", 8)]),
    (
        "收到政府信息公开申请33件，其中线下20件，在县政府网站在线申请13件。规范办理答复完成32件。",
        [("received", 33), ("channel_offline", 20), ("channel_net", 13), ("concluded", 32)],
    ),
    ("政府信息公开行政诉讼7件，其中没有经复议直接起诉的5件。", [("litigation", 7), ("direct_litigation", 5)]),
]
NO_DISPUTE = [
    "申请公开信息均已按规定时间予以回复，无提起行政复议诉讼情况。",
    "无行政复议诉讼情况。",
    "未发生行政复议诉讼案件。",
    "无行政复议件和行政诉讼件。",
    "没有行政复议、诉讼件发生。",
]
OTHER_DENIALS = ["无行政复议诉讼案件积压。", "不存在行政复议诉讼风险。", "未发生行政复议诉讼败诉案件。", "无行政复议诉讼应诉工作。"]
MADE: list[tuple[str, str, list[int]]] = [
    ("云溪县人民政府", "以县政府和县政府办公室名义制发行政规范性文件17件。", [17]),
    ("云溪县人民政府", "以云溪县人民政府和政府办公室名义印发并公开的行政规范性文件17件，其他政策文件943件。", [17]),
    ("云溪县人民政府", "全年以县政府及县政府办名义出台行政规范性文件9件。", [9]),
    ("云溪县水务局", "以县政府和县政府办公室名义制发行政规范性文件17件。", []),
    ("云溪县人民政府", "以省政府和省政府办公厅名义制发行政规范性文件17件。", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_and_requests(text: str, expected: Told) -> None:
    assert claimed(LED, text) == expected


@pytest.mark.parametrize("text", NO_DISPUTE)
def test_no_dispute_of_either_kind(text: str) -> None:
    assert claimed(text) == [("no_reconsideration", 0), ("no_litigation", 0)]


@pytest.mark.parametrize("text", OTHER_DENIALS)
def test_what_else_is_denied_of_disputes(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize(("name", "text", "least"), MADE)
def test_a_government_and_its_office_made_so_many_at_least(name: str, text: str, least: list[int]) -> None:
    found = [c for c in told(text, name=name).claims if c.scope is Scope.OWN and not c.doubts]
    assert [int(c.low) for c in found] == least
    assert not any(c.exact for c in found)


@pytest.mark.parametrize(
    ("text", "quantity", "least"),
    [
        ("主动公开2023年制发的政府规章8件、行政规范性文件6件。", "regulations_issued", 8),
        ("主动公开本年度制发的市政府规章8件。", "regulations_issued", 8),
        ("公开了本年度废止的市政府规章6件。", "regulations_repealed", 6),
        ("公开本年度制发的行政规范性文件6件。", "normative_documents_issued", 6),
    ],
)
def test_so_many_published_were_made_at_least(text: str, quantity: str, least: int) -> None:
    found = [c for c in told(text, name="岚屿市人民政府").claims if c.quantity == quantity]
    assert [(int(c.low), c.exact, c.scope) for c in found] == [(least, False, Scope.OWN)]


@pytest.mark.parametrize(
    ("text", "prior"),
    [
        ("2022年收到政府信息公开申请40件，本年度收到117件。", 40),
        ("去年共收到政府信息公开申请40件，而今年我局收到117件。", 40),
        ("2021年收到政府信息公开申请40件，本年度收到117件。", None),
        ("2022年收到网上政府信息公开申请40件，本年度收到117件。", None),
        ("2022年收到政府信息公开申请40件，办结30件，本年度收到117件。", None),
    ],
)
def test_last_years_number_may_come_first(text: str, prior: int | None) -> None:
    assert [int(c.prior) if c.prior is not None else None for c in told(LED, text).changes] == ([] if prior is None else [prior])
