"""The record of requests: what was asked of which source, when, and what came."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gouji.ledger import tables


class ListingSeen(NamedTuple):
    """A page of a source's list as it was at that moment; its bytes lie in the archive under `sha256`."""

    url: str
    fetched_at: datetime
    sha256: str


def last_listing(session: Session, source: str) -> ListingSeen | None:
    """The first page of the list as it was last seen: the evidence of what the source showed then, and of what it did not.

    None where the source has no list, or it was never seen.
    """
    return next(iter(last_listings(session, source)), None)


def last_listings(session: Session, source: str) -> list[ListingSeen]:
    """All pages of the list that were seen in the patrol that last saw any, in the order in which they were asked for."""
    seen = (
        tables.Fetch.source == source,
        tables.Fetch.purpose == "list",
        tables.Fetch.trouble.is_(None),
        tables.Fetch.sha256.is_not(None),
    )
    last = select(func.max(tables.Fetch.patrol_id)).where(*seen).scalar_subquery()
    rows = session.scalars(select(tables.Fetch).where(*seen, tables.Fetch.patrol_id == last).order_by(tables.Fetch.id))
    return [ListingSeen(row.url, row.at, row.sha256) for row in rows if row.sha256]


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
