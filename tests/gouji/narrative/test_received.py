"""The words in which requests come in and are dealt with, by every way and by everybody; and those that count only some of them."""

import pytest

from expectations.judging import judge
from gouji.narrative.claim import Claim, Scope
from tests.builders import dossier, sound_report, with_text
from tests.gouji.narrative.telling import Told, claimed, told

RECEIVED: list[tuple[str, Told]] = [
    ("本机关收到政府信息公开申请信件24件。", [("received", 24)]),
    ("本局接到依申请公开来函6件。", [("received", 6)]),
    ("本局办理依申请公开事件6起。", [("handled", 6)]),
    ("全年收到并按期办结18件政府信息公开申请。", [("handled", 18)]),
    ("我局受理并妥善处理依申请公开18件。", [("handled", 18)]),
    ("我局收到政府信息公开申请18件，办理17件，结转下年1件。", [("received", 18), ("concluded", 17), ("carried_out", 1)]),
    ("我局收到政府信息公开申请18件，继续办理上年结转的2件。", [("received", 18), ("carried_in", 2)]),
    ("我局收到政府信息公开申请18件，网上办理12件。", [("received", 18)]),
    ("全年收到公民、法人提交的政府信息公开申请31件。", [("received", 31)]),
    ("全年收到公民和法人或其他组织政府信息公开申请31件。", [("received", 31)]),
    ("办理法人和其他组织通过门户网站、信函等渠道依申请公开信息合计9件。", [("handled", 9)]),
    ("通过网站、信函等途径收到群众提交的依申请公开事项9件。", [("received", 9)]),
    ("一是规范办理政府信息公开申请62件。", [("handled", 62)]),
    ("共收到依申请公开12件以及2022年转办依申请公开2件。", [("received", 12), ("carried_in", 2)]),
    ("收到政府信息公开申请13件，除1件结转下年度外，其余12件均已答复。", [("received", 13), ("carried_out", 1), ("concluded", 12)]),
    ("收到政府信息公开申请13件，截至12月底已答复12件。", [("received", 13), ("concluded", 12)]),
    ("今年收到政府信息公开申请13件，印发告知书12份。剩余1件转2024年办理。", [("received", 13), ("carried_out", 1)]),
    ("依法进行登记、审核和答复，另3件申请按规定结转下年度办理。", [("carried_out", 3)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RECEIVED)
def test_what_came_in_and_what_was_done_with_it(text: str, expected: Told) -> None:
    said = [claim for claim in told(text).claims if claim.scope is Scope.OWN and claim.plain and not claim.doubts]
    said = [claim for claim in said if not claim.quantity.startswith("channel")]
    assert sorted((claim.quantity, int(claim.value)) for claim in said) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "通过网站收到政府信息公开申请9件。",  # by one way
        "通过政府网站平台收到政府信息公开申请9件。",
        "收到关于教育方面的依申请公开信件9件。",  # on one subject
        "收到申请对象为县政府办的依申请公开信件9件。",  # of one body
        "除予以公开的3件外，其余政府信息公开申请9件均已答复。",  # of one outcome
        "本局办理挖掘道路申请9件。",  # of another kind
    ],
)
def test_a_number_of_some_of_them_is_no_plain_one(text: str) -> None:
    wholes = [c for c in told(text).claims if c.quantity in ("received", "handled", "concluded") and int(c.value) == 9]
    assert not any(claim.plain and not claim.doubts and claim.scope is Scope.OWN for claim in wholes)


NONE = [
    "未收到公民、公司或社会团体要求公开政府信息的申请。",
    "2023年未收到单位和个人有关政府信息公开的申请。",
    "我局没有收到公众、法人和其他组织对政府信息公开的申请。",
    "我局没有收到要求公开政府信息的来信。",
    "(二)依申请公开。无。",
]
SOME = [
    "未收到企业对政府信息公开的申请。",
    "未收到对政府信息公开工作的投诉。",
    "未收到有关征地的申请。",
    "(一)主动公开。无。",
    "(二)依申请公开。我局认真办理。无。",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_asked_for_anything(text: str) -> None:
    assert claimed(text) == [("none_received", 0)]


@pytest.mark.parametrize("text", SOME)
def test_a_denial_of_something_else_denies_no_request(text: str) -> None:
    assert claimed(text) == []


@pytest.mark.parametrize("text", ["全县各级行政机关共收到政府信息公开申请53件。", "全县各部门、镇街共收到政府信息公开申请53件。"])
def test_all_bodies_of_an_area_are_as_much_as_the_area(text: str) -> None:
    assert _of(text, "云溪县人民政府") == [(53, Scope.OWN, True)]
    assert _of(text, "云溪县水务局") == [(53, Scope.OTHER, False)]


def test_the_departments_alone_may_be_less_than_the_area() -> None:
    assert _of("全县各部门共收到政府信息公开申请53件。", "云溪县人民政府") == [(53, Scope.UNCLEAR, False)]


@pytest.mark.parametrize(
    ("text", "scope", "whole"),
    [
        ("累计收到政府信息公开申请53件。", Scope.OWN, True),
        ("本年度累计收到政府信息公开申请53件。", Scope.OWN, False),
        ("今年以来，累计收到政府信息公开申请53件。", Scope.OWN, False),
        ("《条例》施行以来，累计收到政府信息公开申请53件。", Scope.OTHER, False),
        ("上年累计收到政府信息公开申请53件。", Scope.OTHER, False),
    ],
)
def test_a_running_total_without_its_beginning_is_at_least_that_of_the_year(text: str, scope: Scope, whole: bool) -> None:
    assert _of(text, "云溪县水务局") == [(53, scope, whole)]


def _of(text: str, name: str) -> list[tuple[int, Scope, bool]]:
    return [(int(claim.value), claim.scope, claim.whole) for claim in told(text, name=name).claims if claim.quantity == "received"]


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("收到政府信息公开申请71件，其中申请人撤回20件。", False),
        ("收到政府信息公开申请71件，其中申请人撤回{difference}件。", True),
        ("收到政府信息公开申请71件，部分申请人撤回申请。", True),
        ("收到政府信息公开申请71件；行政复议1件（申请人撤回结案）。", False),
    ],
)
def test_withdrawals_explain_only_as_much_as_they_are(text: str, explained: bool) -> None:
    report = sound_report()
    received = report.figures["applications.received.total"].value
    assert received is not None
    said = with_text(report, 1, text.format(difference=71 - int(received)))
    found = [f for f in judge([dossier(said)])[0].findings if f.rule == "narrative-received"]
    assert [str(finding.severity) for finding in found] == ["info" if explained else "warning"]


def test_a_number_of_something_unknown_contradicts_no_plain_one() -> None:
    claims: list[Claim] = list(told("共受理依申请公开10件。全年办理道路占用申请件759件。").claims)
    assert [claim.doubts for claim in claims if int(claim.value) == 10] == [()]
