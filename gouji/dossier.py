"""All that a rule may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gouji.agency import Agency
from gouji.person import Word
from gouji.publication import Publication
from gouji.report import Report


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report with its agency, its publication and last year's report.

    `roster` tells whether a roster was given at all; `renderings` names other files of the same report, `others` are what
    was read in them. `confirmed` are the fingerprints of questions to which a person said that what was read is right.
    """

    report: Report
    agency: Agency | None = None
    publication: Publication | None = None
    previous: Report | None = None
    roster: bool = False
    renderings: tuple[str, ...] = ()
    others: tuple[Report, ...] = ()
    confirmed: Mapping[str, Word] = field(default_factory=dict)
