"""Tickets as other programs and people see them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.clock import shown
from gouji.codec import from_json
from gouji.errors import UsageError
from gouji.finding import Finding, Words
from gouji.ledger import events, filings, shelf, tables
from gouji.ledger.book import Ledger
from gouji.ledger.people import people
from gouji.ledger.said import last_word
from gouji.ledger.waiting import Waiting, waiting
from gouji.ledger.wanted import ALL, Wanted
from gouji.privacy.masking import masked, masked_all
from gouji.privacy.shown import shown as shown_as
from gouji.ticket import FindingStatus
from gouji.words import words


def tickets_json(ledger: Ledger, wanted: Wanted = ALL) -> dict[str, Any]:
    """The document gouji/tickets-1: every ticket that is wanted, oldest first."""
    with ledger.reading() as session:
        found = [_ticket(session, row) for row in _rows(session, wanted)]
    return {"schema": "gouji/tickets-1", "tickets": [t for t in found if wanted.has_rule(f["rule"] for f in t["findings"])]}


def tickets_whole(ledger: Ledger) -> dict[str, Any]:
    """The document gouji/tickets-1 with each finding in full and the history of each ticket."""
    with ledger.reading() as session:
        return {"schema": "gouji/tickets-1", "tickets": [_in_full(session, row) for row in _rows(session, ALL)]}


def waiting_json(ledger: Ledger, wanted: Wanted = ALL) -> dict[str, Any]:
    """The document gouji/waiting-1: what waits for a person."""
    return {"schema": "gouji/waiting-1", "waiting": [item.as_json() for item in waiting_list(ledger, wanted)]}


def waiting_list(ledger: Ledger, wanted: Wanted = ALL) -> list[Waiting]:
    """What waits for a person, document by document."""
    with ledger.reading() as session:
        return [item for item in waiting(session) if wanted.is_met_by(item)]


def ticket_json(ledger: Ledger, ticket_id: int) -> dict[str, Any]:
    """One ticket as in gouji/tickets-1, with its findings in full, where its report stands, and its history."""
    with ledger.reading() as session:
        row = session.get(tables.Ticket, ticket_id)
        if row is None:
            raise UsageError(words("ledger.no_ticket", id=ticket_id))
        return _in_full(session, row)


def _in_full(session: Session, row: tables.Ticket) -> dict[str, Any]:
    findings = [_whole(session, f) for f in _findings(session, row.id)]
    history = [_event(event) for event in events.of_ticket(session, row.id)]
    where = {"publications": _publications(session, row), "readings": _readings(session, row)}
    return {**_ticket(session, row), **_sorted(findings), **where, "history": history}


def history_words(history: Sequence[tables.Event]) -> tuple[Words, ...]:
    """One sentence a step, oldest first."""
    return tuple(_sentence(event) for event in history)


def _rows(session: Session, wanted: Wanted) -> Sequence[tables.Ticket]:
    rows = session.scalars(select(tables.Ticket).order_by(tables.Ticket.id)).all()
    return [row for row in rows if wanted.is_met(row.agency, row.year, row.status)]


def _ticket(session: Session, row: tables.Ticket) -> dict[str, Any]:
    return {
        "id": row.id,
        "agency": row.agency,
        "year": row.year,
        "status": row.status,
        "opened_at": row.opened_at.isoformat(timespec="seconds"),
        "updated_at": row.updated_at.isoformat(timespec="seconds"),
        **_sorted([{"rule": f.rule, "fingerprint": f.fingerprint, "status": f.status} for f in _findings(session, row.id)]),
        "assignee": row.assignee,
        "links": filings.links(session, row.id),
    }


def _sorted(findings: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What is said of the report, and apart what was said and withdrawn."""
    said = [{**f} for f in findings if f["status"] != FindingStatus.RETRACTED]
    withdrawn = [{key: value for key, value in f.items() if key != "status"} for f in findings if f["status"] == FindingStatus.RETRACTED]
    return {"findings": said, "withdrawn": withdrawn}


def _findings(session: Session, ticket_id: int) -> Sequence[tables.TicketFinding]:
    found = select(tables.TicketFinding).where(tables.TicketFinding.ticket_id == ticket_id).order_by(tables.TicketFinding.id)
    return session.scalars(found).all()


def _whole(session: Session, row: tables.TicketFinding) -> dict[str, Any]:
    finding = shown_as(from_json(row.finding, Finding))
    fix = {"fix": finding.fix.as_json()} if finding.fix else {}
    return {**finding.as_json(), **fix, "status": row.status, **_disputed(session, row)}


def _disputed(session: Session, row: tables.TicketFinding) -> dict[str, Any]:
    """What the agency answered, where it disputes the finding."""
    word = last_word(session, row.fingerprint) if row.status == FindingStatus.DISPUTED else None
    if word is None:
        return {}
    return {"disputed": {"answer": masked(word.reason or ""), "by": word.by, "at": word.at.isoformat(timespec="seconds")}}


def _publications(session: Session, row: tables.Ticket) -> list[dict[str, object]]:
    found = session.execute(
        select(tables.Publication, tables.Report)
        .join(tables.Report, tables.Report.publication_id == tables.Publication.id)
        .where(tables.Report.agency_id == row.agency_id, tables.Report.year == row.year, tables.Report.sure)
        .order_by(tables.Publication.id)
    )
    return [{"source": p.source, "location": p.location, "current": r.current, "page": r.page} for p, r in found]


def _readings(session: Session, row: tables.Ticket) -> list[dict[str, object]]:
    """What persons read in the documents that speak for the report now, beside what had been read."""
    said = people(session)
    found = []
    for report in shelf.speaking_for(session, row.agency_id, row.year):
        publication = session.get_one(tables.Publication, report.publication_id)
        rows = said.of(publication, session.get_one(tables.Version, report.version_id))
        found += [_reading(publication, reading) for _, reading in sorted(rows.items())]
    return found


def _reading(publication: tables.Publication, row: tables.PersonReading) -> dict[str, object]:
    return {
        "location": publication.location, "subject": row.subject, "said": _hidden(row.said), "was": _hidden(row.was),
        "by": row.by, "at": row.at.isoformat(timespec="seconds"), "reason": row.reason,
    }  # fmt: skip


def _hidden(reading: dict[str, Any]) -> dict[str, Any]:
    """The reading with a person's number in it masked, and without its value where that would be the number again."""
    hidden: dict[str, Any] = masked_all(reading)
    return hidden


def _event(event: tables.Event) -> dict[str, Any]:
    return {"at": event.at.isoformat(timespec="seconds"), "kind": event.kind, "message": _sentence(event).as_json(), **event.body}


def _sentence(event: tables.Event) -> Words:
    body = event.body
    if "by" in body and "tracker" not in body:
        until = words("ledger.event_until", until=body["until"]) if "until" in body else ""
        said = {"by": body["by"], "to": body.get("to"), "reason": body.get("reason") or "–", "until": until}
        return words(f"ledger.event_{event.kind}_by", at=shown(event.at), count=len(body.get("findings", ())), **said)
    there = {name: str(body.get(name) or "") for name in ("tracker", "by", "text")}
    step = words(
        f"ledger.event_{event.kind}", at=shown(event.at), news=len(body.get("news", ())), fixed=len(body.get("fixed", ())), **there,
    )  # fmt: skip
    unsaid = len(body.get("withdrawn", ()))
    return words("ledger.event_unsaid", step=step, count=unsaid) if unsaid else step
