"""Messages that wait to be sent. Each is written with its cause, in one transaction, under a key that keeps it single."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from gouji.codec import to_json
from gouji.finding import Words
from gouji.ledger import tables
from gouji.privacy.masking import masked_all
from gouji.settings.secret import without_secrets

WAITING, SENT, REFUSED = "waiting", "sent", "refused"
SUPERSEDED, DROPPED = "superseded", "dropped"  # never sent: another tells what it would have told; a person said so
TICKET = "ticket"  # the kind of message that brings a tracker up to a ticket
URGENT = "personal-data"  # the kind of message that goes by a way of its own


def put(session: Session, key: str, kind: str, payload: dict[str, Any], now: datetime, patrol_id: int | None) -> bool:
    """The message waits, numbers of persons in it masked; false where one of this key was written already."""
    if session.scalar(select(tables.Message.id).where(tables.Message.key == key)) is not None:
        return False
    message = tables.Message(key=key, kind=kind, state=WAITING, payload=masked_all(payload), created_at=now, patrol_id=patrol_id)
    session.add(message)
    session.flush()
    return True


def waiting(session: Session) -> list[tables.Message]:
    """All messages not yet sent, oldest first, whatever their next try: each patrol tries each of them once."""
    return list(session.scalars(select(tables.Message).where(tables.Message.state == WAITING).order_by(tables.Message.id)))


def count_waiting(session: Session) -> int:
    return session.scalar(select(func.count()).where(tables.Message.state == WAITING)) or 0


def count_refused(session: Session) -> int:
    """How many were put aside because the other side will not take them; only a person sends or drops these."""
    return session.scalar(select(func.count()).where(tables.Message.state == REFUSED)) or 0


def sent(session: Session, message_id: int, now: datetime) -> None:
    """The message has gone out and never goes again."""
    message = session.get_one(tables.Message, message_id)
    message.state, message.sent_at, message.trouble = SENT, now, None
    message.attempts += 1


def failed(session: Session, message_id: int, now: datetime, why: Words, *, permanent: bool) -> None:
    """The message waits longer each time, or, where the other side will never take it, is put aside as refused."""
    message = session.get_one(tables.Message, message_id)
    message.attempts += 1
    message.trouble = to_json(Words(without_secrets(why.zh), without_secrets(why.en)))
    message.state = REFUSED if permanent else WAITING
    message.next_try = None if permanent else now + min(timedelta(minutes=5) * 2 ** min(message.attempts - 1, 10), timedelta(days=1))


def undelivered(session: Session) -> list[tables.Message]:
    """What waits and what was put aside, oldest first."""
    found = select(tables.Message).where(tables.Message.state.in_((WAITING, REFUSED))).order_by(tables.Message.id)
    return list(session.scalars(found))


def again(session: Session, message: tables.Message) -> None:
    """The message waits for the next delivery. A ticket that was put aside is looked for in the tracker's list first, else made anew."""
    if message.state == REFUSED and message.kind == TICKET:
        filing = select(tables.Filing).where(tables.Filing.ticket_id == message.ticket_id, tables.Filing.tracker == message.tracker)
        for row in session.scalars(filing):
            row.key = None
    message.state, message.next_try = WAITING, None


def newest(session: Session, kind: str) -> tables.Message | None:
    """The last message of this kind, sent or not."""
    return session.scalar(select(tables.Message).where(tables.Message.kind == kind).order_by(tables.Message.id.desc()).limit(1))
