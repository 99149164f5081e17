"""When a report counts as late: two signs, one of them the page's, and the earliest day that each allows."""

from dataclasses import replace
from datetime import date
from typing import Any

from expectations.judging import judge
from gouji.deadlines import Deadlines
from gouji.dossier import Dossier
from gouji.finding import Verdict
from gouji.publication import Stage
from tests.builders import agency, sound_report
from tests.expectations.between import listed, published

_RULE = "published-late-department"
_LATE, _IN_TIME = date(2024, 2, 20), date(2024, 1, 20)


def signed(day: date | None, **changes: Any) -> Dossier:
    return published(sound_report(signed_on=day, published_on=None), **changes)


def verdicts(*dossiers: Dossier) -> list[str]:
    """Of each late, a question, or nothing."""
    found = [[finding for finding in judgement.findings if finding.rule == _RULE] for judgement in judge(dossiers)]
    return ["question" if own and own[0].doubt else "late" if own else "nothing" for own in found]


def test_two_signs_make_late_and_one_makes_a_question() -> None:
    signs = [
        (_LATE, _LATE, None, "late"),
        (_LATE, None, _LATE, "late"),
        (_LATE, _IN_TIME, None, "question"),
        (_LATE, None, None, "question"),
        (None, _LATE, None, "question"),
        (None, _LATE, _LATE, "question"),
        (_IN_TIME, _IN_TIME, None, "nothing"),
        (_LATE, _IN_TIME, date(2024, 1, 30), "question"),
        (None, None, None, "nothing"),
    ]
    said = verdicts(*(signed(hand, published_on=page, absent_on=absent_on) for page, hand, absent_on, _ in signs))
    assert [(*sign[:3], one) for sign, one in zip(signs, said, strict=True)] == signs


def test_a_correction_makes_nothing_late() -> None:
    first = {"first_published_on": _IN_TIME, "first_signed_on": _IN_TIME}
    assert verdicts(signed(_LATE, published_on=_LATE, **first)) == ["nothing"]


def test_a_body_that_no_roster_has_is_asked_about() -> None:
    assert verdicts(signed(_LATE, body=agency(), published_on=_LATE)) == ["question"]


def test_holidays_and_grace_move_the_deadline() -> None:
    dossier = signed(date(2024, 2, 3), published_on=date(2024, 2, 3))
    days = frozenset({date(2024, 1, 31), date(2024, 2, 1)})
    moved = [replace(dossier, deadlines=Deadlines(holidays=days, grace=grace)) for grace in (1, 0)]
    assert verdicts(dossier, *moved) == ["late", "nothing", "late"]


def test_a_government_s_office_has_the_departments_deadline_and_the_government_its_own() -> None:
    office, county = listed("临河县人民政府办公室", "县"), listed("临河县人民政府", "县")
    assert verdicts(*(signed(_LATE, body=body, published_on=_LATE) for body in (office, county))) == ["late", "nothing"]


def test_a_draft_is_not_asked_when_it_was_published() -> None:
    (judgement,) = judge([signed(_LATE, published_on=_LATE, stage=Stage.DRAFT)])
    assert judgement.verdict is Verdict.PASS
    reasons = {entry.rule: entry.reason.zh for entry in judgement.not_checked}
    assert reasons[_RULE] == "不是已公布的报告（阶段为 draft）"


def test_without_any_day_nothing_is_said_and_the_reason_is_given() -> None:
    (judgement,) = judge([signed(None, published_on=None)])
    reasons = {entry.rule: entry.reason.zh for entry in judgement.not_checked}
    assert reasons[_RULE] == "没有任何公布日期或落款日期"
