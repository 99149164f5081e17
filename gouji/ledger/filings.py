"""What is to be brought to trackers, and what each holds of each ticket."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from gouji.finding import Words
from gouji.ledger import events, facts, outbox, tables

OPEN, CLOSED = "open", "closed"
_CONFIGURED = "trackers"
ENDED = ("resolved", "closed", "retracted", "waived")


def configured(session: Session, names: Sequence[str]) -> None:
    """From now on every step of a ticket is a message to each of these trackers, in the transaction of the step."""
    if trackers(session) != tuple(names):
        facts.state(session, _CONFIGURED, {"names": list(names)})


def trackers(session: Session) -> tuple[str, ...]:
    return tuple((facts.fact(session, _CONFIGURED) or {"names": ()})["names"])


def due(session: Session, ticket_id: int, step: int, now: datetime) -> None:
    """Each tracker will be brought up to the ticket as it is after this step."""
    for tracker in trackers(session):
        _put(session, tracker, ticket_id, step, now)


def catch_up(session: Session, now: datetime) -> int:
    """Tickets still open that a tracker was never told of (it is new) wait to be filed there; how many."""
    told = select(tables.Message.tracker, tables.Message.ticket_id).where(tables.Message.kind == outbox.TICKET)
    known = {(tracker, ticket) for tracker, ticket in session.execute(told)}
    still = list(session.scalars(select(tables.Ticket.id).where(tables.Ticket.status.not_in(ENDED)).order_by(tables.Ticket.id)))
    missing = [(tracker, ticket) for tracker in trackers(session) for ticket in still if (tracker, ticket) not in known]
    for tracker, ticket in missing:
        _put(session, tracker, ticket, len(events.of_ticket(session, ticket)), now)
    return len(missing)


def waiting(session: Session, tracker: str) -> list[tables.Message]:
    """At most one message a ticket: each supersedes the one before it, which it comprises."""
    return [message for message in outbox.waiting(session) if message.kind == outbox.TICKET and message.tracker == tracker]


def of(session: Session, tracker: str) -> dict[int, tables.Filing]:
    """By ticket what this tracker holds."""
    return {f.ticket_id: f for f in session.scalars(select(tables.Filing).where(tables.Filing.tracker == tracker))}


def links(session: Session, ticket_id: int) -> list[dict[str, str | None]]:
    """Where the ticket is to be found in trackers."""
    found = (
        select(tables.Filing).where(tables.Filing.ticket_id == ticket_id, tables.Filing.key.is_not(None)).order_by(tables.Filing.tracker)
    )
    return [{"tracker": f.tracker, "key": f.key, "url": f.url} for f in session.scalars(found)]


def meant(session: Session, tracker: str, ticket_id: int, intent: str | None) -> None:
    """What is about to be made of the ticket there."""
    filing = _filing(session, tracker, ticket_id)
    filing.intent = intent or filing.intent


def filed(session: Session, message_id: int, key: str, url: str | None, state: str | None, now: datetime) -> None:
    """The tracker shows the ticket as it is now; the message has gone."""
    message = session.get_one(tables.Message, message_id)
    assert message.tracker is not None
    assert message.ticket_id is not None
    filing = _filing(session, message.tracker, message.ticket_id)
    filing.key, filing.url, filing.state, filing.filed_at = key, url, state or filing.state, now
    outbox.sent(session, message_id, now)


def found(session: Session, tracker: str, ticket_id: int, key: str, url: str | None, state: str, seen: str) -> None:
    """So the tracker's own list shows the ticket."""
    filing = _filing(session, tracker, ticket_id)
    filing.key, filing.url, filing.state, filing.seen = key, url, state, seen


def pause(session: Session, tracker: str, until: datetime, why: Words) -> None:
    """The tracker asked not to be asked before."""
    facts.state(session, f"pause-{tracker}", {"until": until.isoformat(), "reason": why.as_json()})


def paused(session: Session, tracker: str, now: datetime) -> Words | None:
    """Why the tracker is not asked now, where that is so."""
    fact = facts.fact(session, f"pause-{tracker}")
    if fact is None or datetime.fromisoformat(fact["until"]) <= now:
        return None
    return Words(fact["reason"]["zh"], fact["reason"]["en"])


def _put(session: Session, tracker: str, ticket_id: int, step: int, now: datetime) -> None:
    ticket = session.get_one(tables.Ticket, ticket_id)
    key = f"{tracker}-ticket-{ticket_id}-{step}@{facts.ledger_id(session)}"
    payload = {"subject": f"{tracker} {ticket.agency} {ticket.year}", "ticket": ticket_id}
    if not outbox.put(session, key, outbox.TICKET, payload, now, session.scalar(select(func.max(tables.Patrol.id)))):
        return
    message = session.scalars(select(tables.Message).where(tables.Message.key == key)).one()
    message.tracker, message.ticket_id = tracker, ticket_id
    earlier = update(tables.Message).where(
        tables.Message.tracker == tracker, tables.Message.ticket_id == ticket_id,
        tables.Message.state.in_((outbox.WAITING, outbox.REFUSED)), tables.Message.id < message.id,
    )  # fmt: skip
    session.execute(earlier.values(state=outbox.SUPERSEDED))
    session.flush()


def _filing(session: Session, tracker: str, ticket_id: int) -> tables.Filing:
    found = select(tables.Filing).where(tables.Filing.ticket_id == ticket_id, tables.Filing.tracker == tracker)
    filing = session.scalar(found)
    if filing is None:
        filing = tables.Filing(ticket_id=ticket_id, tracker=tracker)
        session.add(filing)
        session.flush()
    return filing
