"""What persons read and confirmed, laid over what the readers read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.codec import from_json
from gouji.ledger import shelf, tables
from gouji.person import Word
from gouji.questions import AGENCY, DOCUMENT, YEAR, whether_report
from gouji.report import Figure, ReadBy, Report, TableReading
from gouji.ticket import FindingStatus

# Where the file itself holds the cell's text, the same content says the same, whatever else on the page changed (a visit
# counter). Print and images may be misread alike though they differ, so there a word holds for the very bytes only.
_TEXT_AS_STORED = frozenset({"html", "text", "docx", "xlsx"})

# What a person says who takes an earlier word back: the kind of a decision, and the mark of a reading that reads nothing.
TAKEN_BACK = "taken-back"
# For which body and year a document spoke, by its ticket, until a person said whose it is.
SPOKE_FOR = "spoke_for"


@dataclass(frozen=True)
class People:
    """By the hash of the bytes: the last reading of each subject, and the questions answered with "as read"."""

    readings: Mapping[str, Mapping[str, tables.PersonReading]] = field(default_factory=dict)
    confirmed: Mapping[str, Mapping[str, Word]] = field(default_factory=dict)

    def report(self, publication: tables.Publication, version: tables.Version) -> Report | None:
        """The report of this version as read, with what persons read in its place."""
        report = shelf.report_of(version)
        own = self.of(publication, version)
        return with_readings(report, own) if report and own else report

    def of(self, publication: tables.Publication, version: tables.Version) -> Mapping[str, tables.PersonReading]:
        """The readings that hold for the bytes at this place; whose and of which year they are holds for the whole version."""
        facts = {s: r for s, r in self.readings.get(version.sha256, {}).items() if s in (AGENCY, YEAR)}
        return {**facts, **self.readings.get(bytes_of(publication, version), {})}

    def words(self, publication: tables.Publication, version: tables.Version) -> Mapping[str, Word]:
        """The fingerprints that a person confirmed for the bytes at this place."""
        return self.confirmed.get(bytes_of(publication, version), {})

    def calls_no_report(self, publication: tables.Publication, version: tables.Version) -> bool:
        """Whether a person looked at bytes in which nothing could be read, and says that they are no annual report."""
        return not version.readable and whether_report(bytes_of(publication, version)) in self.words(publication, version)

    def basis(self, publication: tables.Publication, version: tables.Version) -> list[object]:
        """What a judgement of this version rests on here, as plain values; empty where nobody said anything."""
        read = [[subject, row.id] for subject, row in sorted(self.of(publication, version).items())]
        confirmed = [[mark, word.as_json()] for mark, word in sorted(self.words(publication, version).items())]
        return [*read, *confirmed]


def people(session: Session) -> People:
    """All that persons said of readings; the last word on each subject counts."""
    readings: dict[str, dict[str, tables.PersonReading]] = defaultdict(dict)
    for row in session.scalars(select(tables.PersonReading).order_by(tables.PersonReading.id)):
        if row.said.get(TAKEN_BACK):
            readings[row.sha256].pop(row.subject, None)
        else:
            readings[row.sha256][row.subject] = row
    confirmed: dict[str, dict[str, Word]] = defaultdict(dict)
    bound = select(tables.Decision).where(tables.Decision.sha256.is_not(None)).order_by(tables.Decision.id)
    for decision in session.scalars(bound):
        said = confirmed[str(decision.sha256)]
        said.pop(decision.fingerprint, None)
        if decision.kind == FindingStatus.CONFIRMED:
            said[decision.fingerprint] = Word(decision.by, decision.at, decision.reason)
    return People(readings, confirmed)


def bytes_of(publication: tables.Publication, version: tables.Version) -> str:
    """The hash of the bytes that a person's reading of this version is bound to."""
    return version.sha256 if version.format in _TEXT_AS_STORED else publication.read_sha256 or version.sha256


def with_readings(report: Report, readings: Mapping[str, tables.PersonReading]) -> Report:
    """The report with these readings; what had been read stays visible beside them."""
    figures = {name: _figure(figure, readings.get(name)) for name, figure in report.figures.items()}
    found = {name: _table(table, readings.get(name)) for name, table in report.tables.items()}
    agency, year = readings.get(AGENCY), readings.get(YEAR)
    return replace(
        report,
        figures=figures,
        tables=found,
        doubts=_left(report.doubts, readings.get(DOCUMENT)),
        agency=report.agency.given(agency.said["value"]) if agency else report.agency,
        year=report.year.given(year.said["value"]) if year else report.year,
    )


def _figure(figure: Figure, row: tables.PersonReading | None) -> Figure:
    if row is None:
        return figure
    said = from_json({"id": figure.id, **row.said}, Figure)
    was = ReadBy(Word(row.by, row.at, row.reason), figure.raw, figure.state, figure.doubts)
    return replace(figure, raw=said.raw, state=said.state, value=said.value, doubts=(), read_by=was)


def _table(table: TableReading, row: tables.PersonReading | None) -> TableReading:
    return replace(table, doubts=_left(table.doubts, row)) if row else table


def _left(doubts: Iterable[str], row: tables.PersonReading | None) -> tuple[str, ...]:
    """The doubts that the person did not know of."""
    settled = row.said["doubts"] if row else ()
    return tuple(doubt for doubt in doubts if doubt not in settled)


def said_of(figure: Figure) -> dict[str, object]:
    """A figure's reading as a row keeps it."""
    return {"raw": figure.raw, "state": str(figure.state), "value": None if figure.value is None else str(figure.value)}
