"""What happened, written once and never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gouji.ledger import tables
from gouji.privacy.masking import masked_all


def record(
    session: Session,
    key: str,
    kind: str,
    at: datetime,
    *,
    ticket_id: int | None = None,
    publication_id: int | None = None,
    body: dict[str, Any],
) -> bool:
    """The event stands in the ledger, numbers of persons in it masked; false where one of this key stood there already."""
    if known(session, key):
        return False
    patrol = session.scalar(select(func.max(tables.Patrol.id)))
    session.add(
        tables.Event(key=key, kind=kind, at=at, patrol_id=patrol, ticket_id=ticket_id, publication_id=publication_id, body=masked_all(body))
    )
    session.flush()
    return True


def known(session: Session, key: str) -> bool:
    return session.scalar(select(tables.Event.id).where(tables.Event.key == key)) is not None


def keys(session: Session, kind: str) -> set[str]:
    """The keys of all events of this kind."""
    return set(session.scalars(select(tables.Event.key).where(tables.Event.kind == kind)))


def last(session: Session) -> int:
    """The number of the last event; 0 where nothing ever happened."""
    return session.scalar(select(func.max(tables.Event.id))) or 0


def since(session: Session, event_id: int) -> list[tables.Event]:
    """The events after this one, oldest first."""
    return list(session.scalars(select(tables.Event).where(tables.Event.id > event_id).order_by(tables.Event.id)))


def of_ticket(session: Session, ticket_id: int) -> list[tables.Event]:
    return list(session.scalars(select(tables.Event).where(tables.Event.ticket_id == ticket_id).order_by(tables.Event.id)))
