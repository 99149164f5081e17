"""Likely causes stand beside the finding that they explain."""

from dataclasses import replace

from expectations.judging import judge
from gouji.finding import Finding
from gouji.narrative import Narrative
from gouji.place import Place
from gouji.report import Report
from tests.builders import dossier, sound_report, with_figures


def _finding(report: Report) -> Finding:
    (judgement,) = judge([dossier(report)], narrative_of=lambda _: Narrative())
    (finding,) = judgement.findings
    return finding


def test_differences_that_cancel_out_between_two_classes_are_one_finding() -> None:
    changes = {"applications.received.natural_person": 5, "applications.received.business": 3}
    finding = _finding(with_figures(sound_report(), changes))
    assert (finding.rule, finding.also, finding.doubt) == ("applications-balance", ("offsetting-columns",), False)
    assert "可能是：两类申请人差额相抵。" in finding.message.zh


def test_partial_grants_counted_again_as_refusals() -> None:
    changes = {"applications.denied_process.natural_person": 1, "applications.denied_process.total": 1}
    finding = _finding(with_figures(sound_report(), changes))
    assert (finding.rule, finding.also) == ("applications-concluded-sum", ("partial-counted-twice",))


def test_more_carried_out_than_there_was() -> None:
    changes = {"applications.carried_out.natural_person": 10, "applications.carried_out.total": 10}
    finding = _finding(with_figures(sound_report(), changes))
    assert (finding.rule, finding.also) == ("applications-balance", ("carry-out-large", "applications-overrun"))


def test_a_total_that_holds_only_the_grants() -> None:
    totals = {"natural_person": 4, "total": 6, "business": 2}
    changes = {f"applications.concluded_total.{column}": n for column, n in totals.items()}
    changes |= {f"applications.carried_out.{column}": n for column, n in {"natural_person": 3, "total": 3}.items()}
    finding = _finding(with_figures(sound_report(), changes))
    assert (finding.rule, finding.also) == ("applications-concluded-sum", ("concluded-equals-granted",))


def test_figures_one_column_off_are_a_question() -> None:
    changes: dict[str, int | str | None] = {"applications.received.other": 8, "applications.received.total": 0}
    finding = _finding(with_figures(sound_report(), changes))
    assert finding.rule == "applications-row-sum"
    assert finding.also == ("applications-balance", "columns-shifted")
    assert finding.doubt


def test_a_total_under_the_column_before_it_explains_the_blank_total() -> None:
    changes: dict[str, int | str | None] = {"applications.denied_third_party.other": 1, "applications.denied_third_party.total": ""}
    (judgement,) = judge([dossier(with_figures(sound_report(), changes))])
    blank = next(f for f in judgement.findings if "applications-total-blank" in (f.rule, *f.also))
    assert "columns-shifted" in blank.also
    assert blank.doubt


def _in_running_text(report: Report) -> Report:
    figures = {name: replace(f, place=Place(line=n)) for n, (name, f) in enumerate(report.figures.items(), 1)}
    return replace(report, figures=figures)


SPLIT = {"proceedings.reconsideration.upheld": 1, "proceedings.reconsideration.corrected": 2, "proceedings.reconsideration.total": 12}


def test_digits_that_may_belong_together_make_the_finding_a_question() -> None:
    finding = _finding(_in_running_text(with_figures(sound_report(), SPLIT)))
    assert (finding.rule, finding.also, finding.doubt) == ("proceedings-sum", ("cells-split-in-reading",), True)


def test_cells_of_a_real_table_do_not_split() -> None:
    finding = _finding(with_figures(sound_report(), SPLIT))
    assert (finding.rule, finding.also, finding.doubt) == ("proceedings-sum", (), False)
