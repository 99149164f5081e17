"""Dossiers -> judgements: frames, suites, outcomes, precedence, in one batch for any number of reports."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache
from typing import Any

from expectations.catalogue import Catalogue
from expectations.conclusion import verdict, with_waivers
from expectations.frames.kind import Case, NotJudged
from expectations.frames.material import Material, build
from expectations.precedence import findings
from expectations.rule import Rule
from expectations.rulebook import Rulebook, installed
from expectations.slices import slices
from expectations.uncollected import uncollected
from expectations.validation import validate
from expectations.verdicts import Outcome, outcomes
from gouji.customs import Customs
from gouji.dossier import Dossier
from gouji.finding import NotChecked, Verdict, Words
from gouji.form import NAMES
from gouji.judgement import Judgement
from gouji.narrative import Narrative, narrative
from gouji.report import Report
from gouji.waivers import Waiver
from gouji.words import words
from gouji.words.places import figure_in_words, label_in_words, listed, table_in_words

Narratives = Callable[[Report], Narrative]


def judge(
    dossiers: Sequence[Dossier], *, rulebook: Rulebook | None = None, waivers: Sequence[Waiver] = (),
    select: Collection[str] | None = None, ignore: Collection[str] = (), narrative_of: Narratives = narrative,
) -> list[Judgement]:  # fmt: skip
    """The judgement of each dossier, in their order, by these rules (without: as gouji delivers them).

    `waivers` are those that hold today; `select` and `ignore` name rules. `narrative_of` gives what a report's text says:
    whoever has extracted it already need not do so again.
    """
    book = rulebook or installed()
    known = book.catalogue
    rules = [rule for rule in known.judging() if (select is None or rule.name in select) and rule.name not in ignore]
    cases = [case_of(dossier, book, narrative_of) for dossier in dossiers if dossier.report.readable]
    with uncollected():
        material = build(cases, dict.fromkeys(rule.frame for rule in rules))
        results = validate(material, rules)
        judged = iter(judgements(material, results, rules, known, ignore))
    found = [next(judged) if dossier.report.readable else _UNREADABLE for dossier in dossiers]
    if not waivers:
        return found
    return [with_waivers(one, waivers, dossier.report, dossier.agency) for one, dossier in zip(found, dossiers, strict=True)]


def case_of(dossier: Dossier, book: Rulebook, narrative_of: Narratives = narrative) -> Case:
    """The dossier as the frames look at it, with what is usual where it comes from."""
    known = dossier if book.customs == Customs() else _customary(dossier, book.customs)
    return Case(known, narrative_of(dossier.report), book.customs)


def _customary(dossier: Dossier, customs: Customs) -> Dossier:
    return replace(dossier, report=customs.known(dossier.report), deadlines=customs.deadlines)


_UNREADABLE = Judgement(Verdict.UNREADABLE, (), ())


def judgements(
    material: Material, results: Mapping[str, Any], rules: Sequence[Rule], known: Catalogue, ignore: Collection[str] = ()
) -> list[Judgement]:
    """The judgement of each case, from nothing but what Great Expectations answered."""
    found = outcomes(material, results, rules)
    cut = slices(material, results, found)
    asked = {form: frozenset(rule.name for rule in rules if form in rule.forms) for form in NAMES}
    return [
        _judgement(case, outcome, results_of, missing, asked.get(case.report.form or "", frozenset()), known, ignore)
        for case, outcome, results_of, missing in zip(material.cases, found, cut, material.not_judged, strict=True)
    ]


def _judgement(
    case: Case, outcome: Outcome, results: Sequence[Mapping[str, object]], missing: Sequence[NotJudged], asked: Set[str],
    known: Catalogue, ignore: Collection[str],
) -> Judgement:  # fmt: skip
    all_findings = findings(case, outcome.violations, known, tuple(ignore))
    standing = tuple(finding for finding in all_findings if not finding.trial)
    return Judgement(
        verdict=verdict(case.report, standing),
        findings=standing,
        not_checked=tuple(_not_checked(case, missing, asked)),
        trial=tuple(finding for finding in all_findings if finding.trial),
        held=outcome.held(),
        results=tuple(results),
    )


def _not_checked(case: Case, missing: Sequence[NotJudged], asked: Set[str]) -> list[NotChecked]:
    """One entry a rule that did not run, or not on everything, with the reason and what it left out."""
    by_rule: dict[str, list[NotJudged]] = {}
    for entry in missing:
        by_rule.setdefault(entry.rule, []).append(entry)
    return [_left_out(case, name, by_rule[name]) for name in sorted(asked & by_rule.keys())]


def _left_out(case: Case, name: str, missing: Sequence[NotJudged]) -> NotChecked:
    if len(missing) == 1 and not missing[0].kind:
        return _plainly(name, missing[0].reason)
    return NotChecked(name, _reason(case, missing))


@cache
def _plainly(name: str, reason: str) -> NotChecked:
    """Of most rules that did not run there is nothing else to say, whatever the report."""
    return NotChecked(name, _why(reason))


def _reason(case: Case, missing: Sequence[NotJudged]) -> Words:
    by_reason: dict[str, list[NotJudged]] = {}
    for entry in missing:
        by_reason.setdefault(entry.reason, []).append(entry)
    said = [_said(case, reason, entries) for reason, entries in by_reason.items()]
    return Words("；".join(w.zh for w in said), "; ".join(w.en for w in said))


def _said(case: Case, reason: str, entries: Sequence[NotJudged]) -> Words:
    why = _why(reason)
    subjects = [_subject(case, entry) for entry in entries if entry.kind]
    return words("judging.reason", reason=why, subjects=listed(subjects, most=4)) if subjects else why


@cache
def _why(reason: str) -> Words:
    return words(f"judging.reason-{reason}")


def _subject(case: Case, entry: NotJudged) -> Words:
    match entry.kind:
        case "table":
            return table_in_words(entry.table)
        case "figure":
            return figure_in_words(case.form.name, entry.name)
        case kind:
            return label_in_words(case.form.name, kind, entry.table, entry.name)
