"""One report or many: the same judgement, the same bytes."""

from dataclasses import replace

from expectations.judging import judge
from gouji.dossier import Dossier
from gouji.finding import Verdict
from gouji.judgement import Judgement
from tests.builders import dossier, sound_report, with_doubt, with_figure, with_unreadable
from tests.expectations.faults import FAULTS

SOME = ["proceedings-sum", "applications-blank", "carry-over-continuity", "form-superseded", "table-missing"]


def test_a_report_is_judged_alike_alone_and_among_many() -> None:
    dossiers = [FAULTS[name].dossier for name in SOME]
    together = judge(dossiers)
    alone = [judge([one])[0] for one in dossiers[-3:]]
    assert together[-3:] == alone


def test_the_same_reports_give_the_same_words_and_results_twice() -> None:
    dossiers = [FAULTS[name].dossier for name in SOME]
    assert repr(judge(dossiers)) == repr(judge(dossiers))


def test_judgements_come_in_the_order_of_the_dossiers() -> None:
    faulty = dossier(with_figure(sound_report(), "proceedings.reconsideration.total", 0))
    verdicts = [judgement.verdict for judgement in judge([dossier(), _unreadable(), faulty])]
    assert verdicts == [Verdict.PASS, Verdict.UNREADABLE, Verdict.FAIL]


def test_nothing_is_judged_of_what_could_not_be_read() -> None:
    (judgement,) = judge([_unreadable()])
    assert judgement == Judgement(Verdict.UNREADABLE, (), ())


def test_a_figure_that_was_not_surely_read_sends_a_sound_report_to_a_person() -> None:
    name = "disclosure.permits.decisions"
    verdicts = {j.verdict for j in judge([dossier(with_doubt(sound_report(), name)), dossier(with_unreadable(sound_report(), name))])}
    assert verdicts == {Verdict.REVIEW}


def test_what_had_no_report_of_last_year_is_said_to_be_unchecked() -> None:
    (judgement,) = judge([dossier()])
    said = {n.rule: n.reason.zh for n in judgement.not_checked}
    assert (said["carry-over-continuity"], said["versions-differ"]) == ("无上年报告", "只有一份文件")
    assert {said[name] for name in ("documents-stock-continuity", "tables-repeated", "text-repeated")} == {"无上年报告"}


def test_only_what_was_selected_runs_and_the_rest_is_not_said_to_be_unchecked() -> None:
    (judgement,) = judge([FAULTS["proceedings-sum"].dossier], select=["proceedings-sum"])
    assert [f.rule for f in judgement.findings] == ["proceedings-sum"]
    assert judgement.held == {"proceedings-sum": 2}
    assert judgement.not_checked == ()


def test_what_was_ignored_does_not_run() -> None:
    (judgement,) = judge([FAULTS["proceedings-sum"].dossier], ignore=["proceedings-sum"])
    assert [f.rule for f in judgement.findings] == ["narrative-reconsideration"]


def test_rules_of_another_form_neither_hold_nor_go_unchecked() -> None:
    (judgement,) = judge([dossier(sound_report("2019", 2020))])
    assert judgement.held is not None
    assert "documents-issued-over-stock" not in judgement.held


def _unreadable() -> Dossier:
    return dossier(replace(sound_report(), form=None, tables={}, figures={}))
