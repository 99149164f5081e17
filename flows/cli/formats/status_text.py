"""How things stand, from the ledger, with the one command to give where there is something to do."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flows.cli.voice import Voice
from gouji.codec import from_json
from gouji.finding import Words
from gouji.ledger import facts, outbox, patrols, shelf, tables
from gouji.ledger.waiting import waiting
from gouji.settings import Settings
from gouji.ticket import TicketStatus
from gouji.words import words


def status(session: Session, settings: Settings, voice: Voice) -> str:
    return "".join(voice.say(line) + "\n" for line in _lines(session, settings))


def _lines(session: Session, settings: Settings) -> Iterator[Words]:
    yield _last(patrols.last(session), settings)
    yield from (_source(look, settings) for look in shelf.looks(session))
    open_tickets = session.scalar(select(func.count()).where(tables.Ticket.status == TicketStatus.OPEN)) or 0
    yield words("tickets.status-tickets", open=open_tickets, waiting=len(list(waiting(session))))
    yield words("tickets.status-messages", waiting=outbox.count_waiting(session))
    if held := facts.held(session):
        yield words("tickets.status-held", reason=held)
    yield words("tickets.status-next", cron="; ".join(settings.schedule.cron), timezone=settings.timezone)


def _last(patrol: tables.Patrol | None, settings: Settings) -> Words:
    if patrol is None or patrol.ended_at is None:
        return words("tickets.status-no-patrol")
    seconds = round((patrol.ended_at - patrol.started_at).total_seconds())
    return words("tickets.status-last", ended=_at(patrol.ended_at, settings), seconds=seconds)


def _source(look: tables.SourceLook, settings: Settings) -> Words:
    if look.message:
        return words("tickets.status-source", name=look.name, message=from_json(look.message, Words))
    return words("tickets.status-source-ok", name=look.name, whole=_at(look.whole_at, settings) if look.whole_at else "?")


def _at(moment: datetime, settings: Settings) -> str:
    return f"{moment.astimezone(settings.zone):%Y-%m-%d %H:%M}"
