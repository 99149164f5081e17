"""What a page of the review site shows, as values; nothing here knows HTML."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from gouji.agency import Agency
from gouji.evidence import Evidence
from gouji.fetched import Fetched
from gouji.finding import Finding, NotChecked, Verdict, Words
from gouji.judgement import Judgement
from gouji.report import Report
from gouji.revision import Revision


@dataclass(frozen=True, slots=True)
class TicketLines:
    """A ticket as its page shows it; `history` is one sentence a step, oldest first."""

    id: str
    status: str
    history: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """What a finding's place looks like; `address` is where its picture is, beside the page or in it."""

    evidence: Evidence
    address: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One document and all that is known of it.

    `report` and `judgement` are None where the document could not be read at all; `trouble` then says why.
    `waiting` are the questions that a person has still to answer. `versions` names what read and judged it.
    `source` is the configured source's name, `location` the path or address within it; `seen_whole` is when the source was last read
    whole, as of the writing of the page, and `source_trouble` what has gone wrong with it since.
    `pictures` are by fingerprint, of findings and of questions (`asked` has the fingerprint of each line of `waiting`, "" for
    one without); `no_pictures` says why there are none. `titles` are of an organisation's own rules, `changes` what it made of the others.
    `revisions` are what the versions of this publication changed, newest first.
    """

    id: str
    source: str
    location: str
    sha256: str
    report: Report | None = None
    judgement: Judgement | None = None
    agency: Agency | None = None
    trouble: Words | None = None
    published_on: date | None = None
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    read_at: datetime | None = None
    previous: str | None = None
    renderings: tuple[str, ...] = ()
    ticket: TicketLines | None = None
    waiting: tuple[Words, ...] = ()
    asked: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    no_pictures: Words | None = None
    titles: Mapping[str, Words] = field(default_factory=dict)
    changes: tuple[Words, ...] = ()
    revisions: tuple[Revision, ...] = ()
    seen_whole: datetime | None = None
    source_trouble: Words | None = None

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict if self.judgement else Verdict.UNREADABLE

    @property
    def year(self) -> int | None:
        return self.report.report_year if self.report else None

    @property
    def agency_name(self) -> str | None:
        """The agency's name as settled, else as the report's own signs give it."""
        if self.agency:
            return self.agency.name
        return self.report.agency.value if self.report else None


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One document's line in the index. `name` is what to call it where the agency is not known, `counts` is of `tally`."""

    id: str
    name: str
    agency: str | None
    year: int | None
    verdict: Verdict
    counts: Mapping[str, int]
    source: str
    location: str
    published_on: date | None = None
    ticket: TicketLines | None = None
    trouble: Words | None = None


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One thing that waits for a person; `page` is the id of the page that shows it, where there is one."""

    subject: str
    words: Words
    page: str | None = None


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A report that is not there. `state` is missing, doubt, unknown (nobody can say) or open (not yet due); `until` is the last
    day on which all the lists where it would stand had been read whole, `days` how long after the deadline that was, `lists` the
    pages of them as fetched then, the first of many, and `more_lists` how many more there were."""

    agency: str
    year: int
    words: Words | None = None
    superior: str | None = None
    due: date | None = None
    days: int | None = None
    until: date | None = None
    state: str = "missing"
    lists: tuple[Fetched, ...] = ()
    more_lists: int = 0


@dataclass(frozen=True, slots=True)
class RosterLine:
    """How many of the bodies below one stand in which way; `superior` is None for those below none."""

    superior: str | None
    year: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source: when it was last looked at whole, and what went wrong since."""

    name: str
    looked_at: datetime | None = None
    trouble: Words | None = None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """The front page: every document, what waits, what is missing, and how old all this is.

    `missing` is None where nobody knows what is due (no roster): that is not the same as nothing missing.
    """

    rows: tuple[IndexRow, ...]
    patrolled_at: datetime | None = None
    sources: tuple[SourceLine, ...] = ()
    waiting: tuple[WaitingLine, ...] = ()
    missing: tuple[MissingLine, ...] | None = None
    not_checked: tuple[NotChecked, ...] = ()
    roster: tuple[RosterLine, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, Words] = field(default_factory=dict)
    changes: tuple[Words, ...] = ()


def page_id(agency: Agency | None, year: int | None, sha256: str) -> str:
    """An ASCII name that stays the same: of the agency and the year where both are known, else of the bytes.

    >>> page_id(Agency("12345678901234567X", "某局"), 2023, "")
    '12345678901234567X-2023'
    """
    if agency is None or year is None:
        return f"document-{sha256[:16]}"
    known = agency.id if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}", agency.id) else _digest(agency.id)
    return f"{known}-{year}"


def index_row(page: ReportPage) -> IndexRow:
    """The line in the index that speaks of this page."""
    return IndexRow(
        id=page.id,
        name=page.agency_name or (page.report.title.text if page.report and page.report.title else page.location),
        agency=page.agency_name,
        year=page.year,
        verdict=page.verdict,
        counts=tally(page.judgement.findings if page.judgement else ()),
        source=page.source,
        location=page.location,
        published_on=page.published_on,
        ticket=page.ticket,
        trouble=page.trouble,
    )


def kind(finding: Finding) -> str:
    """waived, error, warning, info or doubt: doubt goes before severity, for a question is never shown as a fault."""
    if finding.waived:
        return "waived"
    return "doubt" if finding.doubt else str(finding.severity)


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings of each kind, each counted once; of waived ones nothing is said where there are none."""
    kinds = [kind(finding) for finding in findings]
    return {name: kinds.count(name) for name in KINDS if name != "waived" or name in kinds}


KINDS = ("error", "doubt", "warning", "info", "waived")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
