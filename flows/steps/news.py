"""What happened since people were told last, sorted by what they have to do about it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from flows.letters.faults import faults_of, report_for
from flows.letters.model import Item, News
from flows.steps.corrections import retracted
from flows.steps.recorded import Subject, recorded, recorded_items
from gouji.clock import shown
from gouji.codec import from_json
from gouji.duty import RULE as MISSING
from gouji.finding import Finding, Words
from gouji.ledger import tables
from gouji.words import words
from gouji.words.places import listed

# What happens to a ticket and is no news by itself, or news of its own.
QUIET = frozenset({"assigned", "disputed", "waived", "closed", "retracted"})
_TAKEN_UP = "reopened by a person"
# A letter on several reports names the first few faults of each; the report's page has them all.
_FEW, _MANY = 3, 20
_DETAILED = 5  # reports of which a letter tells all
# Of bodies that have not published all are named, unless it is nearly everybody.
_NAMED = 40


def news_of(session: Session, events: Sequence[tables.Event], *, own: bool = False) -> News:
    """The events that people should hear of. A ticket is told of once, as it stands now.

    `own`: the letter is for the body itself, which hears all of its findings.
    """
    tickets = _last_step(session, events)
    grown = [(t, fresh) for t, kind, fresh in tickets if kind in ("opened", "reopened", "updated", _TAKEN_UP) and t.status == "open"]
    # One that ended because we took back what we had said is not corrected by that.
    done = [t for t, kind, _ in tickets if kind in ("resolved", _TAKEN_UP) and t.status == "resolved"]
    missing = {t.id for t in (*(t for t, _ in grown), *done) if only_missing(session, t)}
    most = _MANY if own or len(grown) - len(missing) <= _DETAILED else _FEW
    failed = [(t, fresh) for t, fresh in grown if t.id not in missing]
    beside = recorded(session, events)
    return News(
        retracted=tuple(retracted(session, events)),
        failed=tuple(_failed(session, t, fresh, most, beside.get(_subject(t), ())) for t, fresh in failed),
        recorded=tuple(recorded_items(session, beside, {_subject(t) for t, _ in failed})),
        missing=tuple(_missing(session, t, own=own) for t, _ in grown if t.id in missing),
        reminders=reminders_of(events),
        corrected=tuple(_corrected(t) for t in done if t.id not in missing),
        appeared=tuple(Item(_about("digest.corrected", t)) for t in done if t.id in missing),
        unreadable=tuple(_unreadable(session, e) for e in sorted(events, key=lambda e: e.publication_id or 0) if e.kind == "unreadable"),
        waiting=tuple(_waiting([e for e in events if e.kind == "waiting"])),
        withdrawn=(
            *(Item(_about("digest.withdrawn", t)) for t, kind, _ in tickets if kind == "unpublished"),
            *(_vanished(e) for e in events if e.kind == "vanished"),
        ),
        sources=tuple(_source(e) for e in events if e.kind in ("source_failed", "source_back")),
    )


def standing_of(session: Session, tickets: Iterable[tables.Ticket], *, own: bool = False) -> tuple[Item, ...]:
    """These open tickets with all that stands in them, told or not."""
    found = list(tickets)
    most = _MANY if own or len(found) <= _DETAILED else _FEW
    return tuple(_failed(session, ticket, None, most) for ticket in found)


def missing_of(session: Session, tickets: Iterable[tables.Ticket], *, own: bool = False) -> tuple[Item, ...]:
    """That there is no report, for each of these tickets that speak of nothing else."""
    return tuple(_missing(session, ticket, own=own) for ticket in tickets)


def reminders_of(events: Iterable[tables.Event]) -> tuple[Item, ...]:
    """The deadlines that are near by these events."""
    return tuple(_reminder(event) for event in events if event.kind == "reminder")


def _last_step(session: Session, events: Iterable[tables.Event]) -> list[tuple[tables.Ticket, str, set[str] | None]]:
    """Each ticket with its last step, and the findings that are new in it: None where all of it is.

    One that only lost a fault has no news, one that won some has.
    """
    steps: dict[int, str] = {}
    fresh: dict[int, set[str] | None] = {}
    for event in events:
        if event.ticket_id is not None and event.kind not in QUIET and (event.kind != "updated" or event.body.get("news")):
            steps[event.ticket_id] = _TAKEN_UP if event.kind == "reopened" and "by" in event.body else event.kind
            known = fresh.get(event.ticket_id, set())
            fresh[event.ticket_id] = None if event.kind != "updated" or known is None else known | set(event.body["news"])
    return [(session.get_one(tables.Ticket, ticket_id), kind, fresh[ticket_id]) for ticket_id, kind in sorted(steps.items())]


def only_missing(session: Session, ticket: tables.Ticket) -> bool:
    """Whether the ticket never spoke of anything that can be mended but that there is no report."""
    found = select(tables.TicketFinding.rule).where(tables.TicketFinding.ticket_id == ticket.id, tables.TicketFinding.status != "recorded")
    return set(session.scalars(found)) == {MISSING}


def _missing(session: Session, ticket: tables.Ticket, *, own: bool) -> Item:
    """That there is no report is all there is to say: one sentence, and how one knows; whoever may know better is asked."""
    rows = session.scalars(_standing(ticket)).all()
    faults = faults_of(None, [from_json(row.finding, Finding) for row in rows])
    asked = (words("digest.missing_ask"),) if own else ()
    return Item(_about("digest.missing", ticket), asked, faults, headline=_about("digest.missing_alone", ticket))


def _standing(ticket: tables.Ticket) -> Select[tuple[tables.TicketFinding]]:
    found = select(tables.TicketFinding).where(
        tables.TicketFinding.ticket_id == ticket.id, tables.TicketFinding.status.in_(("open", "confirmed", "disputed"))
    )
    return found.order_by(tables.TicketFinding.id)


def _failed(
    session: Session, ticket: tables.Ticket, fresh: Collection[str] | None, most: int, beside: Sequence[Finding] = ()
) -> Item:  # fmt: skip
    """What stands in the report; `beside` is what was put on record of it."""
    standing = session.scalars(_standing(ticket)).all()
    rows = [row for row in standing if fresh is None or row.fingerprint in fresh]
    report, page = report_for(session, ticket.agency_id, ticket.year)
    told = len(standing) - len(rows)
    more = [words("digest.more", count=len(rows) - most)] if len(rows) > most else []
    before = [words("digest.told_before", count=told)] if told else []
    record = [words("digest.recorded_too", what=fault.message) for fault in faults_of(None, beside)]
    title = words("digest.failed", agency=ticket.agency, year=ticket.year, id=ticket.id, count=len(standing))
    faults = faults_of(report, [from_json(row.finding, Finding) for row in rows[:most]])
    headline = words("digest.failed_alone", agency=ticket.agency, year=ticket.year, count=len(standing))
    return Item(title, (*more, *before, *record), faults, page, headline)


def _subject(ticket: tables.Ticket) -> Subject:
    return ticket.agency_id, ticket.year


def _corrected(ticket: tables.Ticket) -> Item:
    return Item(_about("digest.corrected", ticket), headline=_about("digest.corrected_alone", ticket))


def _about(key: str, ticket: tables.Ticket) -> Words:
    return words(key, agency=ticket.agency, year=ticket.year, id=ticket.id)


def _unreadable(session: Session, event: tables.Event) -> Item:
    publication = session.get_one(tables.Publication, event.publication_id)
    return Item(_plain(f"{publication.source}: {publication.location}"), (from_json(event.body["reason"], Words),))


def _waiting(events: Sequence[tables.Event]) -> Iterator[Item]:
    """One item a document, with all that is asked of it."""
    asked: dict[tuple[str, str], list[tables.Event]] = {}
    for event in events:
        asked.setdefault((event.body["source"], event.body["location"]), []).append(event)
    for (source, location), own in asked.items():
        questions = tuple(dict.fromkeys(_message(event) for event in own))
        more = (words("digest.waiting_more", count=len(questions) - _MANY),) if len(questions) > _MANY else ()
        title = words("digest.waiting", subject=own[0].body["subject"], source=source, location=location, count=len(questions))
        yield Item(title, (*questions[:_MANY], *more))


def _source(event: tables.Event) -> Item:
    return Item(_plain(event.body["source"]), (_message(event),))


def _reminder(event: tables.Event) -> Item:
    """One deadline that is near, and who has not published."""
    names = [Words(agency["name"], agency["name"]) for agency in event.body["agencies"]]
    said = {name: event.body[name] for name in ("year", "due", "days")}
    return Item(words("digest.reminder", count=len(names), **said), (listed(names, most=_NAMED),))


def _vanished(event: tables.Event) -> Item:
    """A report against which nothing was said: where it was, and until when."""
    said = {name: event.body[name] for name in ("agency", "year", "location")}
    return Item(words("digest.vanished", at=shown(datetime.fromisoformat(event.body["last_seen"])), **said))


def _message(event: tables.Event) -> Words:
    return from_json(event.body["message"], Words)


def _plain(text: str) -> Words:
    return Words(text, text)
