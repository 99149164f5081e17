"""Tickets as a list with one line a finding, and what tells whether a line is still as it was."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.clock import shown
from gouji.codec import from_json
from gouji.finding import Finding, Words
from gouji.ledger import events, tables
from gouji.ledger.content import digest_of
from gouji.ledger.said import last_word
from gouji.privacy.shown import shown as shown_as
from gouji.ticket import FindingStatus, TicketStatus
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Line:
    """One finding of a ticket as it stands. `mark` is another as soon as anything about it is."""

    ticket_id: int
    agency: str
    year: int
    ticket_status: TicketStatus
    status: FindingStatus
    assignee: str | None
    finding: Finding
    mark: str
    changed: Words


def lines(session: Session) -> Iterator[Line]:
    """Every finding on every ticket, in the order in which they came."""
    for ticket in session.scalars(select(tables.Ticket).order_by(tables.Ticket.id)).all():
        found = select(tables.TicketFinding).where(tables.TicketFinding.ticket_id == ticket.id).order_by(tables.TicketFinding.id)
        changed = _changed(session, ticket)
        for row in session.scalars(found).all():
            yield Line(
                ticket.id, ticket.agency, ticket.year, TicketStatus(ticket.status), FindingStatus(row.status), ticket.assignee,
                shown_as(from_json(row.finding, Finding)), _mark(session, ticket, row), changed,
            )  # fmt: skip


def _mark(session: Session, ticket: tables.Ticket, row: tables.TicketFinding) -> str:
    word = last_word(session, row.fingerprint)
    return digest_of(ticket.id, row.fingerprint, ticket.status, row.status, ticket.assignee, word.id if word else 0)[:8]


def _changed(session: Session, ticket: tables.Ticket) -> Words:
    """Who changed the ticket last, and when."""
    last = events.of_ticket(session, ticket.id)[-1]
    key = "decisions.by-person" if "by" in last.body else "decisions.by-patrol"
    return words(key, by=last.body.get("by"), at=shown(last.at))
