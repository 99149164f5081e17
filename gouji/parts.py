"""The reports of other bodies that one report's figures hang together with: those below it, the one above, those merged into it."""

from dataclasses import dataclass
from enum import StrEnum

from gouji.agency import Agency
from gouji.report import Report


class Standing(StrEnum):
    """How a body stands to the government whose report is judged."""

    OFFICE = "office"
    DEPARTMENT = "department"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Part:
    """Another body's report of the same year."""

    report: Report
    agency: Agency
    standing: Standing = Standing.DEPARTMENT


@dataclass(frozen=True, slots=True)
class Parts:
    """The reports found of the bodies that the roster places under a government, and the names of those not found.

    Only a roster tells who all the parts are; without one nothing is known to be complete.
    """

    found: tuple[Part, ...] = ()
    missing: tuple[str, ...] = ()
    roster: bool = False

    @property
    def complete(self) -> bool:
        return self.roster and bool(self.found) and not self.missing

    @property
    def office(self) -> Part | None:
        """The government's own office, where its report was found."""
        return next((part for part in self.found if part.standing is Standing.OFFICE), None)


@dataclass(frozen=True, slots=True)
class Above:
    """The report of the government above a body. `elsewhere` is the most requests that any other body below it received."""

    report: Report
    agency: Agency
    elsewhere: int | None = None


@dataclass(frozen=True, slots=True)
class Predecessors:
    """The last reports of the bodies merged into this one, and the names of those whose report was not found."""

    found: tuple[Part, ...] = ()
    missing: tuple[str, ...] = ()
