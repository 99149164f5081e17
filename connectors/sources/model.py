"""What a source is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from gouji.errors import GoujiError


class SourceFailed(GoujiError):
    """The source, or one thing in it, could not be looked at; what was found before it still counts."""


@dataclass(frozen=True, slots=True)
class Found:
    """One document seen. `location` is unique within its source and stays the same from look to look.

    `fetch` gives the bytes, or raises SourceFailed where they cannot be had this time: the document is there all the same.
    """

    location: str
    name: str
    size: int
    modified: float
    fetch: Callable[[], bytes]
    published_on: date | None = None


class Source(Protocol):
    """A place that reports come from."""

    @property
    def name(self) -> str: ...

    def look(self) -> Iterator[Found]:
        """Everything there, in a stable order. Only a look that ends without SourceFailed was a whole one."""
        ...
