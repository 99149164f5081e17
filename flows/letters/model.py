"""What a letter says, as values."""

from dataclasses import dataclass, field

from gouji.finding import Words
from gouji.language import Language
from gouji.ledger.content import digest_of
from gouji.settings import When


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is told, by which way, how often. `scope` are the ids of the bodies they may hear of; None: of all.

    `key` is what the ledger calls them; `notice` the notice's key where it is a chat; `to` the addresses of a letter.
    """

    key: str
    kind: str
    when: When
    language: Language
    days: int = 7
    to: tuple[str, ...] = ()
    notice: str | None = None
    scope: frozenset[str] | None = None
    name: str = ""

    @property
    def mark(self) -> str:
        """Where the ledger keeps what they were told last."""
        return "told" if self.is_everyday else f"told-{digest_of(self.key, self.when)[:32]}"

    @property
    def is_everyday(self) -> bool:
        """The office's own digest of each patrol, by mail or as a file."""
        return self.kind == "office" and self.notice is None and self.when == "patrol"


@dataclass(frozen=True, slots=True)
class Fault:
    """One finding as a letter tells it: the sentence, where to look, why it matters and what to do."""

    fingerprint: str
    message: Words
    places: tuple[Words, ...] = ()
    basis: str = ""
    fix: Words | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the letter, and what stands under it. `page` is the report's page; `headline` says it all where it is the only one."""

    title: Words
    sentences: tuple[Words, ...] = ()
    faults: tuple[Fault, ...] = ()
    page: str | None = None
    headline: Words | None = None


@dataclass(frozen=True, slots=True)
class News:
    """What there is to tell, sorted by what people have to do about it. The `first` of a way tells what stands, not what changed."""

    retracted: tuple[Item, ...] = ()
    failed: tuple[Item, ...] = ()
    recorded: tuple[Item, ...] = ()
    missing: tuple[Item, ...] = ()
    not_found: tuple[Item, ...] = ()
    reminders: tuple[Item, ...] = ()
    corrected: tuple[Item, ...] = ()
    appeared: tuple[Item, ...] = ()
    unreadable: tuple[Item, ...] = ()
    waiting: tuple[Item, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    sources: tuple[Item, ...] = ()
    subject: Words | None = field(default=None)
    first: bool = False

    @property
    def asks(self) -> bool:
        """Whether anybody has to do or to answer anything."""
        return any(getattr(self, part) for part in PARTS if part not in ("retracted", "corrected", "appeared"))

    def __bool__(self) -> bool:
        return any(getattr(self, part) for part in PARTS)


PARTS = (
    "retracted", "failed", "recorded", "missing", "not_found", "reminders", "corrected", "appeared", "unreadable", "waiting", "withdrawn",
    "sources",
)  # fmt: skip
