"""The whole way, bytes to findings: every variant is read as it was written and gives exactly its findings, in every format.

Sound reports give none.
"""

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
from samples import Expectation, Sample, Variant, any_sound, variants
from samples.around import listed
from samples.writing import RENDERERS, twin_format
from tests.samples.reading import misread, read

# Text is read in a moment, hence shown with every variant on every run; the rest of the others is for the long run.
QUICK = "text"
# A rule for each shape over each frame.
FIRST = {(rule.frame, rule.shape): rule.name for rule in reversed(catalogue().judging())}


@pytest.mark.parametrize("shown_as", RENDERERS)
def test_each_variant_is_read_as_written_and_gives_exactly_its_findings(shown_as: str) -> None:
    check(shown_as, [variant for variant in shown(shown_as) if not in_long_run(variant, shown_as)])


@pytest.mark.long
@pytest.mark.parametrize("shown_as", [one for one in RENDERERS if one != QUICK])
def test_all_other_variants_are_read_as_written_and_give_exactly_their_findings(shown_as: str) -> None:
    check(shown_as, [variant for variant in shown(shown_as) if in_long_run(variant, shown_as)])


def check(shown_as: str, tried: list[Variant]) -> None:
    """All in one batch, as a patrol would: each is read as written and gives exactly its findings, and they name the figures."""
    dossiers = [replace(surrounded(variant, shown_as), limits=variant.limits) for variant in tried]
    wrong = {(v.rule, v.name): misread(v.sample, dossier.report) for v, dossier in zip(tried, dossiers, strict=True)}
    assert {name: figures for name, figures in wrong.items() if figures} == {}
    judgements = judge(dossiers)
    given = {(v.rule, v.name): findings(judgement) for v, judgement in zip(tried, judgements, strict=True)}
    assert {name: sorted(map(told, found)) for name, found in given.items()} == {
        (v.rule, v.name): sorted(map(told, v.finds)) for v in tried
    }
    assert [(v.rule, v.name, find.rule) for v in tried for find in v.finds if not is_named(find, given[v.rule, v.name])] == []


def shown(shown_as: str) -> list[Variant]:
    return [variant for variant in variants() if shown_as in variant.formats]


def in_long_run(variant: Variant, shown_as: str) -> bool:
    """On every run: what is quick; of the first rules as pages every variant, in the formats that take longer the fault."""
    first = variant.rule in FIRST.values() and (variant.name == "fault" or shown_as == "html")
    return shown_as != QUICK and QUICK in variant.formats and not first


def is_named(expected: Expectation, found: list[Finding]) -> bool:
    return any(set(expected.figures) <= set(finding.figures) for finding in found if finding.rule == expected.rule)


@pytest.mark.parametrize("shown_as", RENDERERS)
def test_sound_reports_of_any_body_and_year_give_no_finding(shown_as: str) -> None:
    samples = [any_sound(seed) for seed in range(25 if shown_as in ("html", QUICK) else 10)]
    judgements = judge([dossier(sample, None, shown_as) for sample in samples])
    told_of = {(s.agency, s.year): list(map(told, findings(j))) for s, j in zip(samples, judgements, strict=True)}
    assert {name: found for name, found in told_of.items() if found} == {}
    assert {str(judgement.verdict) for judgement in judgements} == {"pass"}


def dossier(sample: Sample, previous: Sample | None, shown_as: str, twin: Sample | None = None, file: str = "report") -> Dossier:
    report = read(sample, shown_as, file)
    before = read(previous, shown_as, "previous") if previous else None
    others = (read(twin, twin_format(shown_as), "twin"),) if twin else ()
    return Dossier(report, agency=resolve(report, None), previous=before, others=others)


def surrounded(variant: Variant, shown_as: str) -> Dossier:
    """The variant's dossier with all that stands around its report."""
    around = variant.around
    plain = dossier(variant.sample, variant.previous, shown_as, variant.twin, around.file)
    report = replace(plain.report, format=around.read_as or plain.report.format)
    agency = around.agency or plain.agency

    def part(sample: Sample, standing: Standing) -> Part:
        return Part(read(sample, shown_as), listed(sample.agency, sample.kind, {}), standing)

    parts = Parts(tuple(part(s, standing) for standing, s in around.parts), around.missing, True) if around.parts else None
    above = (
        Above(read(around.above, shown_as), listed(around.above.agency, around.above.kind, {}), around.elsewhere) if around.above else None
    )
    merged = Predecessors(tuple(part(s, Standing.DEPARTMENT) for s in around.merged)) if around.merged else None
    peers = [prose_of(read(s, shown_as), listed(s.agency, s.kind, {})) for s in around.peers]
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
