"""A walk through the pages of a list, and what happened on the way."""

from dataclasses import dataclass, field

from connectors.sources.model import SeenInPart, SourceFailed, WholeButTold, joined
from connectors.sources.website.listing import Entry, Listing, Passed
from connectors.sources.website.titles import is_list_page, names_no_body
from gouji.finding import Words


@dataclass(slots=True)
class Walk:
    """`failed` keeps the look from being a whole one, `told` does not; `older` and `passed` is what was left out.

    `waiting` are the pages to be read next. `columns` are entries that were called like reports and turned out to be further lists.
    """

    failed: list[Words] = field(default_factory=list)
    told: list[Words] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    columns: dict[str, Entry] = field(default_factory=dict)
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

    def follow(self, entry: Entry) -> None:
        """What the list shows there is read as a page of it."""
        self.columns[entry.url] = entry
        if entry.url not in self.asked and entry.url not in self.waiting:
            self.waiting.append(entry.url)

    def opens(self, entry: Entry) -> bool:
        """Whether an entry nobody has opened is most likely a list, which is then followed: nobody's report, at a column's address."""
        if entry.url in self.columns or not (names_no_body(entry.title) and is_list_page(entry.url)):
            return False
        self.follow(entry)
        return True

    def end(self) -> None:
        if self.failed:
            raise SourceFailed(joined([*self.failed, *self.told]))
        if self.family == "feed":
            raise SeenInPart(joined(self.told))
        if self.told:
            raise WholeButTold(joined(self.told))
