"""The whole way, bytes to findings: every variant gives exactly its findings in every format, and sound reports give none."""

from dataclasses import replace

import pytest

from expectations.catalogue import catalogue
from expectations.judging import judge
from gouji.agencies import resolve
from gouji.dossier import Dossier
from gouji.finding import Finding
from gouji.judgement import Judgement
from gouji.likeness import likenesses, prose_of
from gouji.parts import Above, Part, Parts, Predecessors, Standing
from gouji.reading import read_report
from gouji.report import Report
from samples import Expectation, Sample, Variant, any_sound, render, variants
from samples.around import listed
from samples.writing import RENDERERS, twin_format

# Read in a moment, hence tried with every variant on every run; of the others a fault of each shape over each frame.
QUICK = ("html", "text")
FIRST = {(rule.frame, rule.shape): rule.name for rule in reversed(catalogue().judging())}


@pytest.mark.parametrize("shown_as", RENDERERS)
def test_each_variant_gives_exactly_its_findings(shown_as: str) -> None:
    check(shown_as, [variant for variant in shown(shown_as) if not in_long_run(variant, shown_as)])


@pytest.mark.long
@pytest.mark.parametrize("shown_as", [one for one in RENDERERS if one not in QUICK])
def test_all_other_variants_give_exactly_their_findings(shown_as: str) -> None:
    check(shown_as, [variant for variant in shown(shown_as) if in_long_run(variant, shown_as)])


def check(shown_as: str, tried: list[Variant]) -> None:
    """All in one batch, as a patrol would: each gives exactly its findings, and they name the figures."""
    judgements = judge([replace(surrounded(variant, shown_as), limits=variant.limits) for variant in tried])
    given = {(v.rule, v.name): findings(judgement) for v, judgement in zip(tried, judgements, strict=True)}
    assert {name: sorted(map(told, found)) for name, found in given.items()} == {
        (v.rule, v.name): sorted(map(told, v.finds)) for v in tried
    }
    assert [(v.rule, v.name, find.rule) for v in tried for find in v.finds if not is_named(find, given[v.rule, v.name])] == []


def shown(shown_as: str) -> list[Variant]:
    return [variant for variant in variants() if shown_as in variant.formats]


def in_long_run(variant: Variant, shown_as: str) -> bool:
    return shown_as not in QUICK and not (variant.name == "fault" and variant.rule in FIRST.values())


def is_named(expected: Expectation, found: list[Finding]) -> bool:
    return any(set(expected.figures) <= set(finding.figures) for finding in found if finding.rule == expected.rule)


@pytest.mark.parametrize("shown_as", RENDERERS)
def test_sound_reports_of_any_body_and_year_give_no_finding(shown_as: str) -> None:
    samples = [any_sound(seed) for seed in range(25)]
    judgements = judge([dossier(sample, None, shown_as) for sample in samples])
    told_of = {(s.agency, s.year): list(map(told, findings(j))) for s, j in zip(samples, judgements, strict=True)}
    assert {name: found for name, found in told_of.items() if found} == {}
    assert {str(judgement.verdict) for judgement in judgements} == {"pass"}


def dossier(sample: Sample, previous: Sample | None, shown_as: str, twin: Sample | None = None, file: str = "report") -> Dossier:
    ending = RENDERERS[shown_as][1]
    report = read_report(render(sample, shown_as), f"{file}.{ending}")
    before = read_report(render(previous, shown_as), f"previous.{ending}") if previous else None
    other = twin_format(shown_as)
    others = (read_report(render(twin, other), f"twin.{RENDERERS[other][1]}"),) if twin else ()
    return Dossier(report, agency=resolve(report, None), previous=before, others=others)


def surrounded(variant: Variant, shown_as: str) -> Dossier:
    """The variant's dossier with all that stands around its report."""
    around, ending = variant.around, RENDERERS[shown_as][1]
    plain = dossier(variant.sample, variant.previous, shown_as, variant.twin, around.file)
    report = replace(plain.report, format=around.read_as or plain.report.format)
    agency = around.agency or plain.agency

    def read(sample: Sample) -> Report:
        return read_report(render(sample, shown_as), f"report.{ending}")

    def part(sample: Sample, standing: Standing) -> Part:
        return Part(read(sample), listed(sample.agency, sample.kind, {}), standing)

    parts = Parts(tuple(part(s, standing) for standing, s in around.parts), around.missing, True) if around.parts else None
    above = Above(read(around.above), listed(around.above.agency, around.above.kind, {}), around.elsewhere) if around.above else None
    merged = Predecessors(tuple(part(s, Standing.DEPARTMENT) for s in around.merged)) if around.merged else None
    peers = [prose_of(read(s), listed(s.agency, s.kind, {})) for s in around.peers]
    likeness = likenesses([prose_of(report, agency), *peers])[0]
    return replace(
        plain, report=report, agency=agency, publication=around.publication, roster=around.agency is not None, parts=parts, above=above,
        merged=merged, likeness=likeness, duty=around.duty,
    )  # fmt: skip


def findings(judgement: Judgement) -> list[Finding]:
    """Those of rules on trial too: period-missing is one."""
    return [*judgement.findings, *judgement.trial]


def told(finding: Finding | Expectation) -> tuple[str, bool, tuple[str, ...]]:
    return finding.rule, finding.doubt, tuple(sorted(finding.also))
