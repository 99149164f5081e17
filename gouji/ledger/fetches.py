"""The record of requests: what was asked of which source, when, and what came."""

from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gouji.fetched import Fetched
from gouji.ledger import tables

NOTHING_THERE = (404, 410)
_LOOKED_BACK = 100


def list_at(session: Session, source: str, moment: datetime) -> tuple[Fetched, ...]:
    """The pages of the source's list as the patrol of this moment saw them, in the order in which they were asked for.

    They are evidence of what the source showed then, and of what it did not. None where it has no list that could be kept.
    """
    patrol = select(func.max(tables.Patrol.id)).where(tables.Patrol.started_at <= moment).scalar_subquery()
    found = select(tables.Fetch).where(
        tables.Fetch.source == source, tables.Fetch.purpose == "list", tables.Fetch.trouble.is_(None),
        tables.Fetch.sha256.is_not(None), tables.Fetch.patrol_id == patrol,
    )  # fmt: skip
    return tuple(Fetched(source, row.url, row.at, row.sha256 or "") for row in session.scalars(found.order_by(tables.Fetch.id)))


class Answers(NamedTuple):
    """The statuses of an address's last fetches, oldest first, all of one kind, and over how many hours they came."""

    statuses: tuple[int, ...] = ()
    hours: float = 0.0

    @property
    def are_of_nothing(self) -> bool:
        """Whether it was said each time that nothing is there."""
        return bool(self.statuses) and self.statuses[-1] in NOTHING_THERE


def answers_of(session: Session, url: str) -> Answers:
    """How the address answered of late: that nothing is there, or anything else."""
    asked = select(tables.Fetch.at, tables.Fetch.status).where(tables.Fetch.url == url, tables.Fetch.status.is_not(None))
    newest = session.execute(asked.order_by(tables.Fetch.id.desc()).limit(_LOOKED_BACK)).tuples().all()
    alike = list(takewhile(lambda row: (row[1] in NOTHING_THERE) == (newest[0][1] in NOTHING_THERE), newest))
    if not alike:
        return Answers()
    return Answers(tuple(status or 0 for _, status in reversed(alike)), (alike[0][0] - alike[-1][0]).total_seconds() / 3600)


def has_given_such(session: Session, url: str) -> bool:
    """Whether the address's site ever gave us a file of this kind: one that gives programs none says of each that it is not there."""
    parts = urlsplit(url)
    given = select(tables.Fetch.id).where(
        tables.Fetch.url.startswith(f"{parts.scheme}://{parts.netloc}/", autoescape=True),
        tables.Fetch.url.endswith(PurePosixPath(parts.path).suffix, autoescape=True),
        tables.Fetch.purpose == "page", tables.Fetch.status.in_((200, 304)), tables.Fetch.trouble.is_(None),
    )  # fmt: skip
    return session.scalar(given.limit(1)) is not None


def dead_in(session: Session, patrol_id: int) -> list[str]:
    """The addresses that answered in this patrol that nothing is there."""
    found = select(tables.Fetch.url).where(
        tables.Fetch.patrol_id == patrol_id, tables.Fetch.purpose == "page", tables.Fetch.status.in_(NOTHING_THERE)
    )
    return sorted(set(session.scalars(found)))


def all_of(session: Session, source: str | None = None) -> Iterator[tables.Fetch]:
    """The whole record, or that of one source, in the order of the requests; read bit by bit."""
    found = select(tables.Fetch).order_by(tables.Fetch.id)
    if source is not None:
        found = found.where(tables.Fetch.source == source)
    yield from session.scalars(found.execution_options(yield_per=500))


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(tables.Fetch)) or 0


def sources(session: Session) -> list[str]:
    """The names of the sources of which anything was asked."""
    return list(session.scalars(select(tables.Fetch.source).distinct().order_by(tables.Fetch.source)))
