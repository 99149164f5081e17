"""What the rules of today would make of the reports that other rules have judged, and whether that may be carried out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from expectations.conclusion import with_waivers
from expectations.rulebook import Rulebook
from flows.office import Office, alone
from flows.progress import SILENT, Progress
from flows.steps.digest import tell
from flows.steps.dossiers import around_of, dossier_of
from flows.steps.gather import gather
from flows.steps.judge import judge, judged_by
from flows.steps.publish import publish
from flows.steps.settle import Settled, settle
from flows.steps.waive import waivers_for
from gouji.dossier import Dossier
from gouji.finding import Finding, Verdict, Words
from gouji.judgement import Judgement
from gouji.ledger import shelf, tables
from gouji.ledger.people import people
from gouji.words import words
from gouji.words.places import in_a_row, spot_in_words

Seconds = Callable[[Sequence[Dossier], Rulebook], tuple[Mapping[str, float], float]]

BATCH = 500
MOST_TIME = 0.05  # of judging all, for one rule
MOST_FAILING = 0.01  # of the reports
_EXAMPLES = 3
_TIMED = 200  # reports; more would tell no more
_ENOUGH = 20  # fewer tell nothing: what a rule takes is then lost in what a validation takes


@dataclass(frozen=True, slots=True)
class Example:
    """One finding that comes, goes or changes: whose report, on which year, where, and what is said."""

    kind: str
    agency: str
    year: int | None
    place: Words
    message: Words

    def as_json(self) -> dict[str, object]:
        said = {"place": self.place.as_json(), "message": self.message.as_json()}
        return {"kind": self.kind, "agency": self.agency, "year": self.year, **said}


@dataclass
class Effect:
    """What becomes of the findings of one rule. `failing` counts reports that fail only now and in which it accuses only now."""

    counts: Counter[str] = field(default_factory=Counter)
    failing: int = 0
    examples: list[Example] = field(default_factory=list)

    def add(self, example: Example) -> None:
        self.counts[example.kind] += 1
        if sum(one.kind == example.kind for one in self.examples) < _EXAMPLES:
            self.examples.append(example)


@dataclass(frozen=True)
class Rechecked:
    """What was found over `reports` reports, by rule; `seconds` are each rule's over `timed` reports, `whole` those of judging these.

    `refused` says what forbids to carry it out, one sentence each. `settled` is what became of the tickets where it was carried out.
    """

    reports: int
    effects: Mapping[str, Effect]
    verdicts: Mapping[tuple[str, str], int]
    seconds: Mapping[str, float]
    whole: float
    timed: int
    refused: tuple[Words, ...]
    settled: Settled | None = None
    trouble: Words | None = None

    def milliseconds(self, rule: str) -> float | None:
        """What the rule takes over a thousand reports; None where it had nothing to look at."""
        return self.seconds[rule] / self.timed * 1e6 if rule in self.seconds and self.timed else None

    def share(self, rule: str) -> float:
        """Of the time in which all rules are judged, the part that this one takes when asked alone."""
        return self.seconds.get(rule, 0.0) / self.whole if self.whole else 0.0


def measured(dossiers: Sequence[Dossier], book: Rulebook) -> tuple[Mapping[str, float], float]:
    """The seconds of each rule and of all together."""
    # Great Expectations takes seconds to import.
    from expectations.timing import seconds, whole

    return (seconds(dossiers, book), whole(dossiers, book)) if dossiers else ({}, 0.0)


def recheck(
    office: Office, *, accept: Collection[str] = (), apply: bool = False, progress: Progress = SILENT, seconds_of: Seconds = measured
) -> Rechecked:
    """What the rules of today find otherwise in all reports. With `apply` it is carried out, unless something forbids it."""
    if not apply:
        return _looked(office, accept, progress, seconds_of)
    with alone(office):
        found = _looked(office, accept, progress, seconds_of)
        return found if found.refused else _carried_out(office, found, progress)


def _carried_out(office: Office, found: Rechecked, progress: Progress) -> Rechecked:
    """Results, tickets, letter and pages are as the rules of today want them; what goes out waits behind the brake."""
    judge(office, gather(office, office.rulebook.hash, every=True), progress)
    settled = settle(office, progress)
    published = publish(office, progress)
    tell(office)
    return Rechecked(
        found.reports, found.effects, found.verdicts, found.seconds, found.whole, found.timed, found.refused, settled, published.trouble
    )  # fmt: skip


def _looked(office: Office, accept: Collection[str], progress: Progress, seconds_of: Seconds) -> Rechecked:
    with office.ledger.reading() as session:
        ids = [report.id for report, _, _ in shelf.current(session) if report.result_id is not None]
    progress.begin("judge", len(ids))
    effects: defaultdict[str, Effect] = defaultdict(Effect)
    verdicts: Counter[tuple[str, str]] = Counter()
    timed: list[Dossier] = []
    unaccepted = 0
    for i in range(0, len(ids), BATCH):
        for dossier, before, after in _pairs(office, ids[i : i + BATCH]):
            timed += [dossier] if len(timed) < _TIMED and dossier.report.readable else []
            verdicts[str(before.verdict), str(after.verdict)] += 1
            for rule, example in _differences(dossier, before, after):
                effects[rule].add(example)
            blamed = _blamed(before, after)
            for rule in blamed:
                effects[rule].failing += 1
            unaccepted += bool(blamed - set(accept))
        progress.advance(len(ids[i : i + BATCH]))
    seconds, whole = seconds_of(timed, office.rulebook)
    found = Rechecked(len(ids), dict(sorted(effects.items())), verdicts, seconds, whole, len(timed), ())
    return Rechecked(found.reports, found.effects, verdicts, seconds, whole, len(timed), tuple(refusals(found, accept, unaccepted)))


def _pairs(office: Office, ids: Sequence[int]) -> Iterator[tuple[Dossier, Judgement, Judgement]]:
    """Each report with what stands of it, and what the rules of today say; both under the waivers that hold today."""
    holding = office.waivers
    with office.ledger.reading() as session:
        said = people(session)
        rows = shelf.reports_by_id(session, ids)
        around = around_of(session, office, said)
        dossiers = {row.id: dossier for row in rows if (dossier := dossier_of(session, office, row, said, around))}
        results = {row.id: session.get_one(tables.Result, row.result_id) for row in rows}
        stored = {number: shelf.judgement_of(result) for number, result in results.items()}
        waivers = {number: waivers_for(session, office, result, holding) for number, result in results.items()}
    judged = judged_by(office, dossiers)
    for number, dossier in dossiers.items():
        yield dossier, with_waivers(stored[number], waivers[number], dossier.report, dossier.agency), judged[number]


def _differences(dossier: Dossier, before: Judgement, after: Judgement) -> Iterator[tuple[str, Example]]:
    """By rule: the findings that are new, gone, or said otherwise."""
    old = {finding.fingerprint: finding for finding in (*before.findings, *before.trial)}
    new = {finding.fingerprint: finding for finding in (*after.findings, *after.trial)}
    for mark, finding in new.items():
        if mark not in old:
            yield finding.rule, _example("new", dossier, finding)
        elif _said(finding) != _said(old[mark]):
            yield finding.rule, _example("changed", dossier, finding)
    yield from ((finding.rule, _example("gone", dossier, finding)) for mark, finding in old.items() if mark not in new)


def _said(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.severity, finding.doubt, finding.trial, finding.message, finding.figures, finding.also


def _example(kind: str, dossier: Dossier, finding: Finding) -> Example:
    report = dossier.report
    agency = dossier.agency.name if dossier.agency else report.agency.value or report.source
    spots = [spot for place in finding.where[:1] if (spot := spot_in_words(place))]
    return Example(kind, agency, report.report_year, in_a_row(spots), finding.message)


def _blamed(before: Judgement, after: Judgement) -> set[str]:
    """The rules by which a report fails that did not."""
    if before.verdict is Verdict.FAIL or after.verdict is not Verdict.FAIL:
        return set()
    accused = {finding.fingerprint for finding in before.findings if finding.accuses}
    return {finding.rule for finding in after.findings if finding.accuses and finding.fingerprint not in accused}


def refusals(found: Rechecked, accept: Collection[str], failing: int) -> Iterator[Words]:
    """What forbids to carry it out; `failing` reports would newly fail by rules that nobody accepted."""
    for rule in sorted(found.seconds) if found.timed >= _ENOUGH else ():
        if found.share(rule) > MOST_TIME and rule not in accept:
            yield words("recheck.slow", rule=rule, share=f"{found.share(rule):.0%}", most=f"{MOST_TIME:.0%}")
    if failing > MOST_FAILING * found.reports:
        names = [rule for rule, effect in found.effects.items() if effect.failing and rule not in accept]
        yield words("recheck.failing", count=failing, reports=found.reports, most=f"{MOST_FAILING:.0%}", rules=" ".join(names))
