"""What waits for a person: documents whose agency or year nobody knows for sure, and doubts."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from gouji.codec import from_json
from gouji.finding import Finding, Severity, Words
from gouji.ledger import shelf, tables
from gouji.ledger.desk import decisions
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One question. `finding` is the doubt, None where the document itself is in question. `key` stays the same while it waits."""

    key: str
    publication_id: int
    source: str
    location: str
    agency: str | None
    year: int | None
    words: Words
    finding: Finding | None = None

    @property
    def subject(self) -> str:
        """What to call it: the report, else the file."""
        return f"{self.agency} {self.year}" if self.agency and self.year else self.location

    def as_json(self) -> dict[str, object]:
        return {
            "source": self.source, "location": self.location, "agency": self.agency, "year": self.year,
            "message": self.words.as_json(), "finding": self.finding.as_json() if self.finding else None,
        }  # fmt: skip


def waiting(session: Session) -> Iterator[Waiting]:
    """All that waits, document by document. What a person has decided on no longer waits."""
    decided = decisions(session)
    rows = session.execute(
        select(tables.Report, tables.Publication, tables.Version, tables.Result)
        .join(tables.Publication, tables.Report.publication_id == tables.Publication.id)
        .join(tables.Version, tables.Report.version_id == tables.Version.id)
        .join(tables.Result, tables.Report.result_id == tables.Result.id)
        .where(tables.Report.current, or_(~tables.Report.sure, tables.Result.doubts > 0, ~tables.Version.readable))
        .order_by(tables.Report.id)
    )
    for report, publication, version, result in rows:
        yield from _unread(publication, version)
        yield from _unknown(report, publication, version)
        yield from (w for w in _doubts(publication, version, result) if w.finding and w.finding.fingerprint not in decided)


def _unread(publication: tables.Publication, version: tables.Version) -> Iterator[Waiting]:
    if not version.readable:
        reason = from_json(version.trouble, Words) if version.trouble else words("patrol.no_table")
        yield _one(f"unread-{publication.id}-{version.number}", publication, version, reason)


def _unknown(report: tables.Report, publication: tables.Publication, version: tables.Version) -> Iterator[Waiting]:
    if version.readable and not report.sure:
        key = f"unknown-{publication.id}-{version.agency_id or ''}-{version.year or ''}"
        yield _one(key, publication, version, words(_question(version), agency=_name(version), year=version.year))


def _question(version: tables.Version) -> str:
    if version.agency is None:
        return "ledger.no_agency"
    if version.year is None:
        return "ledger.no_year"
    agency = shelf.agency_of(version)
    return "ledger.year_in_doubt" if agency and agency.sure else "ledger.agency_in_doubt"


def _doubts(publication: tables.Publication, version: tables.Version, result: tables.Result) -> Iterator[Waiting]:
    for finding in shelf.judgement_of(result).findings:
        if finding.doubt and finding.severity is not Severity.INFO:
            yield _one(f"doubt-{finding.fingerprint}", publication, version, finding.message, finding)


def _one(key: str, publication: tables.Publication, version: tables.Version, said: Words, finding: Finding | None = None) -> Waiting:
    return Waiting(key, publication.id, publication.source, publication.location, _name(version), version.year, said, finding)


def _name(version: tables.Version) -> str | None:
    return str(version.agency["name"]) if version.agency else None
