"""A look at a source, to its end."""

from collections.abc import Iterator
from typing import Protocol

from connectors.sources import Found, SourceFailed


class Looking(Protocol):
    def look(self) -> Iterator[Found]: ...


def look(source: Looking) -> tuple[list[Found], str]:
    """What was found, and what was said in the end."""
    found: list[Found] = []
    try:
        found.extend(source.look())
    except SourceFailed as error:
        return found, error.words.zh
    return found, ""
