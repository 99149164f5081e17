"""A person's word on how something was read is taken back: it counts as though nobody had said it, and stays in the history."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.clock import shown
from gouji.errors import UsageError
from gouji.finding import Words
from gouji.ledger import shelf, tables
from gouji.ledger.answers import Recorded, Taken
from gouji.ledger.asked import prefix_of
from gouji.ledger.people import SPOKE_FOR, TAKEN_BACK, bytes_of
from gouji.questions import AGENCY, YEAR, question_of
from gouji.ticket import FindingStatus
from gouji.words import words

_SAID = (FindingStatus.CONFIRMED, "corrected")
_SILENT = (FindingStatus.WAIVED, FindingStatus.RETRACTED)  # these are no words on what was read
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """What one answer wrote down: the word on the finding, and the readings; `name` is the fingerprint that was answered."""

    name: str
    decision: tables.Decision | None
    readings: tuple[tables.PersonReading, ...]

    @property
    def rows(self) -> Sequence[tables.Decision | tables.PersonReading]:
        return (*((self.decision,) if self.decision else ()), *self.readings)


def take_back(session: Session, given: str, by: str, reason: str | None, now: datetime) -> Recorded:
    """What was said last of this fingerprint, taken back; a UsageError where nobody said anything of it, or of several that begin so."""
    prefix = prefix_of(given)
    found = [said for said in _said(session) if said.name.startswith(prefix)]
    names = sorted({said.name for said in found})
    if len(names) > 1:
        raise UsageError(words("ledger.ambiguous_fingerprint", given=prefix, found=", ".join(names[:_SHOWN])))
    if not names:
        raise UsageError(words("ledger.nothing_said", given=given))
    ids = tuple(dict.fromkeys(number for said in found for number in _touched(session, said)))
    spoke_for = next((whose for number in ids if (whose := shelf.spoken_for(session, number))), None)
    for said in found:
        _write(session, said, by, reason, now, spoke_for)
    taken = tuple(Taken(_about(row), None, None, taken_back=True) for said in found for row in said.rows[:1])
    return Recorded(names[0], ids, taken)


def _said(session: Session) -> Iterator[_Said]:
    """Every answer that counts now, by each name that it may be called by."""
    readings = _readings(session)
    for decision in _decisions(session):
        # A word on a finding that was in no doubt is bound to no bytes, the reading that it came with always is.
        own = tuple(row for row in readings if decision.sha256 in (None, row.sha256) and (row.at, row.by) == (decision.at, decision.by))
        yield _Said(decision.fingerprint, decision, own)
    for at, by, sha256 in dict.fromkeys((row.at, row.by, row.sha256) for row in readings):
        own = tuple(row for row in readings if (row.at, row.by, row.sha256) == (at, by, sha256))
        if len(own) > 1:
            yield _Said(question_of(sha256, *(row.subject for row in own)), None, own)
    for question in dict.fromkeys(row.question for row in readings):
        yield _Said(question, None, tuple(row for row in readings if row.question == question))


def _decisions(session: Session) -> Iterator[tables.Decision]:
    """The last word on each finding, where it says what was read."""
    last: dict[tuple[str, str | None], tables.Decision] = {}
    for row in session.scalars(select(tables.Decision).order_by(tables.Decision.id)):
        if row.kind not in _SILENT:
            last[row.fingerprint, row.sha256] = row
    return (row for row in last.values() if row.kind in _SAID)


def _readings(session: Session) -> list[tables.PersonReading]:
    """The last reading of each subject, where it was not taken back."""
    last: dict[tuple[str, str], tables.PersonReading] = {}
    for row in session.scalars(select(tables.PersonReading).order_by(tables.PersonReading.id)):
        last[row.sha256, row.subject] = row
    return [row for row in last.values() if not row.said.get(TAKEN_BACK)]


def _touched(session: Session, said: _Said) -> Iterator[int]:
    """The publications of whose bytes it was said; of a word for any bytes, those that have the finding."""
    bound = {row.sha256 for row in said.rows if row.sha256}
    of_whom = any(row.subject in (AGENCY, YEAR) for row in said.readings)
    for report, publication, version in shelf.current(session):
        if bound and bound & {version.sha256, bytes_of(publication, version)}:
            if of_whom:
                version.resolved_under = None
            yield publication.id
        elif not bound and report.result_id is not None and _has(session, report.result_id, said.name):
            yield publication.id


def _has(session: Session, result_id: int, fingerprint: str) -> bool:
    findings = shelf.judgement_of(session.get_one(tables.Result, result_id)).findings
    return any(finding.fingerprint == fingerprint for finding in findings)


def _write(session: Session, said: _Said, by: str, reason: str | None, now: datetime, spoke_for: list[object] | None) -> None:
    if said.decision is not None:
        bound = said.decision.sha256
        session.add(tables.Decision(at=now, by=by, kind=TAKEN_BACK, fingerprint=said.name, reason=reason, sha256=bound))
    for row in said.readings:
        was = {**row.said, SPOKE_FOR: spoke_for} if row.subject in (AGENCY, YEAR) else row.said
        session.add(
            tables.PersonReading(
                at=now,
                by=by,
                sha256=row.sha256,
                subject=row.subject,
                question=row.question,
                said={TAKEN_BACK: True},
                was=was,
                reason=reason,
            )  # fmt: skip
        )


def _about(row: tables.Decision | tables.PersonReading) -> Words:
    return words("ledger.said_by", by=row.by, at=shown(row.at))
