"""Every rule of the catalogue: its smallest fault is found once, its nearest sound neighbour not at all."""

from collections.abc import Mapping

import pytest

from expectations.catalogue import catalogue
from expectations.judging import judge
from gouji.finding import Finding, Verdict
from gouji.judgement import Judgement
from tests.builders import dossier, last_years_report, sound_report
from tests.expectations import between, faults
from tests.expectations.faults import Fault, said_in

FAULTS: Mapping[str, Fault] = {**faults.FAULTS, **between.FAULTS}
NEIGHBOURS: Mapping[str, Fault] = {**faults.NEIGHBOURS, **between.NEIGHBOURS}


@pytest.fixture(scope="module")
def faulty() -> dict[str, Judgement]:
    return _judged(FAULTS)


@pytest.fixture(scope="module")
def sound() -> dict[str, Judgement]:
    return _judged(NEIGHBOURS)


def _judged(faults: Mapping[str, Fault]) -> dict[str, Judgement]:
    """All in one batch; a fault in what the text claims is told instead of read."""
    told = {id(fault.dossier.report): fault for fault in faults.values()}
    judgements = judge([fault.dossier for fault in faults.values()], narrative_of=lambda report: said_in(told[id(report)], report))
    return dict(zip(faults, judgements, strict=True))


def _all(judgement: Judgement) -> list[Finding]:
    return [*judgement.findings, *judgement.trial]


def test_every_rule_has_a_smallest_fault() -> None:
    assert set(FAULTS) == {rule.name for rule in catalogue().judging()}


@pytest.mark.parametrize("name", FAULTS)
def test_the_smallest_fault_is_found_once_at_its_figure(name: str, faulty: dict[str, Judgement]) -> None:
    (finding,) = _all(faulty[name])
    fault = FAULTS[name]
    assert finding.rule == name
    assert finding.also == fault.also
    assert finding.doubt is fault.doubt
    if fault.figure:
        assert fault.figure in finding.figures


@pytest.mark.parametrize("name", FAULTS)
def test_a_finding_says_in_both_languages_what_its_rule_says(name: str, faulty: dict[str, Judgement]) -> None:
    (finding,) = _all(faulty[name])
    rule = catalogue().rule(name)
    assert finding.severity is rule.severity
    assert finding.basis == rule.basis
    assert finding.fix == rule.fix
    assert finding.message.zh.endswith("。")
    assert "{" not in finding.message.zh + finding.message.en


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_the_nearest_sound_neighbour_is_not_found(name: str, sound: dict[str, Judgement]) -> None:
    assert name not in {finding.rule for finding in _all(sound[name])}


def test_a_sound_report_of_either_form_has_no_finding() -> None:
    for judgement in judge([dossier(), dossier(sound_report("2019", 2020)), dossier(previous=last_years_report())]):
        assert _all(judgement) == []
        assert judgement.verdict is Verdict.PASS


def test_a_rule_on_trial_changes_no_verdict(faulty: dict[str, Judgement]) -> None:
    judgement = faulty["period-missing"]
    assert (judgement.verdict, judgement.findings, len(judgement.trial)) == (Verdict.PASS, (), 1)
