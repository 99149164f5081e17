"""What was seen and read, and what the rules say of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from gouji.ledger.tables.base import Base
from gouji.ledger.types import Packed


class Publication(Base):
    """A document at its place. `sha256` is of the bytes there now, `read_sha256` of the bytes that were read last, by reader `read_by`.

    `absent_at` is when the source was last looked at whole without it, before it was first seen; None where nobody had looked.
    `listed` is the title under which the site's own list has it now.
    """

    __tablename__ = "publications"
    __table_args__ = (UniqueConstraint("source", "location"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str]
    location: Mapped[str]
    name: Mapped[str]
    stage: Mapped[str]
    published_on: Mapped[date | None]
    size: Mapped[int] = mapped_column(BigInteger)
    modified: Mapped[float]
    sha256: Mapped[str]
    fetched_at: Mapped[datetime]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    gone_at: Mapped[datetime | None]
    absent_at: Mapped[datetime | None]
    listed: Mapped[str | None]
    read_sha256: Mapped[str | None]
    read_by: Mapped[str | None]
    version_id: Mapped[int | None]


class Version(Base):
    """What was read at one place from then on until it changed. `content` is a hash of what was read, not of the bytes.

    Either `report` or `trouble` is given; `readable` says whether a statutory table was found at all.
    Agency and year are kept as resolved under the roster `resolved_under`; `sure` when both are.
    """

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("publication_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id"))
    number: Mapped[int]
    content: Mapped[str]
    sha256: Mapped[str]
    read_at: Mapped[datetime]
    reader: Mapped[str]
    format: Mapped[str | None]
    title: Mapped[str | None]
    readable: Mapped[bool]
    report: Mapped[Any | None] = mapped_column(Packed, deferred=True)
    trouble: Mapped[dict[str, Any] | None]
    agency_id: Mapped[str | None]
    agency: Mapped[dict[str, Any] | None]
    year: Mapped[int | None]
    sure: Mapped[bool] = mapped_column(default=False)
    resolved_under: Mapped[str | None]


class Report(Base):
    """A publication that speaks for an agency and a year: the main one where one report came as several files.

    `basis` is a hash of all that its judgement rests on; `result_id` is that judgement, None until it is made.
    """

    __tablename__ = "reports"
    __table_args__ = (Index("ix_reports_agency_id_year", "agency_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    publication_id: Mapped[int] = mapped_column(ForeignKey("publications.id"), unique=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("versions.id"))
    agency_id: Mapped[str | None]
    year: Mapped[int | None]
    sure: Mapped[bool]
    current: Mapped[bool]
    renderings: Mapped[list[str]]
    basis: Mapped[str]
    result_id: Mapped[int | None] = mapped_column(ForeignKey("results.id"))
    page: Mapped[str | None]
    page_shows: Mapped[str | None]


class Result(Base):
    """A judgement of a version under a catalogue. `errors` and `warnings` count what stands without doubt, `counts` is by kind.

    `unsure` counts what of the report was not surely read, None where nobody counted it.
    """

    __tablename__ = "results"
    __table_args__ = (UniqueConstraint("version_id", "basis"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("versions.id"))
    basis: Mapped[str]
    catalogue: Mapped[str]
    reader: Mapped[str]
    tool: Mapped[str]
    judged_at: Mapped[datetime]
    verdict: Mapped[str]
    counts: Mapped[dict[str, Any]]
    errors: Mapped[int]
    warnings: Mapped[int]
    doubts: Mapped[int]
    unsure: Mapped[int | None]
    judgement: Mapped[Any] = mapped_column(Packed, deferred=True)
    evidence: Mapped[Any] = mapped_column(Packed, deferred=True)


class Agency(Base):
    """A body met in a report, as last known."""

    __tablename__ = "agencies"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    known: Mapped[dict[str, Any]]
    first_seen: Mapped[datetime]
