"""What waits for a person: documents whose agency or year nobody knows for sure, doubts, and figures not surely read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from gouji.codec import from_json
from gouji.finding import Finding, Severity, Verdict, Words
from gouji.ledger import duties, shelf, tables
from gouji.ledger.desk import decisions
from gouji.ledger.people import People, bytes_of, people
from gouji.privacy.rule import is_private
from gouji.questions import Question, figure_question, is_unsure, question_of, questions, whether_report
from gouji.recognition.otherwise import why_no_table
from gouji.report import Report
from gouji.words import words
from gouji.words.places import table_in_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One question, or those of one table together. `key` stays the same while it waits.

    `finding` is the doubt, None where something else is in question; `questions` are the readings that it rests on, each of
    which can be settled by itself. `fingerprint` is what a person calls it by; None where only another file can help.
    `sha256` is of the bytes in question.
    """

    key: str
    publication_id: int
    source: str
    location: str
    agency: str | None
    year: int | None
    words: Words
    finding: Finding | None = None
    fingerprint: str | None = None
    questions: tuple[Question, ...] = ()
    sha256: str = ""

    @property
    def subject(self) -> str:
        """What to call it: the report, else the file."""
        return f"{self.agency} {self.year}" if self.agency and self.year else self.location

    @property
    def is_unread(self) -> bool:
        """Whether the question is if this is an annual report at all."""
        return self.fingerprint == whether_report(self.sha256)

    @property
    def is_private(self) -> bool:
        """Whether only those who are told of personal data may know what is asked."""
        return self.finding is not None and is_private(self.finding)

    @property
    def public_words(self) -> Words:
        """The question as pages and letters put it."""
        return words("judging.waits") if self.is_private else self.words

    def as_json(self) -> dict[str, object]:
        return {
            "source": self.source, "location": self.location, "agency": self.agency, "year": self.year,
            "message": self.words.as_json(), "finding": self.finding.as_json() if self.finding else None,
            "fingerprint": self.fingerprint, "readings": [question.as_json() for question in self.questions],
        }  # fmt: skip


def waiting(session: Session) -> Iterator[Waiting]:
    """All that waits, document by document. What a person has decided on no longer waits."""
    decided, said = decisions(session), people(session)
    unsure = or_(tables.Result.unsure > 0, and_(tables.Result.unsure.is_(None), tables.Result.verdict != Verdict.PASS))
    rows = session.execute(
        select(tables.Report, tables.Publication, tables.Version, tables.Result)
        .join(tables.Publication, tables.Report.publication_id == tables.Publication.id)
        .join(tables.Version, tables.Report.version_id == tables.Version.id)
        .join(tables.Result, tables.Report.result_id == tables.Result.id)
        .where(tables.Report.current, or_(~tables.Report.sure, tables.Result.doubts > 0, ~tables.Version.readable, unsure))
        .order_by(tables.Report.id)
    )
    for report, publication, version, result in rows:
        if not version.readable and not said.calls_no_report(publication, version):
            yield _unread(publication, version)
        yield from _unknown(report, publication, version)
        if version.readable:
            yield from _uncertain(publication, version, result, said, set(decided))
    yield from _perhaps_missing(session, set(decided))


def _perhaps_missing(session: Session, decided: set[str]) -> Iterator[Waiting]:
    """Bodies whose report is not there unless one of these documents is it; one that names nobody asks that itself already."""
    current = {publication.id for _, publication, _ in shelf.current(session)}
    for duty in duties.all_duties(session):
        finding = duties.finding_of(duty)
        named = [c for c in duties.candidates_of(duty) if c.name and c.publication in current]
        if duty.state == "doubt" and finding and finding.fingerprint not in decided and named:
            first, mark = named[0], finding.fingerprint
            yield Waiting(
                f"doubt-{mark}", first.publication or 0, first.source, first.location, duty.agency, duty.year, finding.message,
                finding, mark, (), first.sha256 or "",
            )  # fmt: skip


def _unread(publication: tables.Publication, version: tables.Version) -> Waiting:
    """It may hold back what is said of missing reports until another file comes or a person says that it is none."""
    report, sha256 = shelf.report_of(version), bytes_of(publication, version)
    reason = from_json(version.trouble, Words) if version.trouble else why_no_table(report) if report else words("patrol.no_table")
    mark = whether_report(sha256)
    return _one(f"unread-{publication.id}-{version.number}", publication, version, reason, fingerprint=mark, sha256=sha256)


def _unknown(report: tables.Report, publication: tables.Publication, version: tables.Version) -> Iterator[Waiting]:
    if version.readable and not report.sure:
        key = f"unknown-{publication.id}-{version.agency_id or ''}-{version.year or ''}"
        said = words(_question(version), agency=_name(version), year=version.year)
        yield _one(key, publication, version, said, fingerprint=whose(version), sha256=version.sha256)


def whose(version: tables.Version) -> str:
    """The fingerprint of the question whose report this is, and on which year."""
    return question_of(version.sha256, "agency", "year")


def _question(version: tables.Version) -> str:
    if version.agency is None:
        return "ledger.no_agency"
    if version.year is None:
        return "ledger.no_year"
    agency = shelf.agency_of(version)
    return "ledger.year_in_doubt" if agency and agency.sure else "ledger.agency_in_doubt"


def _uncertain(
    publication: tables.Publication, version: tables.Version, result: tables.Result, said: People, decided: set[str]
) -> Iterator[Waiting]:
    """The doubts, and what else of the report was not surely read, table by table."""
    report = said.report(publication, version)
    if report is None:
        return
    sha256, answered = bytes_of(publication, version), said.words(publication, version).keys() | decided
    doubts = [f for f in shelf.judgement_of(result).findings if f.doubt and f.severity is not Severity.INFO]
    for finding in doubts:
        if finding.fingerprint not in answered and not finding.waived:
            own = tuple(figure_question(report, f, sha256) for n in finding.figures if (f := report.figures.get(n)) and is_unsure(f))
            yield _one(f"doubt-{finding.fingerprint}", publication, version, finding.message, finding, finding.fingerprint, own, sha256)
    spoken_of = {name for finding in doubts for name in finding.figures}
    yield from _readings(publication, version, report, sha256, spoken_of)


def _readings(
    publication: tables.Publication, version: tables.Version, report: Report, sha256: str, spoken_of: set[str]
) -> Iterator[Waiting]:
    asked = [question for question in questions(report, sha256) if question.subject not in spoken_of]
    for (table, of_figures), group in groupby(asked, key=lambda q: (q.table, q.is_figure)):
        own = tuple(group)
        key = f"reading-{publication.id}-{version.number}-{table}{'-figures' if of_figures else ''}"
        mark = question_of(sha256, *(q.subject for q in own)) if of_figures else own[0].fingerprint
        yield _one(key, publication, version, _asked(own), None, mark, own, sha256)


def _asked(own: Sequence[Question]) -> Words:
    first = own[0]
    if first.is_figure:
        return words("ledger.figures_in_doubt", table=table_in_words(first.table), count=len(own))
    return words("ledger.reading_in_doubt", what=first.name, why=first.why)


def _one(
    key: str, publication: tables.Publication, version: tables.Version, said: Words, finding: Finding | None = None,
    fingerprint: str | None = None, asked: tuple[Question, ...] = (), sha256: str = "",
) -> Waiting:  # fmt: skip
    return Waiting(
        key, publication.id, publication.source, publication.location, _name(version), version.year, said,
        finding, fingerprint, asked, sha256,
    )  # fmt: skip


def _name(version: tables.Version) -> str | None:
    return str(version.agency["name"]) if version.agency else None
