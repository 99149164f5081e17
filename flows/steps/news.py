"""What happened since people were told last, sorted by what they have to do about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.steps.corrections import retracted
from flows.steps.item import Item
from gouji.codec import from_json
from gouji.finding import Finding, Words
from gouji.ledger import tables
from gouji.words import words

# What happens to a ticket and is no news by itself, or news of its own.
QUIET = frozenset({"assigned", "disputed", "waived", "closed", "retracted"})
# A letter names the first few faults of a report; its page has them all.
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class News:
    failed: tuple[Item, ...] = ()
    corrected: tuple[Item, ...] = ()
    unreadable: tuple[Item, ...] = ()
    waiting: tuple[Item, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    sources: tuple[Item, ...] = ()
    retracted: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        return any((self.retracted, self.failed, self.corrected, self.unreadable, self.waiting, self.withdrawn, self.sources))


def news_of(session: Session, events: Sequence[tables.Event]) -> News:
    """The events that people should hear of. A ticket is told of once, as it stands now."""
    tickets = _last_step(session, events)
    return News(
        failed=tuple(_failed(session, t) for t, kind in tickets if kind in ("opened", "reopened", "updated") and t.status == "open"),
        corrected=tuple(Item(_about("digest.corrected", t)) for t, kind in tickets if t.status == "resolved"),
        unreadable=tuple(_unreadable(session, e) for e in sorted(events, key=lambda e: e.publication_id or 0) if e.kind == "unreadable"),
        waiting=tuple(_waiting(e) for e in events if e.kind == "waiting"),
        withdrawn=tuple(Item(_about("digest.withdrawn", t)) for t, kind in tickets if kind == "unpublished"),
        sources=tuple(_source(e) for e in events if e.kind == "source_failed"),
        retracted=tuple(retracted(session, events)),
    )


def _last_step(session: Session, events: Iterable[tables.Event]) -> list[tuple[tables.Ticket, str]]:
    """Each ticket with its last step; one that only lost a fault has no news, one that won some has."""
    steps: dict[int, str] = {}
    for event in events:
        if event.ticket_id is not None and event.kind not in QUIET and (event.kind != "updated" or event.body.get("news")):
            steps[event.ticket_id] = event.kind
    return [(session.get_one(tables.Ticket, ticket_id), kind) for ticket_id, kind in sorted(steps.items())]


def _failed(session: Session, ticket: tables.Ticket) -> Item:
    found = select(tables.TicketFinding).where(
        tables.TicketFinding.ticket_id == ticket.id, tables.TicketFinding.status.in_(("open", "confirmed", "disputed"))
    )
    rows = session.scalars(found.order_by(tables.TicketFinding.id)).all()
    said = [from_json(row.finding, Finding).message for row in rows[:_SHOWN]]
    more = [words("digest.more", count=len(rows) - _SHOWN)] if len(rows) > _SHOWN else []
    return Item(words("digest.failed", agency=ticket.agency, year=ticket.year, id=ticket.id, count=len(rows)), (*said, *more))


def _about(key: str, ticket: tables.Ticket) -> Words:
    return words(key, agency=ticket.agency, year=ticket.year, id=ticket.id)


def _unreadable(session: Session, event: tables.Event) -> Item:
    publication = session.get_one(tables.Publication, event.publication_id)
    return Item(_plain(f"{publication.source}: {publication.location}"), (from_json(event.body["reason"], Words),))


def _waiting(event: tables.Event) -> Item:
    return Item(_plain(f"{event.body['subject']} ({event.body['source']}: {event.body['location']})"), (_message(event),))


def _source(event: tables.Event) -> Item:
    return Item(_plain(event.body["source"]), (_message(event),))


def _message(event: tables.Event) -> Words:
    return from_json(event.body["message"], Words)


def _plain(text: str) -> Words:
    return Words(text, text)
