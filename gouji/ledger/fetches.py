"""The record of requests: what was asked of which source, when, and what came."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gouji.fetched import Fetched
from gouji.ledger import tables


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
