"""What a tracker is given of a ticket, what it holds, and what can become of an attempt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from gouji.errors import GoujiError
from gouji.finding import Words


@dataclass(frozen=True, slots=True)
class Text:
    """The same text for trackers that show Markdown and for those that show what is written."""

    markdown: str
    plain: str


@dataclass(frozen=True, slots=True)
class Note:
    """A comment of ours. `key` keeps it single in its ticket."""

    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """The place of a finding, as a file of this name; `caption` says what it shows."""

    name: str
    caption: str
    data: bytes
    media: str = "image/png"


@dataclass(frozen=True, slots=True)
class Entry:
    """A ticket as a tracker is to show it.

    `key` is in the ticket and names it in the world (gouji:LEDGER:TICKET). `own_labels` are all that we ever set: of these only
    `labels` stay. `open` is None where the tracker's own state stands. `rows` are the fields of each finding, for lists;
    `fields` those of the ticket. `notes` are all that was ever to be told, oldest first.
    """

    key: str
    title: str
    text: Text
    open: bool | None
    labels: tuple[str, ...] = ()
    own_labels: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()
    pictures: tuple[Picture, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    rows: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """What a person wrote in the ticket; `id` is the tracker's own."""

    id: str
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A ticket of ours in the tracker's list. `changed` is another text whenever anything in it is other than before."""

    id: str
    url: str | None
    open: bool
    changed: str


@dataclass(frozen=True, slots=True)
class Held:
    """What the tracker holds of a ticket now. `shows` is the mark of our text in it, `notes` and `pictures` the keys and names of ours."""

    id: str
    url: str | None
    open: bool
    shows: str | None
    labels: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    said: tuple[Said, ...] = ()
    closed_by: str | None = None


class Tracker(Protocol):
    """An office's own list of things to do. Every method does one thing at the other side, or raises FilingFailed."""

    @property
    def name(self) -> str:
        """As the configuration calls it; the same from patrol to patrol."""
        ...

    @property
    def reads_back(self) -> bool:
        """Whether it can be asked what it holds. One that cannot takes each message with a key and drops the second of a key."""
        ...

    def listed(self) -> Iterator[tuple[str, Listed]]:
        """Every ticket of ours with its key, from the list itself, never from a search, which comes late."""
        ...

    def read(self, id: str, key: str) -> Held:
        """What it holds of this ticket; FilingFailed of kind GONE where it is no longer there."""
        ...

    def create(self, entry: Entry) -> Held:
        """The ticket is there with title, text and labels."""
        ...

    def update(self, held: Held, entry: Entry) -> None:
        """The ticket has this title and text; what persons wrote below it stays."""
        ...

    def comment(self, held: Held, entry: Entry, note: Note) -> None: ...

    def label(self, held: Held, entry: Entry) -> None:
        """Of our labels it has those of the entry; others stay."""
        ...

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None: ...

    def close(self, held: Held, entry: Entry) -> None: ...

    def reopen(self, held: Held, entry: Entry) -> None: ...


class Kind(StrEnum):
    """What is to be done after a failure.

    `later`: it may pass, this ticket is tried again. `away`: the same, and no other ticket need be tried now.
    `wait`: the tracker asked for a pause. `operator`: nothing will go until somebody mends access or configuration.
    `never`: the tracker will not take this ticket as it is. `gone`: somebody took the ticket away.
    """

    LATER = "later"
    AWAY = "away"
    WAIT = "wait"
    OPERATOR = "operator"
    NEVER = "never"
    GONE = "gone"


class FilingFailed(GoujiError):
    """The tracker did not do what it was asked. `unanswered`: it may have done it all the same. `after`: seconds that it asked to wait."""

    def __init__(self, words: Words, kind: Kind, *, unanswered: bool = False, after: float | None = None) -> None:
        super().__init__(words)
        self.kind, self.unanswered, self.after = kind, unanswered, after

    def __reduce__(self) -> tuple[object, ...]:  # type: ignore[override]
        return _failed, (self.words, self.kind, self.unanswered, self.after)


def _failed(words: Words, kind: Kind, unanswered: bool, after: float | None) -> FilingFailed:
    return FilingFailed(words, kind, unanswered=unanswered, after=after)
