"""What a person said is made to count at once: the reports it touches are judged again, tickets and pages follow."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from flows.office import Office, alone
from flows.progress import SILENT, Progress
from flows.steps.judge import judge, to_judge
from flows.steps.publish import publish
from flows.steps.settle import settle
from gouji.finding import Finding, Verdict, Words
from gouji.ledger import events, leases, shelf, tables


@dataclass(frozen=True, slots=True)
class Standing:
    """How one report stands: its name, its verdict, and its findings by fingerprint."""

    name: str
    verdict: Verdict
    findings: dict[str, Finding]


@dataclass(frozen=True, slots=True)
class Change:
    """One report before and after; `gone` and `new` are findings, `sure` those that were questions before."""

    name: str
    before: Verdict
    after: Verdict
    gone: tuple[Finding, ...]
    new: tuple[Finding, ...]
    sure: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Reconsidered:
    """What changed; `later` says why nothing was judged now, though all is kept for the next patrol; `trouble` what of the pages failed.

    `withdrawn` are the tickets that said something for a reading that is another now, with how they stand and how much that was.
    """

    changes: tuple[Change, ...] = ()
    later: Words | None = None
    trouble: Words | None = None
    withdrawn: tuple[tuple[int, str, int], ...] = ()


def standings(session: Session, publications: Collection[int]) -> dict[int, Standing]:
    """How the reports of these publications stand now."""
    found = {}
    for report, publication, version in shelf.current(session):
        result = session.get(tables.Result, report.result_id) if publication.id in publications and report.result_id else None
        if result is not None:
            name = f"{version.agency['name']} {version.year}" if version.agency and version.year else publication.location
            findings = {f.fingerprint: f for f in shelf.judgement_of(result).findings}
            found[publication.id] = Standing(name, Verdict(result.verdict), findings)
    return found


def reconsider(office: Office, before: dict[int, Standing], progress: Progress = SILENT) -> Reconsidered:
    """What became of these reports. No letter is written: the next patrol tells of it with all else."""
    with office.ledger.reading() as session:
        last = events.last(session)
    try:
        with alone(office):
            judge(office, to_judge(office), progress)
            settle(office, progress)
            published = publish(office, progress)
    except leases.Held as busy:
        return Reconsidered(later=busy.words)
    with office.ledger.reading() as session:
        after = standings(session, before)
        withdrawn = tuple(_withdrawn(session, last))
    changes = tuple(_change(before[key], after[key]) for key in before if key in after)
    return Reconsidered(changes, trouble=published.trouble, withdrawn=withdrawn)


def _withdrawn(session: Session, last: int) -> Iterator[tuple[int, str, int]]:
    """The tickets that lost something after this event because a person's reading is another now."""
    for event in events.since(session, last):
        if event.ticket_id is not None and "withdrawn" in event.body:
            yield event.ticket_id, session.get_one(tables.Ticket, event.ticket_id).status, len(event.body["withdrawn"])


def _change(before: Standing, after: Standing) -> Change:
    gone = tuple(f for mark, f in before.findings.items() if mark not in after.findings)
    new = tuple(f for mark, f in after.findings.items() if mark not in before.findings)
    sure = tuple(f for mark, f in after.findings.items() if not f.doubt and mark in before.findings and before.findings[mark].doubt)
    return Change(after.name, before.verdict, after.verdict, gone, new, sure)
