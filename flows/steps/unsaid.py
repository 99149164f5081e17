"""What a ticket says because of how a person read the document, and what a person has taken back or read otherwise since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.duty import RULE as MISSING
from gouji.finding import Finding
from gouji.ledger import duties, events, shelf, tables
from gouji.ledger.people import SPOKE_FOR, TAKEN_BACK, bytes_of
from gouji.questions import AGENCY, DOCUMENT, YEAR
from gouji.ticket import FindingStatus, Ticket

Spoken = tuple[tables.Report, tables.Publication, tables.Version]


@dataclass(frozen=True, slots=True)
class Words:
    """All that persons ever said of readings, oldest first."""

    decisions: Sequence[tables.Decision]
    readings: Sequence[tables.PersonReading]

    def standing_at(self, moment: datetime | None, sha256: Sequence[str], finding: Finding) -> dict[str, object]:
        """What of it counted for these bytes and concerns the finding, at that moment or now."""
        said: dict[str, object] = {}
        subjects = _subjects(finding)
        for reading in self.readings:
            if reading.sha256 in sha256 and reading.subject in subjects and _by(reading.at, moment):
                said[reading.subject] = None if reading.said.get(TAKEN_BACK) else reading.said
        for decision in self.decisions:
            if decision.sha256 in sha256 and decision.fingerprint == finding.fingerprint and _by(decision.at, moment):
                said[decision.fingerprint] = decision.kind == FindingStatus.CONFIRMED
        return {subject: word for subject, word in said.items() if word}


def words_of(session: Session) -> Words:
    """Every word on how certain bytes were read, also those that count no longer."""
    bound = select(tables.Decision).where(tables.Decision.sha256.is_not(None)).order_by(tables.Decision.id)
    readings = select(tables.PersonReading).order_by(tables.PersonReading.id)
    return Words(session.scalars(bound).all(), session.scalars(readings).all())


def said_since(session: Session, ticket: Ticket) -> Mapping[str, datetime]:
    """Since when the ticket says each of its findings, the last time that it began to."""
    return {mark: event.at for event in events.of_ticket(session, ticket.id or 0) for mark in event.body.get("news", ())}


def is_unsaid(session: Session, said: Words, since: datetime, finding: Finding, spoken: Spoken) -> bool:
    """Whether this version was found to have it only as persons then read it, and they read it otherwise now.

    What was said of an earlier version stands until a new one shows it mended, whatever persons say of the new one's reading.
    """
    report, publication, version = spoken
    judged = _accused(session, report, finding) if version.read_at <= since else None
    if judged is None:
        return False
    own = (version.sha256, bytes_of(publication, version))
    return said.standing_at(max(judged, since), own, finding) != said.standing_at(None, own, finding)


def is_another_s(said: Words, since: datetime, ticket: Ticket) -> bool:
    """Whether a person has said since that a report which spoke for this body and year is another's."""
    mine = [ticket.agency_id, ticket.year]
    return any(row.subject in (AGENCY, YEAR) and row.was.get(SPOKE_FOR) == mine and row.at >= since for row in said.readings)


def is_missing_no_more(said: Words, since: datetime, duty: tables.Duty | None) -> bool:
    """Whether the report was called missing because a person called a file none, which that person has taken back."""
    if duty is None or duty.state != "doubt":
        return False
    may_be_it = {candidate.sha256 for candidate in duties.candidates_of(duty)}
    return any(begun <= since <= ended for begun, ended in _spans(said, may_be_it))


def _spans(said: Words, sha256: set[str | None]) -> Iterator[tuple[datetime, datetime]]:
    """From when until when each word on these bytes counted, of those that were taken back."""
    begun: dict[tuple[str, str | None], datetime] = {}
    for decision in said.decisions:
        name = (decision.fingerprint, decision.sha256)
        if decision.sha256 in sha256 and decision.kind == FindingStatus.CONFIRMED:
            begun[name] = decision.at
        elif decision.kind == TAKEN_BACK and name in begun:
            yield begun.pop(name), decision.at


def _accused(session: Session, report: tables.Report, finding: Finding) -> datetime | None:
    """When this version was last found to have it, other than as a question that nobody had answered."""
    earlier = select(tables.Result).where(tables.Result.version_id == report.version_id, tables.Result.id != report.result_id)
    moments = []
    for result in session.scalars(earlier):
        for found in shelf.judgement_of(result).findings:
            if found.fingerprint == finding.fingerprint and not found.doubt:
                moments.append(result.judged_at)
    return max(moments, default=None)


def _subjects(finding: Finding) -> set[str]:
    """The readings that it may rest on."""
    assert finding.rule != MISSING
    return {DOCUMENT, *finding.figures, *(name.split(".")[0] for name in finding.figures)}


def _by(at: datetime, moment: datetime | None) -> bool:
    return moment is None or at <= moment
