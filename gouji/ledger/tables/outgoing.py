"""What goes out: messages, and tickets in trackers."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gouji.ledger.tables.base import Base


class Message(Base):
    """The outbox: `key` keeps each message single, on the wire too. `state` is waiting, sent, refused (for good), superseded by a
    later one, or dropped by a person. What goes to a tracker names it and the ticket."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_state", "state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    state: Mapped[str] = mapped_column(String(16))
    payload: Mapped[dict[str, Any]]
    attempts: Mapped[int] = mapped_column(default=0)
    next_try: Mapped[datetime | None]
    trouble: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    patrol_id: Mapped[int | None]
    tracker: Mapped[str | None]
    ticket_id: Mapped[int | None]


class Filing(Base):
    """A ticket in a tracker: `key` and `url` are the tracker's own, None until it is there.

    `state` is open or closed as it was last known there, `intent` what was last meant to be made of it (written before it is
    done, so that our own closing is never taken for a person's). `seen` is the tracker's mark of the last change read back.
    """

    __tablename__ = "filings"
    __table_args__ = (UniqueConstraint("ticket_id", "tracker"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    tracker: Mapped[str]
    key: Mapped[str | None]
    url: Mapped[str | None]
    state: Mapped[str | None] = mapped_column(String(16))
    intent: Mapped[str | None] = mapped_column(String(16))
    seen: Mapped[str | None]
    filed_at: Mapped[datetime | None]
