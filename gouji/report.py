"""A report as read: its facts, sections and figures, nothing judged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gouji.document.model import Attachment, PageFile, Paragraph
from gouji.person import Word
from gouji.place import Place


class State(StrEnum):
    """What stands in a figure's cell. A blank is never 0, and what could not be read is never a blank."""

    NUMBER = "number"
    BLANK = "blank"
    MARK = "mark"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


# The doubt on a figure of which two ways of reading the same bytes say different things.
READINGS_DIFFER = "readings-differ"


@dataclass(frozen=True, slots=True)
class ReadBy:
    """A person's reading of a figure. The rest is what had been read before, and why that was in doubt."""

    word: Word
    raw: str | None
    state: State
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the statutory tables. `id` is table.row.column; `raw` is the text as printed, None where absent.

    `second` is what a second way of reading took from the same cell, None where the figure was read one way.
    `read_by` is set where a person read it; raw, state and value are then what that person saw.
    """

    id: str
    raw: str | None
    state: State
    value: Decimal | None = None
    place: Place | None = None
    doubts: tuple[str, ...] = ()
    second: str | None = None
    read_by: ReadBy | None = None

    @property
    def sure(self) -> bool:
        return not self.doubts

    @property
    def table(self) -> str:
        return self.id.split(".")[0]

    @property
    def row(self) -> str:
        return self.id.split(".")[1]

    @property
    def column(self) -> str:
        return self.id.split(".")[2]


@dataclass(frozen=True, slots=True)
class Section:
    """One of the report's parts. `number` is the form's (1 to 6), None for a part that the form does not know."""

    number: int | None
    heading: str
    place: Place
    paragraphs: tuple[Paragraph, ...] = ()
    grids: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Sign:
    """One place's word on the year or the agency. `kind` is title, period, preamble, contact, signature, text, page, file or given."""

    kind: str
    value: str
    printed: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What the signs mostly say. `sure` is false on a tie, or where only one weak sign speaks."""

    value: str | None
    sure: bool
    signs: tuple[Sign, ...] = ()

    def given(self, value: str) -> "Settled":
        """The same signs under a person's word."""
        return Settled(value, True, (Sign("given", value, value), *self.signs))


@dataclass(frozen=True, slots=True)
class Period:
    """The statistics period (统计期限) as stated."""

    start: date
    end: date
    printed: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Stranger:
    """A row of figures that the form does not know: its label, what its cells print, left to right, and where."""

    label: str
    printed: tuple[str, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class TableReading:
    """One statutory table as met: which of the form's rows and columns were found, under which printed label.

    `rows` and `columns` map ids to labels as printed; for proceedings `columns` has track.outcome ids.
    `strangers` are labels that the form does not know, `strange` the rows of figures among them.
    """

    id: str
    grids: tuple[int, ...]
    place: Place | None
    rows: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    strange: tuple[Stranger, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One document recognised. `form` is None and `tables` empty where no statutory table could be read.

    `doubts` make every word about the report a question; `unread` only what is said to be missing from it.
    `declared` is what page or file says of itself (publisher, index_number, column), `attachments` are the files that it links;
    `files` the pictures that are its pages, where it came in several.
    """

    source: str
    sha256: str
    format: str
    form: str | None
    title: Paragraph | None
    agency: Settled
    year: Settled
    published_on: date | None
    signed_on: date | None
    period: Period | None
    preamble: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: Mapping[str, TableReading]
    figures: Mapping[str, Figure]
    doubts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    declared: Mapping[str, str] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()
    files: tuple[PageFile, ...] = ()

    @property
    def report_year(self) -> int | None:
        return int(self.year.value) if self.year.value else None

    @property
    def readable(self) -> bool:
        """Whether any statutory table could be read; where not, nothing else is judged."""
        return bool(self.tables)

    def narrative(self) -> list[Paragraph]:
        """The paragraphs in which the report speaks in words, preamble first."""
        return [*self.preamble, *(p for section in self.sections for p in section.paragraphs)]
