"""A body's duty to report on a year, and how far anybody has seen it done."""

from dataclasses import dataclass
from datetime import date

from gouji.agency import Agency
from gouji.fetched import Fetched
from gouji.form import form_for
from gouji.report import Report, Settled

RULE = "report-missing"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that may be the report that is looked for. `why` is nameless, unplaced, similar or unfetched.

    `name` is what it calls its body; `publication` its number in the ledger, `sha256` of the bytes that were read there; an entry
    of a list that could not be fetched has neither.
    """

    why: str
    source: str
    location: str
    name: str | None = None
    publication: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """`due` is the last day in time, None where nobody knows it; `excused` says why none is due, `reason` why nothing can be said.

    `publications` counts the present ones that are surely this report. `until` is the last day on which every one of `sources`, the
    lists where it would stand, had been read whole; `candidates` are documents there of which nobody knows whose they are.
    `lists` are the pages of these lists as they were fetched then.
    """

    agency: Agency
    year: int
    due: date | None = None
    excused: str | None = None
    reason: str | None = None
    publications: int = 0
    until: date | None = None
    sources: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    lists: tuple[Fetched, ...] = ()

    @property
    def days(self) -> int | None:
        """How many days after the deadline the lists were last read whole; less than one while it is not over."""
        return (self.until - self.due).days if self.until and self.due else None


def no_report(agency: str, year: int) -> Report:
    """What there is to read where nobody found a report: whose and of which year it would be, and nothing else."""
    return Report(
        source="", sha256="", format="none", form=form_for(year).name, title=None, agency=Settled(agency, True),
        year=Settled(str(year), True), published_on=None, signed_on=None, period=None, preamble=(), sections=(), tables={},
        figures={},
    )  # fmt: skip
