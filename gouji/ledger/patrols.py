"""The patrols themselves."""

import os
import platform
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gouji.ledger import tables

# A hundred days of one patrol a day: who counts further has long been told.
_LOOKED_BACK = 100


def begin(session: Session, now: datetime) -> int:
    """The new patrol's number."""
    patrol = tables.Patrol(host=platform.node(), pid=os.getpid(), started_at=now)
    session.add(patrol)
    session.flush()
    return patrol.id


def end(session: Session, patrol_id: int, now: datetime, summary: dict[str, Any]) -> None:
    """The patrol got to its end, with this summary."""
    patrol = session.get_one(tables.Patrol, patrol_id)
    patrol.ended_at, patrol.summary = now, summary


def current(session: Session) -> int:
    """The number of the patrol that was begun last; 0 before the first."""
    return session.scalar(select(func.max(tables.Patrol.id))) or 0


def any_whole(session: Session) -> bool:
    """Whether a patrol ever got to its end."""
    return session.scalar(select(tables.Patrol.id).where(tables.Patrol.ended_at.is_not(None)).limit(1)) is not None


def last(session: Session) -> tables.Patrol | None:
    """The last patrol that got to its end."""
    whole = select(tables.Patrol).where(tables.Patrol.ended_at.is_not(None))
    return session.scalar(whole.order_by(tables.Patrol.id.desc()).limit(1))


def unfinished(session: Session) -> tables.Patrol | None:
    """The patrol that was begun last, where it has not got to its end: it goes on, or it broke off."""
    begun = session.scalar(select(tables.Patrol).order_by(tables.Patrol.id.desc()).limit(1))
    return begun if begun is not None and begun.ended_at is None else None


def failures_in_a_row(session: Session) -> dict[str, int]:
    """By source how many of the last whole patrols, one after another, could not look at it as a whole."""
    whole = select(tables.Patrol.summary).where(tables.Patrol.ended_at.is_not(None)).order_by(tables.Patrol.id.desc()).limit(_LOOKED_BACK)
    count: dict[str, int] = {}
    ended: set[str] = set()
    for summary in session.scalars(whole):
        for source in (summary or {}).get("sources", ()):
            if source["ok"]:
                ended.add(source["name"])
            elif source["name"] not in ended:
                count[source["name"]] = count.get(source["name"], 0) + 1
    return count


def begun_first(session: Session) -> datetime | None:
    """When the ledger's first patrol began."""
    return session.scalar(select(tables.Patrol.started_at).order_by(tables.Patrol.id).limit(1))
