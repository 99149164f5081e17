"""What a fingerprint, or its beginning, stands for now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from gouji.duty import RULE as MISSING
from gouji.duty import no_report
from gouji.errors import UsageError
from gouji.finding import Finding, Words
from gouji.ledger import duties, shelf, tables
from gouji.ledger.people import People, bytes_of, people
from gouji.ledger.waiting import Waiting, waiting, whose
from gouji.questions import Question, figure_question, is_unsure
from gouji.report import Report
from gouji.words import words

Places = Mapping[int, tuple[tables.Publication, tables.Version]]

_FINGERPRINT = re.compile("[0-9a-f]{6,32}")
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one publication. `questions` are the readings that a bare yes settles, `figures` those that a value may be for."""

    fingerprint: str
    publication: tables.Publication
    version: tables.Version
    report: Report
    sha256: str
    questions: tuple[Question, ...] = ()
    figures: tuple[Question, ...] = ()
    finding: Finding | None = None
    whose: bool = False
    unread: Words | None = None


def asked(session: Session, given: str) -> list[Asked]:
    """What this fingerprint asks, once for each publication in which it does; a UsageError where it asks nothing, or several things do."""
    prefix = prefix_of(given)
    found = [one for one in _standing(session) if one.fingerprint.startswith(prefix)]
    found = found or [one for one in _other_findings(session) if one.fingerprint.startswith(prefix)]
    names = sorted({one.fingerprint for one in found})
    if len(names) > 1:
        raise UsageError(words("ledger.ambiguous_fingerprint", given=prefix, found=", ".join(names[:_SHOWN])))
    if not names:
        raise UsageError(words("ledger.past_fingerprint" if _was_known(session, prefix) else "ledger.unknown_fingerprint", given=prefix))
    return found


def prefix_of(given: str) -> str:
    """The beginning of a fingerprint that a person gave; a UsageError where it is none."""
    prefix = given.strip().lower()
    if not _FINGERPRINT.fullmatch(prefix):
        raise UsageError(words("ledger.no_fingerprint", given=given))
    return prefix


def _standing(session: Session) -> Iterator[Asked]:
    """All that waits, each reading by itself too, and what was answered already: a person may think better of it."""
    said = people(session)
    waits = list(waiting(session))
    places = {publication.id: (publication, version) for _, publication, version in shelf.current(session)}
    for item in waits:
        if item.finding and item.finding.rule == MISSING:
            continue
        publication, version = places[item.publication_id]
        report = said.report(publication, version)
        if item.is_unread:
            yield _unread(item, publication, version)
        if report is None or item.fingerprint is None or item.is_unread:
            continue
        mine = _Place(publication, version, report, item.sha256)
        if item.finding:
            yield mine.finding(item.finding)
        else:
            yield mine.asks(item.fingerprint, item.questions, whose=item.fingerprint == whose(version))
        yield from (mine.asks(question.fingerprint, (question,)) for question in item.questions if question.fingerprint != item.fingerprint)
    for publication, version in places.values():
        yield from _answered(publication, version, said)
    yield from _missing(session, places)


def _unread(item: Waiting, publication: tables.Publication, version: tables.Version) -> Asked:
    """A document in which nothing was read: a person who has looked says that it is no annual report."""
    nothing = no_report(publication.name, version.year or version.read_at.year)
    return Asked(item.fingerprint or "", publication, version, nothing, item.sha256, unread=item.words)


def _missing(session: Session, places: Places) -> Iterator[Asked]:
    """Reports that are not there unless a document is the one: a person who has looked says that it is not."""
    for duty in duties.all_duties(session):
        finding = duties.finding_of(duty)
        there = [c for c in duties.candidates_of(duty) if c.publication in places]
        if duty.state == "doubt" and finding and there:
            publication, version = places[there[0].publication or 0]
            report = no_report(duty.agency, duty.year)
            yield Asked(finding.fingerprint, publication, version, report, there[0].sha256 or "", finding=finding)


def _answered(publication: tables.Publication, version: tables.Version, said: People) -> Iterator[Asked]:
    rows = said.of(publication, version)
    report = said.report(publication, version) if rows else None
    if report is None:
        return
    mine = _Place(publication, version, report, bytes_of(publication, version))
    for subject, row in rows.items():
        if subject in report.figures:
            yield mine.asks(row.question, (figure_question(report, report.figures[subject], mine.sha256),))
    if any(subject == "agency" for subject in rows):
        yield mine.asks(whose(version), (), whose=True)


def _other_findings(session: Session) -> Iterator[Asked]:
    """Every finding that stands, in doubt or not. There may be many, so they are looked through last."""
    said = people(session)
    rows = session.execute(_with_findings())
    for publication, version, result in rows:
        report = said.report(publication, version)
        if report is not None:
            mine = _Place(publication, version, report, bytes_of(publication, version))
            yield from (mine.finding(finding) for finding in shelf.judgement_of(result).findings)


def _with_findings() -> "Select[tuple[tables.Publication, tables.Version, tables.Result]]":
    return (
        select(tables.Publication, tables.Version, tables.Result)
        .join(tables.Report, tables.Report.publication_id == tables.Publication.id)
        .join(tables.Version, tables.Report.version_id == tables.Version.id)
        .join(tables.Result, tables.Report.result_id == tables.Result.id)
        .where(tables.Report.current)
        .order_by(tables.Report.id)
    )


def _was_known(session: Session, prefix: str) -> bool:
    """Whether a fingerprint that begins so was ever shown to a person."""
    columns = (tables.TicketFinding.fingerprint, tables.Decision.fingerprint, tables.PersonReading.question)
    if any(session.scalar(select(column).where(column.startswith(prefix)).limit(1)) for column in columns):
        return True
    return session.scalar(select(tables.Event.id).where(tables.Event.key.startswith(f"doubt-{prefix}")).limit(1)) is not None


@dataclass(frozen=True, slots=True)
class _Place:
    """One publication with what was read there."""

    publication: tables.Publication
    version: tables.Version
    report: Report
    sha256: str

    def asks(self, fingerprint: str, questions: tuple[Question, ...], *, whose: bool = False) -> Asked:
        return Asked(fingerprint, self.publication, self.version, self.report, self.sha256, questions, questions, whose=whose)

    def finding(self, finding: Finding) -> Asked:
        figures = [self.report.figures[name] for name in finding.figures if name in self.report.figures]
        every = tuple(figure_question(self.report, figure, self.sha256) for figure in figures)
        doubtful = tuple(q for q, figure in zip(every, figures, strict=True) if is_unsure(figure))
        return Asked(
            finding.fingerprint, self.publication, self.version, self.report, self.sha256, doubtful, every, finding
        )  # fmt: skip
