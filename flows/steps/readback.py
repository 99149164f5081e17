"""What persons did in a tracker comes into the ledger: a closing, a reopening, what they wrote."""

from sqlalchemy.orm import Session

from connectors.trackers.filing import Desk
from connectors.trackers.model import FilingFailed, Held, Kind, Listed
from flows.office import Office
from gouji.ledger import events, facts, filings, tables
from gouji.ledger.desk import moved_by_a_person
from gouji.ticket import TicketStatus


def read_back(office: Office, desk: Desk) -> None:
    """Every ticket of ours that was changed there since the last look was looked at; the list says which."""
    if not desk.tracker.reads_back:
        return
    with office.ledger.reading() as session:
        known = filings.of(session, desk.tracker.name)
        prefix = f"gouji:{facts.ledger_id(session)}:"
    listed = desk.list()
    for ticket_id, filing in known.items():
        there = listed.get(f"{prefix}{ticket_id}")
        if there is not None and (there.changed != filing.seen or there.id != filing.key):
            _look(office, desk, ticket_id, f"{prefix}{ticket_id}", there)


def _look(office: Office, desk: Desk, ticket_id: int, key: str, there: Listed) -> None:
    try:
        held = desk.tracker.read(there.id, key)
    except FilingFailed as failed:
        if failed.kind is not Kind.GONE:
            raise
        return  # taken away between the list and now: the next message says so
    with office.ledger.writing("file: read back") as session:
        _record(session, office, desk.tracker.name, ticket_id, held)
        filings.found(session, desk.tracker.name, ticket_id, held.id, held.url, _state(held.open), there.changed)


def _record(session: Session, office: Office, tracker: str, ticket_id: int, held: Held) -> None:
    ticket = session.get_one(tables.Ticket, ticket_id)
    for said in held.said:
        body: dict[str, object] = {"tracker": tracker, "by": said.by, "text": said.text[:4000]}
        events.record(session, f"said-{tracker}-{ticket_id}-{said.id}", "tracker_said", office.now(), ticket_id=ticket_id, body=body)
    filing = filings.of(session, tracker)[ticket_id]
    # What we meant to do ourselves is no person's doing, even where the answer got lost.
    if filing.intent == _state(held.open) or filing.state == _state(held.open):
        return
    body = {"tracker": tracker, "by": held.closed_by or tracker}
    if not held.open and ticket.status == TicketStatus.OPEN:
        moved_by_a_person(session, ticket_id, TicketStatus.CLOSED, "tracker_closed", office.now(), body)
    elif held.open and ticket.status == TicketStatus.CLOSED:
        moved_by_a_person(session, ticket_id, TicketStatus.OPEN, "tracker_reopened", office.now(), body)


def _state(open: bool) -> str:
    return filings.OPEN if open else filings.CLOSED
