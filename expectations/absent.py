"""Bodies of which no report was found, held against the law by the same suites as reports are."""

from collections.abc import Mapping, Sequence

from expectations.conclusion import with_waivers
from expectations.frames.duties import DutiesFrame
from expectations.frames.kind import Case
from expectations.frames.material import build
from expectations.judging import judgements
from expectations.rulebook import Rulebook
from expectations.validation import validate
from gouji.dossier import Dossier
from gouji.duty import Duty, no_report
from gouji.finding import Finding
from gouji.person import Word
from gouji.waivers import Waiver


def absent(duties: Sequence[Duty], book: Rulebook, waivers: Sequence[Waiver], confirmed: Mapping[str, Word]) -> list[Finding | None]:
    """For each duty what the rules of today find in it; `confirmed` are the fingerprints to which a person said that it is so."""
    rules = [rule for rule in book.catalogue.judging() if rule.frame == DutiesFrame.name]
    if not rules or not duties:
        return [None] * len(duties)
    dossiers = [Dossier(no_report(d.agency.name, d.year), d.agency, roster=True, confirmed=confirmed, duty=d) for d in duties]
    cases = [Case(dossier, customs=book.customs) for dossier in dossiers]
    material = build(cases, [DutiesFrame.name])
    found = judgements(material, validate(material, rules), rules, book.catalogue)
    laid = [with_waivers(one, waivers, case.report, case.dossier.agency) for one, case in zip(found, cases, strict=True)]
    return [_only([*one.findings, *one.trial]) for one in laid]


def _only(findings: Sequence[Finding]) -> Finding | None:
    """A body has one report on a year, and so one finding that it is missing."""
    return findings[0] if findings else None
