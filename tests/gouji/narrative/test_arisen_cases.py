"""Disputes that arose of disclosure, counted before their name, and those that did not."""

import pytest

from tests.gouji.narrative.telling import Told, claimed

ARISEN: list[tuple[str, Told]] = [
    ("因信息公开申请而产生的2件行政诉讼案件也已全部审结。", [("litigation", 2), ("none_pending_litigation", 0)]),
    ("因政府信息公开引发的3件行政复议案件均已审结。", [("reconsideration", 3), ("none_pending_reconsideration", 0)]),
    ("因政府信息公开引发的4件行政复议案件均被维持。", [("reconsideration", 4), ("all_upheld_reconsideration", 0)]),
    ("与政府信息公开有关的3件行政复议案件，均维持原决定。", [("reconsideration", 3), ("all_upheld_reconsideration", 0)]),
    ("涉及政府信息公开的2起行政诉讼案件，均已判决。", [("litigation", 2)]),
    ("政府信息公开类的4件行政复议案件，均已办结。", [("reconsideration", 4)]),
    ("因依申请公开引发的3件行政诉讼案件均已审结。", [("litigation", 3), ("none_pending_litigation", 0)]),
    ("针对政府信息公开提起的2件行政复议都已审结。", [("reconsideration", 2)]),
    (
        "因政府信息公开引发的4件行政复议、2件行政诉讼案件均已审结。",
        [("reconsideration", 4), ("litigation", 2), ("none_pending_reconsideration", 0), ("none_pending_litigation", 0)],
    ),
    # some of them, or of another body or year
    (
        "因政府信息公开引发的3件行政复议案件均已审结，另有2件尚未审结。",
        [("none_pending_reconsideration", 0), ("reconsideration_pending", 2)],
    ),
    ("上年结转的因政府信息公开引发的3件行政复议案件均已审结。", []),
    ("2022年因政府信息公开引发的3件行政复议案件均已审结。", []),
    ("全县因政府信息公开引发的3件行政复议案件均已审结。", []),
    ("代理因政府信息公开引发的3件行政复议案件均已审结。", []),
    ("因逾期答复信息公开引发的3件行政复议案件均被维持。", []),
    ("除因政府信息公开引发的3件行政复议案件均已审结外，其余正在办理。", [("none_pending_reconsideration", 0)]),
]
NONE_OF_THEM: list[tuple[str, Told]] = [
    ("无政府信息公开申请办理导致行政复议、提起行政诉讼的案件。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("未有进入行政复议程序和行政诉讼程序的案件。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("全年无进入行政复议和行政诉讼程序的案件。", [("no_reconsideration", 0), ("no_litigation", 0)]),
    ("行政复议程序和行政诉讼程序均为0件。", [("reconsideration", 0), ("litigation", 0)]),
    (
        "认真落实上级工作部署,稳步推进各项任务.进入行政复议程序和行政诉讼程序均为0件.",
        [("no_reconsideration", 0), ("no_litigation", 0), ("reconsideration", 0), ("litigation", 0)],
    ),
    ("加强行政执法,规范市场秩序.未发生行政复议、行政诉讼.", []),
    ("推进重点项目，未发生行政复议、行政诉讼。", []),
    ("加强行政执法，进入行政复议程序的案件0件。", []),
    ("未受理进入行政复议程序的案件。", []),
]


@pytest.mark.parametrize(("text", "expected"), ARISEN)
def test_cases_that_arose_of_disclosure_are_counted_before_their_name(text: str, expected: Told) -> None:
    found = claimed(text)
    assert [one for one in found if not one[0].startswith("pending")] == expected


@pytest.mark.parametrize(("text", "expected"), NONE_OF_THEM)
def test_none_in_either_procedure(text: str, expected: Told) -> None:
    assert claimed(text) == expected


def test_what_a_reviewing_body_decided_well_is_not_its_own() -> None:
    assert claimed("审理政府信息公开行政复议案件3件，产生良好社会效果。", name="云溪县司法局") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行政复议案件（政府信息公开类）3件。", [("reconsideration", 3)]),
        (
            "被申请行政复议（涉及政府信息公开）3件，被提起行政诉讼（涉及政府信息公开）1件。",
            [("reconsideration", 3), ("litigation", 1)],
        ),
        ("行政诉讼（信息公开类）案件1件。", [("litigation", 1)]),
        ("行政复议（不含政府信息公开）3件。", []),
        ("行政复议（非信息公开类）3件。", []),
        ("行政诉讼（行政处罚类）3件。", []),
    ],
)
def test_what_cases_are_about_may_stand_in_brackets(text: str, expected: Told) -> None:
    assert claimed(text) == expected
