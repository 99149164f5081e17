"""The reports that a column of a website lists."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from connectors.http import FetchFailed, NotThere
from connectors.sources.model import Found, SourceFailed, WholeButTold
from connectors.sources.web import Web
from connectors.sources.website.listing import Entry, Listing, read_listing
from connectors.sources.website.remembered import Remembered, remember, remembered
from gouji.finding import Words
from gouji.words import words

# A list of more pages than this is an endless one (calendars, counters in the address).
_MOST_PAGES = 200


@dataclass(frozen=True, slots=True)
class WebsiteSource:
    """The column at `url`: its pages, and the reports of `from_year` and later with what is attached to them."""

    name: str
    url: str
    web: Web
    from_year: int | None = None
    most_pages: int = _MOST_PAGES

    def look(self) -> Iterator[Found]:
        """Every report that the column lists, in its order, each document once.

        Only a list read to its end was looked at whole: a page of it that cannot be had, and a column in which no report can
        be found any more, say nothing of what is gone.
        """
        walk = _Walk()
        seen: set[str] = set()
        for entry in self._entries(walk):
            for found in self._publication(entry, walk):
                if found.location not in seen:
                    seen.add(found.location)
                    yield found
        walk.end()

    def _entries(self, walk: "_Walk") -> Iterator[Entry]:
        listed: dict[str, Entry] = {}
        for listing in self._listings(walk):
            new = [entry for entry in listing.entries if entry.url not in listed and entry.url not in walk.asked]
            listed |= {entry.url: entry for entry in new}
            yield from (entry for entry in new if self._is_wanted(entry))
        if not listed and not walk.failed:
            yield from self._page_itself(walk)

    def _page_itself(self, walk: "_Walk") -> Iterator[Entry]:
        """A column may always show the newest report in place of a list."""
        if walk.first is not None and walk.first.is_report:
            yield Entry(self.url, "")
        else:
            walk.failed.append(words("website.no-report", url=self.url))

    def _listings(self, walk: "_Walk") -> Iterator[Listing]:
        """The pages of the list, each once, until none is named any more, or none brings anything new."""
        waiting, asked = [self.url], walk.asked
        while waiting:
            url = waiting.pop(0)
            if len(asked) >= self.most_pages:
                walk.failed.append(words("website.too-many-pages", url=self.url, pages=self.most_pages))
                return
            asked.add(url)
            try:
                listing = self._listing(url, walk)
            except FetchFailed as error:
                walk.failed.append(words("website.list-unread", url=url, reason=error.words))
                continue
            walk.first = walk.first or listing
            waiting += [one for one in listing.further if one not in asked and one not in waiting]
            yield listing

    def _listing(self, url: str, walk: "_Walk") -> Listing:
        """The page of the list, as it was last time where the server says that it still is."""
        before = remembered(self.web.memory, url)
        page = self.web.client.get(url, before.validators if before else None)
        if page.not_modified and before is not None:
            return before.listing
        listing = read_listing(page, url, in_column=walk.first is not None and walk.first.is_column)
        remember(self.web.memory, url, Remembered(page.validators, listing))
        return listing

    def _publication(self, entry: Entry, walk: "_Walk") -> Iterator[Found]:
        try:
            yield from self.web.publication(entry.url, entry.published_on)
        except NotThere as error:
            walk.told.append(words("website.vanished", title=entry.title or self.url, reason=error.words))

    def _is_wanted(self, entry: Entry) -> bool:
        return self.from_year is None or entry.year is None or entry.year >= self.from_year


@dataclass(slots=True)
class _Walk:
    """What happened on the way: `failed` keeps the look from being a whole one, `told` does not."""

    failed: list[Words] = field(default_factory=list)
    told: list[Words] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    first: Listing | None = None

    def end(self) -> None:
        if self.failed:
            raise SourceFailed(_joined([*self.failed, *self.told]))
        if self.told:
            raise WholeButTold(_joined(self.told))


def _joined(told: list[Words]) -> Words:
    return Words("\n".join(one.zh for one in told), "\n".join(one.en for one in told))
