"""What a person asks to be checked, and what there is to say of it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gouji.agency import Agency
from gouji.finding import Verdict, Words
from gouji.judgement import Judgement
from gouji.publication import Stage
from gouji.report import Report
from gouji.roster import Roster


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asked: these documents, against those of last year, and what only a person can know of them."""

    paths: tuple[Path, ...]
    previous: tuple[Path, ...] = ()
    roster: Roster | None = None
    stage: Stage = Stage.DRAFT
    published: date | None = None
    agency: str | None = None
    year: int | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Checked:
    """One report of one agency and year. `trouble` says why it could not be read; then nothing was judged."""

    source: str
    sha256: str
    report: Report | None = None
    agency: Agency | None = None
    judgement: Judgement | None = None
    trouble: Words | None = None
    renderings: tuple[str, ...] = ()
    previous: str | None = None

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict if self.judgement else Verdict.UNREADABLE


@dataclass(frozen=True, slots=True)
class Answer:
    """The reports in the order of their paths. `remarks` are what a person should know of the checking itself."""

    reports: tuple[Checked, ...]
    remarks: tuple[Words, ...] = ()
