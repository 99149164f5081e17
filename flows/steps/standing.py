"""What those hear first who were never told anything: how things stand, in short; from then on what changes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.letters.model import Audience, Item, News
from flows.steps.news import missing_of, only_missing, reminders_of, standing_of
from flows.steps.recorded import recorded, recorded_items
from gouji.ledger import patrols, tables
from gouji.ledger.waiting import Waiting, waiting
from gouji.ticket import TicketStatus
from gouji.words import words


def standing_news(session: Session, audience: Audience, events: Sequence[tables.Event]) -> News:
    """What stands of all that these events told, and what waits; a body hears all of its own, others the names and where to look."""
    own = audience.kind == "body"
    tickets = list(_open(session, audience))
    missing = [ticket for ticket in tickets if only_missing(session, ticket)]
    faulty = [ticket for ticket in tickets if ticket not in missing]
    failed = standing_of(session, faulty, own=own)
    record = recorded_items(session, recorded(session, events), {(ticket.agency_id, ticket.year) for ticket in faulty})
    absent = missing_of(session, missing, own=own)
    now = patrols.current(session)
    return News(
        failed=failed if own else _short(failed), recorded=tuple(record) if own else _short(record),
        missing=absent if own else _short(absent), reminders=reminders_of(e for e in events if e.patrol_id == now),
        waiting=tuple(_waiting(session)) if audience.scope is None else (), first=True,
    )  # fmt: skip


def _open(session: Session, audience: Audience) -> Iterator[tables.Ticket]:
    found = select(tables.Ticket).where(tables.Ticket.status == str(TicketStatus.OPEN)).order_by(tables.Ticket.id)
    return (ticket for ticket in session.scalars(found) if audience.scope is None or ticket.agency_id in audience.scope)


def _short(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items without what stands under them."""
    return tuple(replace(item, sentences=(), faults=()) for item in items)


def _waiting(session: Session) -> Iterator[Item]:
    """One line a document, and how much is asked of it."""
    asked: dict[tuple[str, str], list[Waiting]] = {}
    for item in waiting(session):
        asked.setdefault((item.source, item.location), []).append(item)
    for (source, location), own in asked.items():
        yield Item(words("digest.waiting", subject=own[0].subject, source=source, location=location, count=len(own)))
