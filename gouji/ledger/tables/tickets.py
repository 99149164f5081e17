"""Tickets, their findings and history, and what people said."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gouji.ledger.tables.base import Base


class Ticket(Base):
    """One agency's report on one year. `published` is false while no current publication speaks for it.

    `assignee` is who sees to it, where somebody was named.
    """

    __tablename__ = "tickets"
    __table_args__ = (UniqueConstraint("agency_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[str]
    agency: Mapped[str]
    year: Mapped[int]
    status: Mapped[str]
    published: Mapped[bool]
    opened_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    assignee: Mapped[str | None]


class TicketFinding(Base):
    __tablename__ = "ticket_findings"
    __table_args__ = (UniqueConstraint("ticket_id", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    fingerprint: Mapped[str]
    rule: Mapped[str]
    status: Mapped[str]
    finding: Mapped[dict[str, Any]]
    first_seen: Mapped[datetime]


class Event(Base):
    """Something that happened, never changed afterwards: the steps of tickets, and what people must be told. `key` keeps it single."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_ticket_id", "ticket_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    at: Mapped[datetime]
    patrol_id: Mapped[int | None]
    kind: Mapped[str]
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"))
    publication_id: Mapped[int | None] = mapped_column(ForeignKey("publications.id"))
    body: Mapped[dict[str, Any]]


class Decision(Base):
    """What a person said of a finding, never changed afterwards; the last one on a fingerprint counts.

    `sha256` is of the bytes that the person looked at, where the word is on how they were read and holds for no others.
    A waiver holds through `until`. What was withdrawn is withdrawn for `rule_version` of `rule` and, where `tool` is given, that gouji.
    """

    __tablename__ = "decisions"
    __table_args__ = (Index("ix_decisions_fingerprint", "fingerprint"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    kind: Mapped[str]
    fingerprint: Mapped[str]
    value: Mapped[str | None]
    reason: Mapped[str | None]
    sha256: Mapped[str | None]
    ticket_id: Mapped[int | None]
    until: Mapped[date | None]
    rule: Mapped[str | None]
    rule_version: Mapped[str | None]
    tool: Mapped[str | None]


class PersonReading(Base):
    """What a person read in the bytes of this hash, never changed afterwards; the last one on a subject counts.

    `subject` is a figure's id, a table's, `document`, `agency` or `year`; `said` what the person read, `was` what we had read.
    `question` is the fingerprint of what was asked.
    """

    __tablename__ = "person_readings"
    __table_args__ = (Index("ix_person_readings_sha256", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    sha256: Mapped[str]
    subject: Mapped[str]
    question: Mapped[str]
    said: Mapped[dict[str, Any]]
    was: Mapped[dict[str, Any]]
    reason: Mapped[str | None]
