"""When a report counts as late: two signs, one of them the page's, and the earliest day that each allows."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

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


def verdict(dossier: Dossier) -> str:
    """late, a question, or nothing."""
    found = [finding for finding in judge([dossier])[0].findings if finding.rule == _RULE]
    return "question" if found and found[0].doubt else "late" if found else "nothing"


@pytest.mark.parametrize(
    ("page", "hand", "absent_on", "said"),
    [
        (_LATE, _LATE, None, "late"),
        (_LATE, None, _LATE, "late"),
        (_LATE, _IN_TIME, None, "question"),
        (_LATE, None, None, "question"),
        (None, _LATE, None, "question"),
        (None, _LATE, _LATE, "question"),
        (_IN_TIME, _IN_TIME, None, "nothing"),
        (_LATE, _IN_TIME, date(2024, 1, 30), "question"),
        (None, None, None, "nothing"),
    ],
)
def test_two_signs_make_late_and_one_makes_a_question(page: date | None, hand: date | None, absent_on: date | None, said: str) -> None:
    assert verdict(signed(hand, published_on=page, absent_on=absent_on)) == said


def test_a_correction_makes_nothing_late() -> None:
    first = {"first_published_on": _IN_TIME, "first_signed_on": _IN_TIME}
    assert verdict(signed(_LATE, published_on=_LATE, **first)) == "nothing"


def test_a_body_that_no_roster_has_is_asked_about() -> None:
    assert verdict(signed(_LATE, body=agency(), published_on=_LATE)) == "question"


def test_holidays_and_grace_move_the_deadline() -> None:
    dossier = signed(date(2024, 2, 3), published_on=date(2024, 2, 3))
    assert verdict(dossier) == "late"
    days = frozenset({date(2024, 1, 31), date(2024, 2, 1)})
    assert verdict(replace(dossier, deadlines=Deadlines(holidays=days, grace=1))) == "nothing"
    assert verdict(replace(dossier, deadlines=Deadlines(holidays=days))) == "late"


def test_a_government_s_office_has_the_departments_deadline_and_the_government_its_own() -> None:
    office, county = listed("临河县人民政府办公室", "县"), listed("临河县人民政府", "县")
    assert verdict(signed(_LATE, body=office, published_on=_LATE)) == "late"
    assert verdict(signed(_LATE, body=county, published_on=_LATE)) == "nothing"


def test_a_draft_is_not_asked_when_it_was_published() -> None:
    (judgement,) = judge([signed(_LATE, published_on=_LATE, stage=Stage.DRAFT)])
    assert judgement.verdict is Verdict.PASS
    reasons = {entry.rule: entry.reason.zh for entry in judgement.not_checked}
    assert reasons[_RULE] == "不是已公布的报告（阶段为 draft）"


def test_without_any_day_nothing_is_said_and_the_reason_is_given() -> None:
    (judgement,) = judge([signed(None, published_on=None)])
    reasons = {entry.rule: entry.reason.zh for entry in judgement.not_checked}
    assert reasons[_RULE] == "没有任何公布日期或落款日期"
