"""How things stand, from the ledger, with the one command to give where there is something to do."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from expectations.organisation import rulebook_of
from flows.cli.voice import Voice
from gouji.codec import from_json
from gouji.finding import Words
from gouji.ledger import duties, facts, outbox, patrols, shelf, tables
from gouji.ledger.waiting import waiting
from gouji.settings import Settings
from gouji.settings.cron import next_time
from gouji.ticket import TicketStatus
from gouji.words import words
from gouji.words.rules import changes_words


def status(session: Session, settings: Settings, voice: Voice, now: datetime) -> str:
    return "".join(voice.say(line) + "\n" for line in _lines(session, settings, now))


def _lines(session: Session, settings: Settings, now: datetime) -> Iterator[Words]:
    yield _last(patrols.last(session), settings)
    yield from (_source(look, settings, now) for look in shelf.looks(session) if look.name in {s.name for s in settings.sources})
    yield from (words("tickets.status-never-looked", name=name) for name in _never_looked(session, settings))
    yield from _roster(duties.all_duties(session))
    open_tickets = session.scalar(select(func.count()).where(tables.Ticket.status == TicketStatus.OPEN)) or 0
    asked = list(waiting(session))
    yield words("tickets.status-tickets", open=open_tickets, waiting=len(asked))
    if private := sum(item.is_private for item in asked):
        yield _told(private, settings)
    yield words("tickets.status-messages", waiting=outbox.count_waiting(session))
    if held := facts.held(session):
        yield words("tickets.status-held", reason=held)
    book = rulebook_of(settings.rules.path if settings.rules else None)
    if changes := changes_words(book.changes, book.titles().values()):
        yield changes
    if earlier := shelf.under_other_rules(session, book.hash):
        yield words("tickets.status-rules", count=earlier)
    following = min(next_time(cron, now.astimezone(settings.zone)) for cron in settings.schedule.cron)
    yield words("tickets.status-next", cron="; ".join(settings.schedule.cron), timezone=settings.timezone, next=_at(following, settings))


def _told(count: int, settings: Settings) -> Words:
    """Who was told that reports may hold personal data."""
    if settings.urgent_to:
        return words("urgent.told-by-mail", count=count, to=", ".join(settings.urgent_to))
    return words("urgent.told-by-file", count=count, folder=settings.confidential)


def _last(patrol: tables.Patrol | None, settings: Settings) -> Words:
    if patrol is None or patrol.ended_at is None:
        return words("tickets.status-no-patrol")
    seconds = round((patrol.ended_at - patrol.started_at).total_seconds())
    return words("tickets.status-last", ended=_at(patrol.ended_at, settings), seconds=seconds)


def _source(look: tables.SourceLook, settings: Settings, now: datetime) -> Words:
    """How the source stands: what it showed, what it should show, and how old its last good look is."""
    whole = _at(look.whole_at, settings) if look.whole_at else words("tickets.status-source-never")
    age = _age(now - look.whole_at) if look.whole_at else words("tickets.status-source-no-age")
    owed = words("tickets.status-owed", count=look.owed) if look.owed else ""
    said = dict(name=look.name, whole=whole, age=age, seen="?" if look.seen is None else look.seen, owed=owed)
    if look.message:
        expected = "?" if look.expected is None else look.expected
        return words("tickets.status-source", message=from_json(look.message, Words), expected=expected, **said)
    return words("tickets.status-source-ok", **said)


def _never_looked(session: Session, settings: Settings) -> list[str]:
    known = {look.name for look in shelf.looks(session)}
    return [setting.name for setting in settings.sources if setting.name not in known]


def _age(age: timedelta) -> Words:
    hours = max(0, int(age.total_seconds() // 3600))
    return words("tickets.status-days", count=hours // 24) if hours >= 48 else words("tickets.status-hours", count=hours)


def _roster(owed: Sequence[tables.Duty]) -> Iterator[Words]:
    """How the bodies of the roster stand, year by year, and who may have been overlooked."""
    for year in sorted({duty.year for duty in owed}, reverse=True):
        yield words("tickets.status-roster", year=year, **duties.tally([duty for duty in owed if duty.year == year]))
    if any(duty.state in ("doubt", "unknown") for duty in owed):
        yield words("tickets.status-roster-how")


def _at(moment: datetime, settings: Settings) -> str:
    return f"{moment.astimezone(settings.zone):%Y-%m-%d %H:%M}"
