"""Sums with blanks: never taken as 0, never accused without ground."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from expectations.frames.identities import IDENTITIES
from expectations.frames.kind import Case, NotJudged, plain_number
from expectations.frames.operands import operands_of, total, units
from expectations.judging import judge
from gouji.dossier import Dossier
from gouji.form import form
from gouji.judgement import Judgement
from gouji.report import Report
from tests.builders import dossier, sound_report, with_doubt, with_figure, with_figures, with_other_outcomes_merged, with_unreadable

ROW = "applications.granted"


def _reasons(report: Report, rule: str) -> dict[str, str]:
    """Why which rows or columns were not judged."""
    case = Case(dossier(report))
    missing = [row for frame in IDENTITIES for row in frame.rows(case) if isinstance(row, NotJudged)]
    return {entry.name: entry.reason for entry in missing if entry.rule == rule}


def _rules(judgement: Judgement) -> set[str]:
    return {finding.rule for finding in judgement.findings}


def test_a_blank_part_without_which_the_row_balances_is_judged() -> None:
    report = with_figure(sound_report(), f"{ROW}.research", "")
    assert _reasons(report, "applications-row-sum") == {}


MAY_HOLD = with_figures(sound_report(), {f"{ROW}.research": "", f"{ROW}.total": 6})


@pytest.mark.judged(dossier(MAY_HOLD))
def test_a_blank_part_that_may_hold_the_difference_is_not_judged(judged: Judgement) -> None:
    assert _reasons(MAY_HOLD, "applications-row-sum") == {"granted": "not-all-numbers"}
    assert "applications-row-sum" not in _rules(judged)
    (entry,) = [n for n in judged.not_checked if n.rule == "applications-row-sum"]
    assert entry.reason.zh == "有空白或非数字，合计无法判定：（一）予以公开"


@pytest.mark.judged(dossier(with_figures(sound_report(), {f"{ROW}.research": "/", f"{ROW}.total": 4})))
def test_parts_that_exceed_the_total_are_wrong_whatever_the_blank_holds(judged: Judgement) -> None:
    (finding,) = [f for f in judged.findings if f.rule == "applications-row-sum"]
    assert (finding.expected, finding.actual, finding.doubt) == ("5", "4", False)
    assert "科研机构“/”" in finding.message.zh


def test_only_surely_read_parts_can_exceed_the_total() -> None:
    report = with_figures(sound_report(), {f"{ROW}.research": "", f"{ROW}.total": 4})
    report = with_doubt(report, f"{ROW}.natural_person")
    assert _reasons(report, "applications-row-sum") == {"granted": "not-all-numbers"}


@pytest.mark.parametrize("change", [lambda r, name: with_figure(r, name, ""), lambda r, name: with_figure(r, name, "/"), with_unreadable])
def test_a_total_that_is_no_number_is_not_judged(change: object) -> None:
    report = change(sound_report(), f"{ROW}.total")  # type: ignore[operator]
    assert _reasons(report, "applications-row-sum") == {"granted": "no-total"}


def test_an_absent_cell_is_not_judged() -> None:
    report = with_figure(sound_report(), "proceedings.reconsideration.other", None)
    assert _reasons(report, "proceedings-sum") == {"reconsideration": "absent"}


def test_the_balance_with_a_blank_is_wrong_where_the_complete_side_is_already_exceeded() -> None:
    column = {"applications.carried_in.natural_person": "", "applications.received.natural_person": 9}
    report = with_figures(sound_report(), column)
    assert _reasons(report, "applications-balance") == {}
    report = with_figures(sound_report(), {"applications.carried_in.natural_person": ""})
    assert _reasons(report, "applications-balance") == {"natural_person": "not-all-numbers"}


def test_documents_over_stock_are_judged_on_three_numbers_only() -> None:
    report = with_figures(sound_report(), {"disclosure.normative_documents.issued": 50, "disclosure.normative_documents.repealed": ""})
    assert _reasons(report, "documents-issued-over-stock") == {"normative_documents": "not-all-numbers"}


@pytest.mark.judged(dossier(with_other_outcomes_merged(sound_report(), natural_person=2, total=2)))
def test_a_single_row_stands_for_its_three_items(judged: Judgement) -> None:
    assert {(f.rule, f.expected, f.actual) for f in judged.findings if f.severity == "error"} == {("applications-concluded-sum", "8", "6")}


def test_a_number_of_too_many_digits_is_left_to_a_person() -> None:
    report = with_figure(sound_report(), f"{ROW}.total", "99999999999999999999")
    assert _reasons(report, "applications-row-sum") == {"granted": "no-total"}


NAMES = [name for name in form("2021").figure_ids() if name.startswith(("applications.", "proceedings."))]
PRINTED = st.one_of(st.integers(0, 3), st.sampled_from(["", "/", None]))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.dictionaries(st.sampled_from(NAMES), PRINTED, max_size=60), min_size=1, max_size=20))
def test_what_is_found_wrong_is_what_plain_arithmetic_finds_wrong(changes: list[Mapping[str, int | str | None]]) -> None:
    reports = [with_figures(sound_report(), change) for change in changes]
    for report, judgement in zip(reports, judge([Dossier(report) for report in reports]), strict=True):
        found = {rule for finding in judgement.findings for rule in (finding.rule, *finding.also)}
        assert found & set(form("2021").identities) == _wrong(report)


def _wrong(report: Report) -> set[str]:
    """The identities that fail somewhere, reckoned without frames: blanks are unknown numbers from 0 up."""
    case = Case(dossier(report))
    return {
        identity.name for identity in case.form.identities.values() for unit in units(case, identity) if _impossible(case, identity.name, unit)
    }  # fmt: skip


def _impossible(case: Case, name: str, unit: str) -> bool:
    operands = operands_of(case, case.form.identities[name], unit)
    sides = [[f.value for f in side] for side in (operands.left, operands.right)]
    if any(f.state == "absent" for f in operands.all):
        return False
    if None in sides[1] and len(sides[1]) == 1 or (None in (*sides[0], *sides[1]) and operands.identity.relation == "at-most"):
        return False
    left, right = (sum(int(v) for v in side if v is not None) for side in sides)
    if operands.identity.relation == "at-most":
        return left > right
    if None not in (*sides[0], *sides[1]):
        return left != right
    return (left > right and None not in sides[1]) or (right > left and None not in sides[0])


LONG = "99999999999999999999999"


@pytest.mark.judged(dossier(with_figures(sound_report(), {f"{ROW}.natural_person": LONG, f"{ROW}.research": ""})))
def test_a_number_too_long_for_any_count_is_quoted_to_its_last_digit(judged: Judgement) -> None:
    said = " ".join(f.message.zh for f in (*judged.findings, *judged.trial) if f"{ROW}.natural_person" in f.figures)
    assert LONG in said
    assert "99999999999999991611392" not in said


def test_sums_and_differences_keep_every_digit() -> None:
    figures = with_figures(sound_report(), {f"{ROW}.natural_person": "9" * 35, f"{ROW}.business": 1}).figures
    found = total([figures[f"{ROW}.natural_person"], figures[f"{ROW}.business"]])
    assert plain_number(found) == "1" + "0" * 35
    assert [plain_number(n) for n in (12.0, Decimal("28.6775"), "0.50", Decimal("1E+2"))] == ["12", "28.6775", "0.5", "100"]
