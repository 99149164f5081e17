"""Patrols, the looks at sources, and who must publish."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from gouji.ledger.tables.base import Base


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


class Fact(Base):
    """What is true of the whole ledger: its own id, the brake, what was told last."""

    __tablename__ = "facts"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[dict[str, Any]]
