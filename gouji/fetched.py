"""Something that was fetched, as evidence of what stood there at that moment."""

from collections import Counter
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


# A finding names so many pages at most: a list may have hundreds, which lie in the archive all the same.
_NAMED = 20


def named_of(pages: Sequence[Fetched]) -> tuple[Fetched, ...]:
    """The pages that a finding names, in their order: of each source's list the first ones, of all as many."""
    each = max(1, _NAMED // max(1, len({page.source for page in pages})))
    seen: Counter[str] = Counter()
    named = []
    for page in pages:
        seen[page.source] += 1
        if seen[page.source] <= each:
            named.append(page)
    return tuple(named)


def first_of_each(pages: Sequence[Fetched]) -> list[tuple[Fetched, int]]:
    """The page with which each source's list begins, and how many pages of it there are."""
    found: dict[str, list[Fetched]] = {}
    for page in pages:
        found.setdefault(page.source, []).append(page)
    return [(own[0], len(own)) for own in found.values()]
