"""Likely causes stand beside the finding that they explain."""

from dataclasses import replace

import pytest

from gouji.finding import Finding
from gouji.judgement import Judgement
from gouji.narrative import Narrative
from gouji.place import Place
from gouji.report import Report
from tests.builders import dossier, sound_report, with_figures


@pytest.fixture
def finding(judged: Judgement) -> Finding:
    """The one finding of the report in the test's mark."""
    (finding,) = judged.findings
    return finding


def _of(report: Report) -> pytest.MarkDecorator:
    """The mark of a test on a report whose text claims nothing."""
    return pytest.mark.judged(dossier(report), said=Narrative())


@_of(with_figures(sound_report(), {"applications.received.natural_person": 5, "applications.received.business": 3}))
def test_differences_that_cancel_out_between_two_classes_are_one_finding(finding: Finding) -> None:
    assert (finding.rule, finding.also, finding.doubt) == ("applications-balance", ("offsetting-columns",), False)
    assert "可能是：两类申请人差额相抵。" in finding.message.zh


@_of(with_figures(sound_report(), {"applications.denied_process.natural_person": 1, "applications.denied_process.total": 1}))
def test_partial_grants_counted_again_as_refusals(finding: Finding) -> None:
    assert (finding.rule, finding.also) == ("applications-concluded-sum", ("partial-counted-twice",))


@_of(with_figures(sound_report(), {"applications.carried_out.natural_person": 10, "applications.carried_out.total": 10}))
def test_more_carried_out_than_there_was(finding: Finding) -> None:
    assert (finding.rule, finding.also) == ("applications-balance", ("carry-out-large", "applications-overrun"))


GRANTS_ONLY = {
    "applications.concluded_total.natural_person": 4, "applications.concluded_total.business": 2, "applications.concluded_total.total": 6,
    "applications.carried_out.natural_person": 3, "applications.carried_out.total": 3,
}  # fmt: skip


@_of(with_figures(sound_report(), GRANTS_ONLY))
def test_a_total_that_holds_only_the_grants(finding: Finding) -> None:
    assert (finding.rule, finding.also) == ("applications-concluded-sum", ("concluded-equals-granted",))


@_of(with_figures(sound_report(), {"applications.received.other": 8, "applications.received.total": 0}))
def test_figures_one_column_off_are_a_question(finding: Finding) -> None:
    assert finding.rule == "applications-row-sum"
    assert finding.also == ("applications-balance", "columns-shifted")
    assert finding.doubt


@pytest.mark.judged(
    dossier(with_figures(sound_report(), {"applications.denied_third_party.other": 1, "applications.denied_third_party.total": ""}))
)
def test_a_total_under_the_column_before_it_explains_the_blank_total(judged: Judgement) -> None:
    blank = next(f for f in judged.findings if "applications-total-blank" in (f.rule, *f.also))
    assert "columns-shifted" in blank.also
    assert blank.doubt


def _in_running_text(report: Report) -> Report:
    figures = {name: replace(f, place=Place(line=n)) for n, (name, f) in enumerate(report.figures.items(), 1)}
    return replace(report, figures=figures)


SPLIT = {"proceedings.reconsideration.upheld": 1, "proceedings.reconsideration.corrected": 2, "proceedings.reconsideration.total": 12}


@_of(_in_running_text(with_figures(sound_report(), SPLIT)))
def test_digits_that_may_belong_together_make_the_finding_a_question(finding: Finding) -> None:
    assert (finding.rule, finding.also, finding.doubt) == ("proceedings-sum", ("cells-split-in-reading",), True)


@_of(with_figures(sound_report(), SPLIT))
def test_cells_of_a_real_table_do_not_split(finding: Finding) -> None:
    assert (finding.rule, finding.also, finding.doubt) == ("proceedings-sum", (), False)
