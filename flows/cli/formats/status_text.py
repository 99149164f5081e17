"""How things stand, from the ledger, with the one command to give where there is something to do."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from expectations.organisation import rulebook_of
from flows.cli.formats.status_patrol import patrol_lines, to_be_run
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
    yield from patrol_lines(session, settings, now)
    failed = patrols.failures_in_a_row(session)
    yield from (_source(look, failed, settings, now) for look in shelf.looks(session) if look.name in {s.name for s in settings.sources})
    yield from (words("tickets.status-never-looked", name=name) for name in _never_looked(session, settings))
    yield from _roster(duties.all_duties(session))
    open_tickets = session.scalar(select(func.count()).where(tables.Ticket.status == TicketStatus.OPEN)) or 0
    asked = list(waiting(session))
    yield words("tickets.status-tickets", open=open_tickets, waiting=len(asked))
    if private := sum(item.is_private for item in asked):
        yield _told(private, settings)
    messages, refused, held = outbox.waiting(session), outbox.count_refused(session), facts.held(session)
    yield _messages(messages, settings)
    if refused:
        yield words("tickets.status-refused", count=refused)
    if held:
        yield words("tickets.status-held", reason=held)
    yield from _rules(session, settings)
    following = min(next_time(cron, now.astimezone(settings.zone)) for cron in settings.schedule.cron)
    yield words("tickets.status-next", cron="; ".join(settings.schedule.cron), timezone=settings.timezone, next=_at(following, settings))
    commands = ["gouji run"] if to_be_run(session, now) else []
    yield _to_do(commands, failed, len(asked), bool(messages and not held) or bool(refused))


def _rules(session: Session, settings: Settings) -> Iterator[Words]:
    """What the organisation changed of the rules, and how many reports were judged by others than those of today."""
    book = rulebook_of(settings.rules.path if settings.rules else None)
    if changes := changes_words(book.changes, book.titles().values()):
        yield changes
    if earlier := shelf.under_other_rules(session, book.hash):
        yield words("tickets.status-rules", count=earlier)


def _messages(waiting: Sequence[tables.Message], settings: Settings) -> Words:
    """How many messages wait, since when, and what stood in the way of the last attempt."""
    if not waiting:
        return words("tickets.status-no-messages")
    since = _at(min(message.created_at for message in waiting), settings)
    trouble = next((from_json(message.trouble, Words) for message in reversed(waiting) if message.trouble), None)
    key = "tickets.status-messages-trouble" if trouble else "tickets.status-messages"
    return words(key, waiting=len(waiting), since=since, trouble=trouble)


def _to_do(first: Sequence[str], failed: Mapping[str, int], asked: int, waiting: bool) -> Words:
    """The commands to give now, or that none is needed."""
    commands = [*first, *(f"gouji sources check {name}" for name in failed)]
    commands += ["gouji tickets list --waiting"] if asked else []
    commands += ["gouji outbox list"] if waiting else []
    if not commands:
        return words("tickets.status-nothing")
    return words("tickets.status-do", commands=Words("；".join(commands), "; ".join(commands)))


def _told(count: int, settings: Settings) -> Words:
    """Who was told that reports may hold personal data."""
    if settings.urgent_to:
        return words("urgent.told-by-mail", count=count, to=", ".join(settings.urgent_to))
    return words("urgent.told-by-file", count=count, folder=settings.confidential)


def _source(look: tables.SourceLook, failed: Mapping[str, int], settings: Settings, now: datetime) -> Words:
    """How the source stands: what it showed, what it should show, and how old its last good look is."""
    whole = _at(look.whole_at, settings) if look.whole_at else ""
    age = _age(now - look.whole_at) if look.whole_at else ""
    owed = words("tickets.status-owed", count=look.owed) if look.owed else ""
    said = dict(name=look.name, whole=whole, age=age, seen=_number("tickets.status-seen", look.seen), owed=owed)
    if look.message:
        expected = _number("tickets.status-expected", look.expected)
        told = from_json(look.message, Words)
        message = told if look.ok else words("tickets.status-failed", count=failed.get(look.name, 1), message=told)
        key = "tickets.status-source" if look.whole_at else "tickets.status-source-unseen"
        return words(key, message=message, expected=expected, **said)
    return words("tickets.status-source-ok", **said)


def _number(key: str, count: int | None) -> Words | str:
    """How many documents; nothing where an earlier version looked, which did not count them."""
    return "" if count is None else words(key, count=count)


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
