"""What the ledger keeps, table by table."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from gouji.ledger.types import Moment, Packed


class Base(DeclarativeBase):
    # Named constraints, so that a later migration can find them on both databases.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
        }
    )  # fmt: skip
    type_annotation_map = {
        datetime: Moment,
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[dict[str, Any]]: JSON(none_as_null=True),
    }


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


class Lease(Base):
    """Who works alone on something, until when. `born` is the process's start, since numbers of processes come again."""

    __tablename__ = "leases"

    name: Mapped[str] = mapped_column(primary_key=True)
    host: Mapped[str]
    pid: Mapped[int]
    born: Mapped[str]
    holder: Mapped[str]
    taken_at: Mapped[datetime]
    expires_at: Mapped[datetime]


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


class Patrol(Base):
    """One patrol; without `ended_at` it did not get to its end."""

    __tablename__ = "patrols"

    id: Mapped[int] = mapped_column(primary_key=True)
    host: Mapped[str]
    pid: Mapped[int]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    summary: Mapped[dict[str, Any] | None]


class SourceLook(Base):
    """The last look at a source; `whole_at` is when it was last seen whole.

    `seen` counts the documents of that look, `expected` those that were there before it, `owed` the bodies of the roster that must
    have published there; `unfetched` are entries never yet fetched.
    """

    __tablename__ = "source_looks"

    name: Mapped[str] = mapped_column(primary_key=True)
    looked_at: Mapped[datetime]
    whole_at: Mapped[datetime | None]
    ok: Mapped[bool]
    message: Mapped[dict[str, Any] | None]
    seen: Mapped[int | None]
    expected: Mapped[int | None]
    owed: Mapped[int | None]
    unfetched: Mapped[list[dict[str, Any]] | None]


class Duty(Base):
    """A body of the roster and a report year, as the last patrol found it.

    `state` is published, open (not yet due), missing, doubt, unknown or excused; `why` is the code of what makes it unknown or
    excused. `until`, `sources` and `candidates` are those of gouji.duty.Duty; `finding` is what is said of it.
    """

    __tablename__ = "duties"

    agency_id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    agency: Mapped[str]
    superior: Mapped[str | None]
    state: Mapped[str]
    why: Mapped[str | None]
    due: Mapped[date | None]
    until: Mapped[date | None]
    sources: Mapped[list[str]]
    candidates: Mapped[list[dict[str, Any]]]
    finding: Mapped[dict[str, Any] | None]


class Fetch(Base):
    """A request to a source as it went, never changed afterwards: the bytes of `sha256` lie in the archive.

    `purpose` is list, page or robots. Of an answer "not modified" the hash is that of the copy that is still good; `status` is
    None where no answer came, or where the source does not speak HTTP. `form` is what was posted.
    """

    __tablename__ = "fetches"
    __table_args__ = (Index("ix_fetches_source_purpose", "source", "purpose"), Index("ix_fetches_url", "url"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    patrol_id: Mapped[int]
    source: Mapped[str]
    purpose: Mapped[str]
    url: Mapped[str]
    form: Mapped[str | None]
    status: Mapped[int | None]
    headers: Mapped[dict[str, Any]]
    size: Mapped[int] = mapped_column(BigInteger)
    sha256: Mapped[str | None]
    trouble: Mapped[dict[str, Any] | None]


class Fact(Base):
    """What is true of the whole ledger: its own id, the brake, what was told last."""

    __tablename__ = "facts"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]
