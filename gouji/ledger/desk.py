"""Tickets as the ledger keeps them: taken out as values, put back with the step they took."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from gouji.codec import from_json, to_json
from gouji.finding import Finding
from gouji.ledger import events, filings, shelf, tables
from gouji.ticket import Act, FindingStatus, Step, StepKind, Ticket, TicketFinding, TicketStatus


def ticket_of(session: Session, agency_id: str, year: int) -> Ticket | None:
    """The one ticket of this agency's report on this year."""
    found = select(tables.Ticket).where(tables.Ticket.agency_id == agency_id, tables.Ticket.year == year)
    row = session.scalar(found)
    return _ticket(session, row) if row else None


def ticket_by_id(session: Session, ticket_id: int) -> Ticket | None:
    """The ticket of this number."""
    row = session.get(tables.Ticket, ticket_id)
    return _ticket(session, row) if row else None


def all_tickets(session: Session) -> Iterator[Ticket]:
    return (_ticket(session, row) for row in session.scalars(select(tables.Ticket).order_by(tables.Ticket.id)).all())


def decisions(session: Session, read_from: Collection[str] = ()) -> dict[str, FindingStatus]:
    """Which findings a person's last word calls disputed or confirmed. Another word (corrected, reopened) takes that back.

    A word on how certain bytes were read counts where these are among the bytes that the findings were read from.
    Waivers and what was withdrawn are laid over the judgements (gouji.ledger.said), and end without touching these words.
    """
    said: dict[str, FindingStatus] = {}
    for decision in session.scalars(select(tables.Decision).order_by(tables.Decision.id)):
        if decision.sha256 is not None and decision.sha256 not in read_from:
            continue
        if decision.kind in (FindingStatus.WAIVED, FindingStatus.RETRACTED):
            continue
        said.pop(decision.fingerprint, None)
        if decision.kind in (FindingStatus.DISPUTED, FindingStatus.CONFIRMED):
            said[decision.fingerprint] = FindingStatus(decision.kind)
    return said


def write(session: Session, ticket: Ticket, step: Step, now: datetime, *, there: bool = True) -> int:
    """The ticket's number; the ticket stands in the ledger as it is after the step, and the step in its history.

    `there`: a current publication speaks for its report; that none does any more is told apart.
    """
    row = session.get(tables.Ticket, ticket.id) if ticket.id else _new(session, ticket, now, there)
    assert row is not None
    row.published = row.published or there
    _put(session, row, ticket, now)
    withdrawn = {"withdrawn": list(step.withdrawn)} if step.withdrawn else {}
    _history(session, row.id, str(step.kind), now, news=list(step.news), fixed=list(step.fixed), **withdrawn)
    return row.id


def write_act(session: Session, ticket: Ticket, kind: StepKind, act: Act, now: datetime, **more: list[str]) -> None:
    """The ticket stands in the ledger as it is after a person's act, and who did it, and why, in its history."""
    row = session.get_one(tables.Ticket, ticket.id)
    row.assignee = ticket.assignee
    _put(session, row, ticket, now)
    said = {"by": act.by, "reason": act.reason, "until": act.until.isoformat() if act.until else None, "to": act.to}
    _history(session, row.id, str(kind), now, **{key: value for key, value in said.items() if value is not None}, **more)


def gone_before(session: Session, ticket: Ticket) -> frozenset[str]:
    """The findings that were fixed already when a person withdrew them last, and that no judgement has found since."""
    gone: dict[str, datetime] = {}
    for event in events.of_ticket(session, ticket.id or 0):
        again = (*event.body.get("news", ()), *(event.body.get("findings", ()) if event.kind == StepKind.RETRACTED else ()))
        gone = {mark: at for mark, at in gone.items() if mark not in again} | dict.fromkeys(event.body.get("gone", ()), event.at)
    if not gone:
        return frozenset()
    later = select(tables.Result).join(tables.Version, tables.Result.version_id == tables.Version.id)
    later = later.where(tables.Version.agency_id == ticket.agency_id, tables.Version.year == ticket.year)
    for result in session.scalars(later.where(tables.Result.judged_at >= min(gone.values()))):
        for finding in shelf.judgement_of(result).findings:
            if result.judged_at >= gone.get(finding.fingerprint, datetime.max.replace(tzinfo=UTC)):
                del gone[finding.fingerprint]
    return frozenset(gone)


def _put(session: Session, row: tables.Ticket, ticket: Ticket, now: datetime) -> None:
    row.status, row.agency, row.updated_at = str(ticket.status), ticket.agency, now
    for finding in ticket.findings:
        _write_finding(session, row.id, finding, now)


def refresh(session: Session, ticket: Ticket, *, there: bool = True) -> None:
    """Findings that still stand are kept as they are said today (another wording is no step); with `there` the report is there again."""
    assert ticket.id is not None
    row = session.get_one(tables.Ticket, ticket.id)
    row.published, row.agency = row.published or there, ticket.agency
    rows = {row.fingerprint: row for row in session.scalars(_findings(ticket.id))}
    for finding in ticket.findings:
        said = to_json(finding.finding)
        if rows[finding.fingerprint].finding != said:
            rows[finding.fingerprint].finding = said


def unpublished(session: Session, ticket_id: int, now: datetime) -> None:
    """No current publication speaks for the ticket's report any more: nothing shows that it was mended, and the ticket stays."""
    row = session.get_one(tables.Ticket, ticket_id)
    if row.published:
        row.published, row.updated_at = False, now
        _history(session, ticket_id, "unpublished", now)


def moved_by_a_person(session: Session, ticket_id: int, status: TicketStatus, kind: str, now: datetime, body: dict[str, object]) -> None:
    """The ticket has this status because a person said so elsewhere; who and where is in its history."""
    row = session.get_one(tables.Ticket, ticket_id)
    row.status, row.updated_at = str(status), now
    _history(session, ticket_id, kind, now, **body)


def _new(session: Session, ticket: Ticket, now: datetime, there: bool) -> tables.Ticket:
    row = tables.Ticket(
        agency_id=ticket.agency_id, agency=ticket.agency, year=ticket.year, status=str(ticket.status),
        published=there, opened_at=now, updated_at=now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def _write_finding(session: Session, ticket_id: int, finding: TicketFinding, now: datetime) -> None:
    row = session.scalar(_findings(ticket_id).where(tables.TicketFinding.fingerprint == finding.fingerprint))
    if row is None:
        row = tables.TicketFinding(
            ticket_id=ticket_id, fingerprint=finding.fingerprint, rule=finding.finding.rule, first_seen=now
        )  # fmt: skip
        session.add(row)
    row.status, row.finding = str(finding.status), to_json(finding.finding)


def _history(session: Session, ticket_id: int, kind: str, now: datetime, **body: object) -> None:
    number = session.scalar(select(func.count()).where(tables.Event.ticket_id == ticket_id)) or 0
    events.record(session, f"ticket-{ticket_id}-{number + 1}", kind, now, ticket_id=ticket_id, body=dict(body))
    filings.due(session, ticket_id, number + 1, now)


def _findings(ticket_id: int) -> Select[tuple[tables.TicketFinding]]:
    return select(tables.TicketFinding).where(tables.TicketFinding.ticket_id == ticket_id).order_by(tables.TicketFinding.id)


def _ticket(session: Session, row: tables.Ticket) -> Ticket:
    findings = tuple(
        TicketFinding(from_json(f.finding, Finding), FindingStatus(f.status)) for f in session.scalars(_findings(row.id)).all()
    )
    return Ticket(row.agency_id, row.agency, row.year, TicketStatus(row.status), findings, row.id, row.assignee)
