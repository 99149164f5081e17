"""Where and when a report appeared."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gouji.fetched import Fetched


class Stage(StrEnum):
    """A draft is handed in for review; rules about publication run only on what is published."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Listing:
    """What the site's lists of annual reports have. `title` is the report's entry there, None where none of them links it.

    `whole` tells whether all of them were read to their ends. `others` are the years of the other entries, as the list names
    them and as the reports behind them say.
    """

    title: str | None
    whole: bool = True
    others: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """The report's page or a file linked from it, as fetched.

    `answers` are the HTTP statuses of the last fetches, all of one kind of answer, over `hours`. `trouble` says why no reader
    opens the bytes (damaged, encrypted), which came alike in `alike` fetches. `doubts` say why that may not be the site's fault.
    """

    address: str
    text: str = ""
    answers: tuple[int, ...] = ()
    hours: float = 0
    trouble: str | None = None
    alike: int = 0
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """`location` is a path or address, unique within its source; `published_on` is the page's date or the operator's word.

    `first_published_on` and `first_signed_on` are the earliest of any version on this report year: a correction makes nothing late.
    `shown_before` is the latest day that the page showed earlier. `first_seen` is the day of the first fetch, `absent_on` the last
    day on which a list read whole did not have the report, and `lacking` its pages as fetched then. What is not known is None;
    `linked` is then not known to be all.
    """

    source: str
    location: str
    stage: Stage = Stage.DRAFT
    published_on: date | None = None
    first_published_on: date | None = None
    first_signed_on: date | None = None
    shown_before: date | None = None
    first_seen: date | None = None
    absent_on: date | None = None
    column: str | None = None
    publisher: str | None = None
    listing: Listing | None = None
    linked: tuple[Linked, ...] | None = None
    lacking: tuple[Fetched, ...] = ()
