"""Numbers of wholes that nobody knows, of those due alone, of cases of every kind, of other bodies, of another growth."""

import pytest

from tests.gouji.narrative.telling import Told, claimed, told

SCOPED: list[tuple[str, Told]] = [
    ("（二）依申请公开。抽查下级机关答复书26件，其中予以公开24件、不予公开2件。", []),
    ("由市政府作为被申请人、我局承办的信息公开行政复议14件。", []),
    ("信息公开工作引发行政复议案件4件；全部行政复议案件19件。", [("reconsideration", 4)]),
    ("全年发生行政应诉案件15件，涉及工伤认定9件、劳动监察4件、信息公开2件。", []),
    ("列入年度制定计划的规范性文件7件，完成4件，延期3件。", []),
    ("（二）依申请公开。所涉信息中，予以公开12项，部分公开8项。", []),
    ("收到政府信息公开申请9件，申请所涉信息30条，予以公开12条。", [("received", 9)]),
    ("依申请公开本年度应办理34件，应在年内办结30件，均已按时办结。", [("handled", 34), ("concluded", 30)]),
]
PLAIN: list[tuple[str, Told]] = [
    ("收到政府信息公开申请26件，较上年增加3件，其中予以公开20件。", [("received", 26), ("granted", 20)]),
    ("因信息公开引发行政诉讼案件3件，涉及征地2件、规划1件。", [("litigation", 3)]),
    ("全年制发规范性文件7件。", [("normative_documents_issued", 7)]),
]
NO_CHANGE = [
    "申请量增幅较上年回落12个百分点。",
    "申请件平均涉及信息6.3项，同比增加0.5项。",
    "剔除重复申请后，申请量同比增长7%。",
    "人均办理政府信息公开申请24件，工作量同比增加150%。",
]


@pytest.mark.parametrize(("text", "expected"), [*SCOPED, *PLAIN])
def test_a_number_of_something_else_says_nothing_of_the_tables(text: str, expected: Told) -> None:
    assert claimed(text) == expected


def test_some_of_those_left_are_not_all_of_them() -> None:
    text = "2023年12月31日前收到、尚在法定答复期限内的申请3件，结转下年继续办理；其中2件已于2024年1月答复。"
    assert "carried_out" not in [claim.quantity for claim in told(text).claims if claim.value == 2]


@pytest.mark.parametrize("text", NO_CHANGE)
def test_how_fast_it_grew_or_some_of_it_is_no_change_of_the_requests(text: str) -> None:
    assert list(told(text).changes) == []


def test_a_rise_told_plainly_is_one() -> None:
    assert [(c.quantity, c.direction) for c in told("收到政府信息公开申请24件，较上年增加3件。").changes] == [("received", 1)]
