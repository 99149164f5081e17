"""How the patrols stand: the last that got to its end, and one begun since that is under way or broke off."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from gouji.finding import Words
from gouji.ledger import leases, patrols, tables
from gouji.settings import Settings
from gouji.words import words

_APART = timedelta(minutes=5)  # that clocks of several machines on one ledger may differ


def patrol_lines(session: Session, settings: Settings, now: datetime) -> Iterator[Words]:
    """The last whole patrol, then the one that was begun after it."""
    last = patrols.last(session)
    yield _last(last, settings)
    if last is not None and last.started_at - now > _APART:
        yield words("tickets.status-clock", now=_at(now, settings))
    begun = patrols.unfinished(session)
    if begun is None:
        return
    started = _at(begun.started_at, settings)
    if leases.taken(session, "patrol", now):
        yield words("tickets.status-under-way", started=started, host=begun.host, pid=begun.pid)
    else:
        log = _failure_since(settings.logs, begun.started_at)
        yield words("tickets.status-broke-off-log" if log else "tickets.status-broke-off", started=started, log=log or "")


def to_be_run(session: Session, now: datetime) -> bool:
    """Whether a patrol is what is wanted now: there was none yet, or the last one broke off."""
    if leases.taken(session, "patrol", now):
        return False
    return patrols.last(session) is None or patrols.unfinished(session) is not None


def _last(patrol: tables.Patrol | None, settings: Settings) -> Words:
    if patrol is None or patrol.ended_at is None:
        return words("tickets.status-no-patrol")
    seconds = round((patrol.ended_at - patrol.started_at).total_seconds())
    return words("tickets.status-last", ended=_at(patrol.ended_at, settings), seconds=seconds)


def _failure_since(logs: Path, moment: datetime) -> Path | None:
    """The newest file in which a failure since then is described; the same failure is described once a day."""
    written = sorted(logs.glob("failure-*.txt"), key=lambda path: path.stat().st_mtime) if logs.is_dir() else []
    return written[-1] if written and written[-1].stat().st_mtime >= moment.timestamp() else None


def _at(moment: datetime, settings: Settings) -> str:
    return f"{moment.astimezone(settings.zone):%Y-%m-%d %H:%M}"
