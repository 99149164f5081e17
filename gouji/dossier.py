"""All that a rule may look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gouji.agency import Agency
from gouji.deadlines import Deadlines
from gouji.duty import Duty
from gouji.likeness import Likeness
from gouji.parts import Above, Parts, Predecessors
from gouji.person import Word
from gouji.publication import Publication
from gouji.report import Report


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report with its agency, its publication and last year's report.

    `roster` tells whether a roster was given at all; `renderings` names other files of the same report, `others` are what
    was read in them. `confirmed` are the fingerprints of questions to which a person said that what was read is right.
    `parts` are the reports of the bodies below a government, `above` that of the government above, `merged` those of the bodies
    merged into this one; `likeness` is what its text shares with other bodies' of the year, None where none were at hand.
    `duty` is what was seen of a body's duty to report, where that is in question.
    `limits` are local limits of length by rule, in characters, where an organisation sets one.
    """

    report: Report
    agency: Agency | None = None
    publication: Publication | None = None
    previous: Report | None = None
    roster: bool = False
    renderings: tuple[str, ...] = ()
    others: tuple[Report, ...] = ()
    confirmed: Mapping[str, Word] = field(default_factory=dict)
    deadlines: Deadlines = Deadlines()
    parts: Parts | None = None
    above: Above | None = None
    merged: Predecessors | None = None
    likeness: tuple[Likeness, ...] | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    duty: Duty | None = None
