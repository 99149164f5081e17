"""What we said and take back, for those who were told of it."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.letters.model import Item
from gouji.codec import from_json
from gouji.finding import Finding
from gouji.ledger import tables
from gouji.ticket import FindingStatus
from gouji.words import words


def retracted(session: Session, events: Sequence[tables.Event]) -> Iterator[Item]:
    """One item a ticket: the findings withdrawn among these events that an earlier letter spoke of, and why."""
    withdrawn: dict[int, list[tables.Event]] = {}
    for event in events:
        if (event.kind == "retracted" or "withdrawn" in event.body) and event.ticket_id is not None:
            withdrawn.setdefault(event.ticket_id, []).append(event)
    for ticket_id, own in withdrawn.items():
        told = told_before(session, ticket_id, events[0].id)
        marks = [mark for event in own for mark in _marks(event) if mark in told]
        if rows := _withdrawn(session, ticket_id, marks):
            yield _item(session.get_one(tables.Ticket, ticket_id), rows, own)


def _marks(event: tables.Event) -> Iterator[str]:
    """What was withdrawn: by a person, or with the reading that it rested on."""
    yield from event.body.get("withdrawn", ())
    yield from event.body.get("findings", ()) if event.kind == "retracted" else ()


def told_before(session: Session, ticket_id: int, event_id: int) -> set[str]:
    """The findings that came on the ticket in events before this one: letters told of these."""
    earlier = select(tables.Event.body).where(tables.Event.ticket_id == ticket_id, tables.Event.id < event_id)
    return {mark for body in session.scalars(earlier) for mark in body.get("news", ())}


def _withdrawn(session: Session, ticket_id: int, marks: Sequence[str]) -> Sequence[tables.TicketFinding]:
    """Those of the findings that nobody said again since."""
    found = select(tables.TicketFinding).where(
        tables.TicketFinding.ticket_id == ticket_id, tables.TicketFinding.fingerprint.in_(marks),
        tables.TicketFinding.status == FindingStatus.RETRACTED,
    )  # fmt: skip
    return session.scalars(found.order_by(tables.TicketFinding.id)).all()


def _item(ticket: tables.Ticket, rows: Sequence[tables.TicketFinding], own: Sequence[tables.Event]) -> Item:
    said = [from_json(row.finding, Finding).message for row in rows]
    why = dict.fromkeys(event.body["reason"] for event in own if event.body.get("reason"))
    reasons = [words("digest.retracted_because", reason=reason) for reason in why]
    reasons += [words("digest.retracted_misread")] if any("withdrawn" in event.body for event in own) else []
    title = words("digest.retracted", agency=ticket.agency, year=ticket.year, id=ticket.id, count=len(rows))
    return Item(title, (*said, *reasons))
