"""What is true of the whole ledger: its id, and whether what goes out is held."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy.orm import Session

from gouji.codec import from_json, to_json
from gouji.finding import Words
from gouji.ledger import tables


def ledger_id(session: Session) -> str:
    """A name of this ledger that no other has: it makes the names of its messages single in the world."""
    row = session.get(tables.Fact, "ledger")
    if row is None:
        row = tables.Fact(name="ledger", value={"id": uuid4().hex})
        session.add(row)
    return str(row.value["id"])


def hold(session: Session, reason: Words, now: datetime) -> None:
    """Nothing goes out until a person releases it; the first reason stands."""
    if session.get(tables.Fact, "hold") is None:
        session.add(tables.Fact(name="hold", value={"reason": to_json(reason), "since": now.isoformat()}))


def release(session: Session) -> bool:
    """What waits goes out again with the next delivery; whether anything was held."""
    row = session.get(tables.Fact, "hold")
    if row is not None:
        session.delete(row)
    return row is not None


def held(session: Session) -> Words | None:
    """Why nothing goes out, where that is so."""
    row = session.get(tables.Fact, "hold")
    return from_json(row.value["reason"], Words) if row else None


def fact(session: Session, name: str) -> dict[str, Any] | None:
    row = session.get(tables.Fact, name)
    return row.value if row else None


def state(session: Session, name: str, value: dict[str, Any]) -> None:
    """From now on this is the fact of this name."""
    row = session.get(tables.Fact, name)
    if row is None:
        session.add(tables.Fact(name=name, value=value))
    else:
        row.value = value
