"""All that a rule may look at."""

from dataclasses import dataclass

from gouji.agency import Agency
from gouji.publication import Publication
from gouji.report import Report


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report with its agency, its publication and last year's report.

    `roster` tells whether a roster was given at all; `renderings` names other files of the same report, `others` are what
    was read in them.
    """

    report: Report
    agency: Agency | None = None
    publication: Publication | None = None
    previous: Report | None = None
    roster: bool = False
    renderings: tuple[str, ...] = ()
    others: tuple[Report, ...] = ()
