"""Dossiers -> judgements: frames, suites, outcomes, precedence, in one batch for any number of reports."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from expectations.catalogue import Catalogue, catalogue
from expectations.frames.kind import Case, NotJudged
from expectations.frames.material import Material, build
from expectations.precedence import findings
from expectations.rule import Rule
from expectations.slices import slices
from expectations.validation import validate
from expectations.verdicts import Outcome, outcomes
from gouji.dossier import Dossier
from gouji.finding import Finding, NotChecked, Severity, Verdict, Words
from gouji.judgement import Judgement
from gouji.narrative import claims
from gouji.narrative.claim import Claim
from gouji.report import Report, State
from gouji.words import words
from gouji.words.places import figure_in_words, label_in_words, listed, table_in_words

Claims = Callable[[Report], Sequence[Claim]]


def judge(
    dossiers: Sequence[Dossier], *, select: Collection[str] | None = None, ignore: Collection[str] = (), claims_of: Claims = claims
) -> list[Judgement]:
    """The judgement of each dossier, in their order. `select` and `ignore` name rules."""
    known = catalogue()
    rules = [rule for rule in known.judging() if (select is None or rule.name in select) and rule.name not in ignore]
    cases = [Case(dossier, tuple(claims_of(dossier.report))) for dossier in dossiers if dossier.report.readable]
    material = build(cases, dict.fromkeys(rule.frame for rule in rules))
    results = validate(material, rules)
    judged = iter(judgements(material, results, rules, known, ignore))
    return [next(judged) if dossier.report.readable else _UNREADABLE for dossier in dossiers]


_UNREADABLE = Judgement(Verdict.UNREADABLE, (), ())


def judgements(
    material: Material, results: Mapping[str, Any], rules: Sequence[Rule], known: Catalogue, ignore: Collection[str] = ()
) -> list[Judgement]:
    """The judgement of each case, from nothing but what Great Expectations answered."""
    found = outcomes(material, results, rules)
    cut = slices(material, results, found)
    return [
        _judgement(case, outcome, results_of, missing, rules, known, ignore)
        for case, outcome, results_of, missing in zip(material.cases, found, cut, material.not_judged, strict=True)
    ]


def _judgement(
    case: Case, outcome: Outcome, results: Sequence[Mapping[str, object]], missing: Sequence[NotJudged], rules: Sequence[Rule],
    known: Catalogue, ignore: Collection[str],
) -> Judgement:  # fmt: skip
    all_findings = findings(case, outcome.violations, known, tuple(ignore))
    standing = tuple(finding for finding in all_findings if not finding.trial)
    return Judgement(
        verdict=_verdict(case.report, standing),
        findings=standing,
        not_checked=tuple(_not_checked(case, missing, rules)),
        trial=tuple(finding for finding in all_findings if finding.trial),
        held=outcome.held(),
        results=tuple(results),
    )


def _verdict(report: Report, standing: Iterable[Finding]) -> Verdict:
    grave = [finding for finding in standing if finding.severity is Severity.ERROR]
    if any(finding.accuses for finding in grave):
        return Verdict.FAIL
    return Verdict.REVIEW if grave or _unsure(report) else Verdict.PASS


def _unsure(report: Report) -> bool:
    """Whether a figure could not surely be placed or read, or the document was not surely read whole."""
    if report.doubts or any(table.doubts for table in report.tables.values()):
        return True
    return any(not figure.sure or figure.state is State.UNREADABLE for figure in report.figures.values())


def _not_checked(case: Case, missing: Sequence[NotJudged], rules: Sequence[Rule]) -> list[NotChecked]:
    """One entry a rule that did not run, or not on everything, with the reason and what it left out."""
    found = []
    for rule in sorted(rules, key=lambda rule: rule.name):
        own = [entry for entry in missing if entry.rule == rule.name]
        if own and case.report.form in rule.forms:
            found.append(NotChecked(rule.name, _reason(case, own)))
    return found


def _reason(case: Case, missing: Sequence[NotJudged]) -> Words:
    by_reason: dict[str, list[NotJudged]] = {}
    for entry in missing:
        by_reason.setdefault(entry.reason, []).append(entry)
    said = [_said(case, reason, entries) for reason, entries in by_reason.items()]
    return Words("；".join(w.zh for w in said), "; ".join(w.en for w in said))


def _said(case: Case, reason: str, entries: Sequence[NotJudged]) -> Words:
    why = words(f"judging.reason-{reason}")
    subjects = [_subject(case, entry) for entry in entries if entry.kind]
    return words("judging.reason", reason=why, subjects=listed(subjects, most=4)) if subjects else why


def _subject(case: Case, entry: NotJudged) -> Words:
    match entry.kind:
        case "table":
            return table_in_words(entry.table)
        case "figure":
            return figure_in_words(case.form.name, entry.name)
        case kind:
            return label_in_words(case.form.name, kind, entry.table, entry.name)
