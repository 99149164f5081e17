"""A walk through the pages of a list, and what happened on the way."""

from dataclasses import dataclass, field

from connectors.sources.model import SeenInPart, SourceFailed, WholeButTold, joined
from connectors.sources.website.listing import Entry, Listing, Passed
from gouji.finding import Words


@dataclass(slots=True)
class Walk:
    """`failed` keeps the look from being a whole one, `told` does not; `older` and `passed` is what was left out."""

    failed: list[Words] = field(default_factory=list)
    told: list[Words] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    older: dict[str, Entry] = field(default_factory=dict)
    passed: dict[str, Passed] = field(default_factory=dict)
    first: Listing | None = None
    pages: int = 0
    family: str | None = None

    def saw(self, listing: Listing) -> None:
        """One more page of the list was read."""
        self.first = self.first or listing
        self.pages += 1
        self.family = listing.family if self.family in (None, "plain") else self.family
        self.passed |= {one.url: one for one in listing.passed}

    def end(self) -> None:
        if self.failed:
            raise SourceFailed(joined([*self.failed, *self.told]))
        if self.family == "feed":
            raise SeenInPart(joined(self.told))
        if self.told:
            raise WholeButTold(joined(self.told))
