"""Something that was fetched, as evidence of what stood there at that moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page of a source's list as it came then. Its bytes lie in the archive under `sha256`; nothing there is ever thrown away."""

    source: str
    address: str
    fetched_at: datetime
    sha256: str

    def as_json(self) -> dict[str, object]:
        at = self.fetched_at.isoformat(timespec="seconds")
        return {"source": self.source, "address": self.address, "fetched_at": at, "sha256": self.sha256}


def first_of_each(pages: Sequence[Fetched]) -> list[tuple[Fetched, int]]:
    """The page with which each source's list begins, and how many pages of it there are."""
    found: dict[str, list[Fetched]] = {}
    for page in pages:
        found.setdefault(page.source, []).append(page)
    return [(own[0], len(own)) for own in found.values()]
