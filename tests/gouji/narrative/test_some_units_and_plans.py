"""What some units did, what was planned, and what was told of some of the requests is no number of the report's own."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

NONE_OF_ITS_OWN = [
    "个别单位未制发规范性文件，未开展政策解读。",
    "部分科室未作出行政许可决定。",
    "少数乡镇未收到政府信息公开申请。",
    "计划全年制发规范性文件8件。",
    "2023年拟制定行政规范性文件3件。",
    "在国庆假期期间，未收到政府信息公开申请。",
    "以上三类申请26件，占比最高。",
    "就申请公开的18项信息，予以公开15项。",
    "不予公开的申请2件，经复议改为部分公开。",
    "网上申请渠道全年开通，收到有效申请19件。",
    "分批答复申请1件。",
    "新成立的信息中心未收到申请，未发生行政复议、行政诉讼。",
    "首次使用容缺受理机制，受理申请2件。",
    "对5件申请启用疑难会商，其中3件决定部分公开。",
    "针对5件申请组织专题研究，予以公开3件。",
]
ITS_OWN: list[tuple[str, Told]] = [
    ("我局未制发规范性文件。", [("normative_documents_issued", 0)]),
    ("年度计划全部完成，制发规范性文件8件。", [("normative_documents_issued", 8)]),
    ("报告期间，未收到政府信息公开申请。", [("none_received", 0)]),
    ("收到申请26件，不予公开的2件，均已说明理由。", [("received", 26), ("denied", 2)]),
    ("收到申请14件，其中问招生录取的7件；2件转下年答复。", [("received", 14), ("carried_out", 2)]),
    ("探索办理新机制，全年共受理申请12件。", [("received", 12)]),
    ("对5件申请依法答复，其中3件部分公开。", [("concluded", 5), ("partially_granted", 3)]),
    ("通过网络、信函等渠道，收到申请19件。", [("received", 19)]),
]


@pytest.mark.parametrize("text", NONE_OF_ITS_OWN)
def test_what_some_did_or_was_planned_is_no_number_of_the_report(text: str) -> None:
    assert claimed("（二）依申请公开。畅通渠道，规范办理。", text) == []


@pytest.mark.parametrize(("text", "expected"), ITS_OWN)
def test_what_the_body_did_as_planned_is(text: str, expected: Told) -> None:
    assert claimed(text) == expected
