"""What is asked to be shown of a document, and what is shown."""

from dataclasses import dataclass, field
from typing import Literal

from gouji.place import Place

# `spoken` is what the finding is about, `part` takes part in its sum.
Role = Literal["spoken", "part"]
# How grave: a question is never drawn as a fault.
Tone = Literal["error", "doubt", "notice"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure to be outlined. `order` is its place among the figures of its row in the document, from 0."""

    place: Place
    table: str
    role: Role
    raw: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph, or the part of it around a phrase, with the phrase from `start` to `end`."""

    place: Place
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person has to see to judge one finding."""

    fingerprint: str
    tone: Tone
    marks: tuple[Mark, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """One row of figures as it lies in the document: its place on a page or in a grid, and the texts of its figures."""

    place: Place
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """All that is wanted of one document; `bands` are by table the rows of figures that were read, top down."""

    wanted: tuple[Wanted, ...] = ()
    bands: dict[str, tuple[Band, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExcerptCell:
    """One cell of a table redrawn. `head` where it stands above or beside the figures."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    role: Role | None = None
    head: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Rows of a document's own table. `gaps` are the rows before which others were left out."""

    rows: tuple[tuple[ExcerptCell, ...], ...]
    gaps: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One finding's picture, a file ending in `suffix` (png or svg), and what of it can be shown as text."""

    fingerprint: str
    tone: Tone
    picture: bytes
    suffix: str
    width: int
    height: int
    excerpts: tuple[Excerpt, ...] = ()
    quotes: tuple[Quote, ...] = ()
