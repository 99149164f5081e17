"""Tickets follow what was found: one an agency and year, opened, updated, resolved by a corrected version, reopened by a relapse."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.due import look_after_duties
from flows.steps.unshown import document_of, not_shown
from flows.steps.urgent import write_urgent
from flows.steps.vanished import note_vanished
from gouji.codec import to_json
from gouji.finding import Finding
from gouji.judgement import Judgement
from gouji.ledger import desk, duties, events, filings, shelf, tables
from gouji.ledger.people import bytes_of
from gouji.ledger.waiting import waiting
from gouji.ticket import FindingStatus, Step, StepKind, Ticket, counts_for_ticket, opened, settled

Subject = tuple[str, int]  # an agency's id and a report year


@dataclass(frozen=True, slots=True)
class Settled:
    """How many tickets took which step; `new` are those opened, as (agency, year, number of findings)."""

    opened: int = 0
    updated: int = 0
    resolved: int = 0
    reopened: int = 0
    new: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What has to be written of one ticket: `before` and after; None where there is none. `speaks`: a current publication does.

    `recorded` are the findings that no new version can mend, each with the publication of which it is said.
    """

    before: Ticket | None
    ticket: Ticket | None
    speaks: bool
    step: Step | None = None
    recorded: tuple[tuple[int, Finding], ...] = ()


def settle(office: Office, progress: Progress = SILENT) -> Settled:
    """What became of the tickets; then what waits for a person is written down."""
    look_after_duties(office)
    with office.ledger.reading() as session:
        subjects = _subjects(session, office)
    progress.begin("settle", len(subjects))
    total = Settled()
    for subject in subjects:
        total = _added(total, _settle(office, subject))
        progress.advance()
    _note_waiting(office)
    note_vanished(office)
    with office.ledger.writing("settle: trackers") as session:
        filings.catch_up(session, office.now())
    return total


def _subjects(session: Session, office: Office) -> list[Subject]:
    """Whoever has a ticket, and whoever may need one; in an order that does not depend on when they were met."""
    have = [(ticket.agency_id, ticket.year) for ticket in desk.all_tickets(session)]
    need = [
        subject for subject in (*shelf.with_faults(session, office.settings.ticket_level), *duties.with_findings(session))
        if office.settings.tickets_for(subject[1], office.today)
    ]  # fmt: skip
    return sorted({*have, *need}, key=lambda subject: (subject[1], subject[0]))


def _settle(office: Office, subject: Subject) -> Change:
    # Looked at first without holding the ledger's only pen: most tickets have nothing to write.
    with office.ledger.reading() as session:
        change = _change(session, office, subject)
        due = _is_due(session, change)
    if not due:
        return change
    with office.ledger.writing("settle: ticket") as session:
        change = _change(session, office, subject)
        _write(session, office, change)
    return change


def _change(session: Session, office: Office, subject: Subject) -> Change:
    ticket, duty = desk.ticket_of(session, *subject), duties.duty_of(session, *subject)
    speaking = shelf.speaking_for(session, *subject)
    if not (speaking or duty) or any(report.result_id is None for report in speaking):
        return _unseen(session, office, ticket, bool(speaking))
    decided = desk.decisions(session, {bytes_of(*document_of(session, report)) for report in speaking})
    judged = [(report, shelf.judgement_of(session.get_one(tables.Result, report.result_id))) for report in speaking]
    standing = _standing(office, judged, duties.finding_of(duty), decided)
    name = _name(session, speaking) if speaking else duty.agency if duty else ""
    recorded = tuple(_recorded(standing, judged))
    if ticket is None:
        new = opened(subject[0], name, subject[1], standing, decided)
        step = Step(StepKind.OPENED, tuple(f.fingerprint for f in new.findings)) if new else None
        return Change(None, new, bool(speaking), step, recorded)
    unanswered, unsaid = not_shown(session, ticket, standing, judged, duty)
    after, step = settled(replace(ticket, agency=name), standing, unanswered, decided, office.today, unsaid)
    return Change(ticket, after, bool(speaking), step, recorded)


def _unseen(session: Session, office: Office, ticket: Ticket | None, speaks: bool) -> Change:
    """The ticket as it was: there is nothing to look at, and only a waiver may have run out, or the report is another's."""
    if ticket is None:
        return Change(None, None, speaks)
    unanswered, unsaid = not_shown(session, ticket, (), (), None) if not speaks else ({f.fingerprint for f in ticket.findings}, set())
    after, step = settled(ticket, (), unanswered, desk.decisions(session), office.today, unsaid)
    return Change(ticket, after, speaks, step)


def _standing(
    office: Office, judged: Sequence[tuple[tables.Report, Judgement]], missing: Finding | None, decided: dict[str, FindingStatus]
) -> list[Finding]:
    """What stands in any current publication of the report, each fault once, or that there is none."""
    level = office.settings.ticket_level
    said = [f for _, judgement in judged for f in judgement.findings] + ([missing] if missing else [])
    return list({f.fingerprint: f for f in said if counts_for_ticket(f, level, decided)}.values())


def _recorded(standing: Sequence[Finding], judged: Sequence[tuple[tables.Report, Judgement]]) -> Iterator[tuple[int, Finding]]:
    """What stands and no new version can mend, with the first publication that has it."""
    for finding in standing:
        if not finding.mendable and not finding.waived:
            at = [row.publication_id for row, judgement in judged if any(f.fingerprint == finding.fingerprint for f in judgement.findings)]
            yield at[0], finding


def _name(session: Session, speaking: Sequence[tables.Report]) -> str:
    version = session.get_one(tables.Version, speaking[0].version_id)
    assert version.agency is not None
    return str(version.agency["name"])


def _is_due(session: Session, change: Change) -> bool:
    """Whether anything has to be written: a step, another wording, a report taken down or put back."""
    if any(not events.known(session, _key_of(finding)) for _, finding in change.recorded):
        return True
    if change.ticket is None or change.step is not None:
        return change.step is not None
    return change.ticket != change.before or session.get_one(tables.Ticket, change.ticket.id).published != change.speaks


def _write(session: Session, office: Office, change: Change) -> None:
    for publication_id, finding in change.recorded:
        body: dict[str, object] = {"fingerprint": finding.fingerprint}
        events.record(session, _key_of(finding), "recorded", office.now(), publication_id=publication_id, body=body)
    if change.ticket is None:
        return
    if change.step is not None:
        desk.write(session, change.ticket, change.step, office.now(), there=change.speaks)
    elif change.ticket.id:
        desk.refresh(session, change.ticket, there=change.speaks)
        if not change.speaks:
            desk.unpublished(session, change.ticket.id, office.now())


def _key_of(finding: Finding) -> str:
    return f"recorded-{finding.fingerprint}"


def _note_waiting(office: Office) -> None:
    """What newly waits for a person is an event, once; what of it is urgent also goes a way of its own."""
    with office.ledger.reading() as session:
        told = events.keys(session, "waiting")
        # What could not be read was told of when it was read.
        new = [item for item in waiting(session) if item.key not in told and not item.key.startswith("unread-")]
    if not new:
        return
    with office.ledger.writing("settle: waiting") as session:
        for item in new:
            body: dict[str, object] = {
                "subject": item.subject,
                "location": item.location,
                "source": item.source,
                "message": to_json(item.public_words),
            }
            events.record(session, item.key, "waiting", office.now(), publication_id=item.publication_id, body=body)
        write_urgent(session, office, [item for item in new if item.is_private])


def _added(total: Settled, change: Change) -> Settled:
    match change.step:
        case Step(kind=StepKind.OPENED) if change.ticket:
            new = (change.ticket.agency, change.ticket.year, len(change.ticket.findings))
            return replace(total, opened=total.opened + 1, new=(*total.new, new))
        case Step(kind=StepKind.RESOLVED):
            return replace(total, resolved=total.resolved + 1)
        case Step(kind=StepKind.REOPENED):
            return replace(total, reopened=total.reopened + 1)
        case Step():
            return replace(total, updated=total.updated + 1)
        case _:
            return total
