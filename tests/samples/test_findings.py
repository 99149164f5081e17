"""The whole way, bytes to findings: every variant gives exactly its findings in every format, and sound reports give none."""

from functools import cache

import pytest

from expectations.judging import judge
from gouji.agencies import resolve
from gouji.dossier import Dossier
from gouji.finding import Finding
from gouji.judgement import Judgement
from gouji.reading import read_report
from samples import Expectation, Sample, Variant, any_sound, render, variants
from samples.writing import RENDERERS, twin_format

ALL = [(variant, shown_as) for variant in variants() for shown_as in variant.formats]


def named(case: object) -> str:
    return f"{case.rule}-{case.name}" if isinstance(case, Variant) else str(case)


@pytest.mark.parametrize(("variant", "shown_as"), ALL, ids=named)
def test_a_variant_gives_exactly_its_findings(variant: Variant, shown_as: str) -> None:
    found = findings(judged(shown_as)[variant.rule, variant.name])
    assert sorted(map(told, found)) == sorted(map(told, variant.finds))
    for expected in variant.finds:
        assert any(set(expected.figures) <= set(finding.figures) for finding in found if finding.rule == expected.rule)


@pytest.mark.parametrize("shown_as", RENDERERS)
def test_sound_reports_of_any_body_and_year_give_no_finding(shown_as: str) -> None:
    samples = [any_sound(seed) for seed in range(25)]
    judgements = judge([dossier(sample, None, shown_as) for sample in samples])
    told_of = {(s.agency, s.year): list(map(told, findings(j))) for s, j in zip(samples, judgements, strict=True)}
    assert {name: found for name, found in told_of.items() if found} == {}
    assert {str(judgement.verdict) for judgement in judgements} == {"pass"}


@cache
def judged(shown_as: str) -> dict[tuple[str, str], Judgement]:
    """All variants of this format, judged in one batch as a patrol would."""
    shown = [variant for variant in variants() if shown_as in variant.formats]
    judgements = judge([dossier(variant.sample, variant.previous, shown_as, variant.twin) for variant in shown])
    return {(variant.rule, variant.name): judgement for variant, judgement in zip(shown, judgements, strict=True)}


def dossier(sample: Sample, previous: Sample | None, shown_as: str, twin: Sample | None = None) -> Dossier:
    ending = RENDERERS[shown_as][1]
    report = read_report(render(sample, shown_as), f"report.{ending}")
    before = read_report(render(previous, shown_as), f"previous.{ending}") if previous else None
    other = twin_format(shown_as)
    others = (read_report(render(twin, other), f"twin.{RENDERERS[other][1]}"),) if twin else ()
    return Dossier(report, agency=resolve(report, None), previous=before, others=others)


def findings(judgement: Judgement) -> list[Finding]:
    """Those of rules on trial too: period-missing is one."""
    return [*judgement.findings, *judgement.trial]


def told(finding: Finding | Expectation) -> tuple[str, bool, tuple[str, ...]]:
    return finding.rule, finding.doubt, tuple(sorted(finding.also))
