"""The reports that are to be corrected and yet get no ticket, each by the first reason why: the patrol's numbers add up with them."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from flows.office import Office
from gouji.finding import Verdict
from gouji.judgement import Judgement
from gouji.ledger import tables


@dataclass(frozen=True, slots=True)
class Untold:
    """`unplaced`: nobody knows surely whose they are, or of which year. `other_years`: years that get no tickets.

    `recorded`: no new version can mend what was found; letters tell of it all the same.
    """

    recorded: int = 0
    other_years: int = 0
    unplaced: int = 0

    def __add__(self, other: "Untold") -> "Untold":
        return Untold(*(own + more for own, more in zip(astuple(self), astuple(other), strict=True)))

    def __bool__(self) -> bool:
        return any(astuple(self))


def untold(office: Office, judged: Sequence[tuple[tables.Report, Judgement]]) -> Untold:
    """How many of these are to be corrected and get no ticket."""
    return sum((_of(office, report, judgement) for report, judgement in judged if judgement.verdict is Verdict.FAIL), Untold())


def _of(office: Office, report: tables.Report, judgement: Judgement) -> Untold:
    if not report.sure or report.agency_id is None or report.year is None:
        return Untold(unplaced=1)
    if not office.settings.tickets_for(report.year, office.today):
        return Untold(other_years=1)
    return Untold(recorded=int(not any(finding.mendable for finding in judgement.findings if finding.accuses)))
