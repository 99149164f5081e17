"""What a source is, and what it finds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from connectors.sources.survey import Survey
from gouji.errors import GoujiError
from gouji.finding import Words


class SourceFailed(GoujiError):
    """The source, or one thing in it, could not be looked at; what was found before it still counts."""


class WholeButTold(SourceFailed):
    """The source was looked at whole, and something in it is to be told: what was not found is gone all the same."""


class SeenInPart(WholeButTold):
    """All that the source shows was seen, and it shows only the newest: what was not found says nothing."""


class IsColumn(SourceFailed):
    """What stands at a publication's address is a list of reports, and no report."""


def joined(told: Sequence[Words]) -> Words:
    """Several sentences, one a line."""
    return Words("\n".join(one.zh for one in told), "\n".join(one.en for one in told))


@dataclass(frozen=True, slots=True)
class Found:
    """One document seen. `location` is unique within its source and stays the same from look to look.

    `fetch` gives the bytes, or raises SourceFailed where they cannot be had this time: the document is there all the same.
    `sha256` is that of the bytes, where the source knows it without fetching them anew. `page` is the location of the page that
    a document is attached to: both are one publication. `held` counts the bytes that are kept at hand until it is fetched. `listed` is the
    title under which the site's own list has it.
    """

    location: str
    name: str
    size: int
    modified: float
    fetch: Callable[[], bytes]
    published_on: date | None = None
    sha256: str | None = None
    page: str | None = None
    held: int = 0
    listed: str | None = None

    def told(self) -> "Found":
        """The same without its bytes, for who only wants to know of it."""
        return replace(self, fetch=bytes)


class Source(Protocol):
    """A place that reports come from."""

    @property
    def name(self) -> str: ...

    def look(self) -> Iterator[Found]:
        """Everything there, in a stable order. Only a look that ends without SourceFailed was a whole one."""
        ...

    def survey(self) -> Survey:
        """What a look would collect and what it would leave out. Nothing of it is fetched that a list does not need."""
        ...
