"""What one cause breaks is one finding."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from expectations.judging import judge
from gouji.finding import Finding, Severity
from gouji.judgement import Judgement
from gouji.narrative import narrative
from gouji.narrative.claim import Claim
from gouji.place import Place
from gouji.report import Report
from tests.builders import (
    claim,
    dossier,
    last_years_report,
    sound_report,
    with_doubt,
    with_figure,
    with_figures,
    without_section,
    without_table,
)


def _of(report: Report, *claims: Claim, **changes: object) -> pytest.MarkDecorator:
    """The mark of a test whose fixture `judged` is what the judges say of this report that claims this."""
    return pytest.mark.judged(dossier(report, **changes), said=replace(narrative(report), claims=claims))


def _names(findings: Sequence[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    return [(finding.rule, finding.also) for finding in findings]


@_of(with_figure(sound_report(), "applications.rejected_petition.business", 3))
def test_a_row_and_a_column_that_cross_and_differ_alike_are_one_finding(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert _names([finding]) == [("applications-row-sum", ("applications-concluded-sum",))]
    assert "改表三 · （五）不予处理 1.信访举报投诉类申请 · 法人或其他组织 商业企业一处即可全部相符。" in finding.message.zh
    assert "applications.concluded_total.business" in finding.figures
    assert "applications.rejected_petition.total" in finding.figures


@_of(with_figures(sound_report(), {"applications.concluded_total.natural_person": 5, "applications.concluded_total.total": 7}))
def test_a_change_that_would_break_another_sum_is_not_proposed(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert _names([finding]) == [("applications-concluded-sum", ("applications-balance", "partial-counted-twice"))]
    assert "即可全部相符" not in finding.message.zh


@_of(with_figures(sound_report(), {"applications.rejected_petition.business": 3, "applications.denied_inquiry.research": 2}))
def test_a_row_and_a_column_that_differ_otherwise_are_two_findings(judged: Judgement) -> None:
    findings = judged.findings
    assert [finding.rule for finding in findings] == ["applications-row-sum", "applications-row-sum"]


@_of(with_figure(sound_report(), "applications.concluded_total.natural_person", 60))
def test_a_wrong_total_of_the_outcomes_breaks_three_sums_and_is_one_finding(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert _names([finding]) == [("applications-row-sum", ("applications-concluded-sum", "applications-balance", "applications-overrun"))]


@_of(with_figures(sound_report(), {"applications.carried_out.natural_person": 4, "applications.carried_out.total": 4}))
def test_an_applicant_column_and_the_total_with_the_same_difference_are_one_finding(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert _names([finding]) == [("applications-balance", ())]
    assert {"applications.received.natural_person", "applications.received.total"} <= set(finding.figures)


@_of(with_figure(sound_report(), "applications.rejected_petition.business", 3))
def test_figures_come_in_the_order_of_the_form(judged: Judgement) -> None:
    (finding,) = judged.findings
    order = [name for name in sound_report().figures if name in finding.figures]
    assert list(finding.figures) == order


@_of(with_figure(sound_report(), "proceedings.direct_litigation.total", 0), claim("litigation", 1))
def test_a_claim_that_equals_the_parts_of_a_wrong_total_is_the_same_finding(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert _names([finding]) == [("proceedings-sum", ("narrative-litigation",))]
    assert claim("litigation", 1).place in finding.where


@_of(with_figure(sound_report(), "proceedings.direct_litigation.total", 0), claim("litigation", 5))
def test_a_claim_that_equals_neither_parts_nor_total_is_a_finding_of_its_own(judged: Judgement) -> None:
    assert [f.rule for f in judged.findings] == ["narrative-litigation", "proceedings-sum"]


@_of(with_figure(sound_report(), "proceedings.reconsideration.total", 4), claim("reconsideration", 4, printed="复议4件"))
def test_a_claim_that_agrees_with_the_total_is_said_beside_the_wrong_sum(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert "正文写“复议4件”，与总计一致。" in finding.message.zh


@_of(without_section(without_table(sound_report(), "proceedings"), 4))
def test_a_missing_section_speaks_for_its_table(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert _names([finding]) == [("section-missing", ("table-missing",))]


@_of(with_figures(sound_report(), {"applications.received.total": "", "applications.rejected_mass.research": ""}))
def test_blanks_beside_a_forgotten_total_are_named_without_it(judged: Judgement) -> None:
    findings = judged.findings
    assert [(f.rule, f.figures) for f in findings] == [
        ("applications-blank", ("applications.rejected_mass.research",)),
        ("applications-total-blank", ("applications.received.total",)),
    ]


BLANKS = [f"applications.rejected_mass.{c}" for c in ("natural_person", "business", "research", "total")]


@_of(with_figures(sound_report(), dict.fromkeys(BLANKS, "")))
def test_all_blanks_of_a_table_are_one_finding(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, list(finding.figures)) == ("applications-blank", BLANKS)


@_of(with_doubt(with_figure(sound_report(), "proceedings.reconsideration.total", 0), "proceedings.reconsideration.other"))
def test_a_finding_that_rests_on_an_unsure_figure_is_a_doubt(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.doubt) == ("proceedings-sum", True)
    assert finding.message.zh.endswith("存疑：由文字识别得出，把握不足。请对照原文。")


@_of(with_doubt(with_figure(sound_report(), "applications.rejected_petition.business", 3), "applications.granted.business"))
def test_a_sure_violation_is_not_in_doubt_because_of_an_unsure_one_beside_it(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.doubt) == ("applications-row-sum", False)


_UNSURE_BLANK = "applications.rejected_mass.business"


@_of(with_doubt(with_figures(sound_report(), {_UNSURE_BLANK: "", "applications.rejected_mass.research": ""}), _UNSURE_BLANK))
def test_a_sure_blank_and_an_unsure_one_are_a_finding_and_a_question(judged: Judgement) -> None:
    assert [(f.rule, f.doubt, f.figures) for f in judged.findings] == [
        ("applications-blank", True, (_UNSURE_BLANK,)),
        ("applications-blank", False, ("applications.rejected_mass.research",)),
    ]


@_of(sound_report(), claim("received", 5, printed="收到5件"), claim("received", 5, printed="共收5件", doubts=("scope",)))
def test_a_sure_claim_is_not_in_doubt_because_of_an_unsure_one_on_the_same_figure(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.doubt) == ("narrative-received", False)
    assert "收到5件" in finding.message.zh
    assert "共收5件" not in finding.message.zh


@_of(sound_report(), claim("received", 5, doubts=("scope",)))
def test_a_doubtful_claim_is_a_question(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert finding.doubt


@pytest.mark.parametrize(
    "doubt",
    [
        pytest.param(doubt, marks=_of(sound_report(), replace(claim(quantity, 3), plain=False)), id=quantity)
        for quantity, doubt in (("granted", True), ("received", True), ("carried_in", False))
    ],
)
def test_a_claim_whose_clause_says_more_than_itself_only_asks_where_its_rule_has_accused_unjustly(judged: Judgement, doubt: bool) -> None:
    (finding,) = judged.findings
    assert (finding.doubt, "句中还说了别的" in finding.message.zh) == (doubt, doubt)


@_of(sound_report(), claim("received", 5, width=4))
def test_about_so_many_is_so_many(judged: Judgement) -> None:
    assert judged.findings == ()


@_of(sound_report(), claim("received", 9))
def test_counting_what_was_carried_in_as_well_is_only_noted(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.severity) == ("narrative-received", Severity.INFO)


@_of(
    sound_report(),
    previous=with_figures(last_years_report(), {"applications.carried_out.natural_person": 0, "applications.carried_out.business": 1}),
)
def test_a_carry_over_that_differs_between_classes_only_is_only_noted(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert (finding.rule, finding.severity, len(finding.figures)) == ("carry-over-continuity", Severity.INFO, 2)


def test_the_fingerprint_does_not_change_with_place_or_blanks_around_the_number() -> None:
    name = "proceedings.reconsideration.total"
    report = with_figure(sound_report(), name, 0)
    moved = report.figures[name].__class__(name, " ０ ", report.figures[name].state, report.figures[name].value, Place(page=4))
    elsewhere = {**report.figures, name: moved}
    one, other = judge([dossier(report), dossier(sound_report(source="other.pdf", figures=elsewhere))])
    assert one.findings[0].fingerprint == other.findings[0].fingerprint
    assert one.findings[0].where != other.findings[0].where


_SHIFTED = {"natural_person": 7, "business": 1, "research": 4}


def _with_a_row_in_doubt(*doubts: str) -> Report:
    """The sound report with its total of the outcomes one column off, so its sums fail in three columns, and the row marked so."""
    names = {f"applications.concluded_total.{column}": n for column, n in _SHIFTED.items()}
    report = with_figures(sound_report(), names)
    row = {f.id: replace(f, doubts=doubts, second=f"{int(f.raw or 0) + 1}") for f in map(report.figures.__getitem__, names)}
    return replace(report, figures={**report.figures, **row})


@_of(_with_a_row_in_doubt("short-row", "readings-differ"))
def test_sums_of_several_columns_over_one_doubtful_row_are_one_question(judged: Judgement) -> None:
    (finding,) = judged.findings
    assert finding.doubt
    assert "“办理总计”一行存疑，自然人、商业企业、科研机构各列也不相符。" in finding.message.zh
    assert "两种方法读取不一致：表三 · （七）总计一读“7”、“1”、“4”，一读“8”、“2”、“5”。" in finding.message.zh


@_of(_with_a_row_in_doubt())
def test_sums_of_several_columns_are_several_findings_where_nothing_of_the_row_is_in_doubt(judged: Judgement) -> None:
    assert [finding.rule for finding in judged.findings] == ["applications-concluded-sum", "applications-row-sum"]
    assert not any("一行存疑" in finding.message.zh or finding.doubt for finding in judged.findings)
