"""The reports that a column of a website lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from connectors.http import FetchFailed, NotThere
from connectors.sources.model import Found, IsColumn
from connectors.sources.survey import Aside, Item, Survey
from connectors.sources.web import Web
from connectors.sources.website.columns import is_column
from connectors.sources.website.listing import Entry, Listing, Passed, read_listing
from connectors.sources.website.posted import ask_of
from connectors.sources.website.remembered import Remembered, remember, remembered
from connectors.sources.website.titles import is_report
from connectors.sources.website.walk import Walk
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
        walk = Walk()
        seen: set[str] = set()
        for entry in self._entries(walk):
            for found in self._publication(entry, walk):
                if found.location not in seen:
                    seen.add(found.location)
                    yield replace(found, listed=entry.title or None)
        walk.end()

    def survey(self) -> Survey:
        """The titles of the list, as its pages show them now; the reports themselves are not fetched."""
        walk = Walk()
        items = tuple(Item(one.url, one.title or one.url, one.year, one.published_on) for one in self._entries(walk) if not walk.opens(one))
        older = [Aside(e.url, e.title, words("website.aside-older", year=e.year, from_year=self.from_year)) for e in walk.older.values()]
        columns = [Aside(one.url, one.title, words("website.aside-column")) for one in walk.columns.values()]
        passed = [_aside(one) for one in walk.passed.values()]
        return Survey(items, (*older, *columns, *passed), tuple(walk.failed), walk.pages, walk.family)

    def _entries(self, walk: Walk) -> Iterator[Entry]:
        listed: dict[str, Entry] = {}
        for listing in self._listings(walk):
            new = [entry for entry in listing.entries if entry.url not in listed and entry.url not in walk.asked]
            new += [listing.itself] if listing.itself and listing.itself.url not in listed.keys() - walk.columns.keys() else []
            listed |= {entry.url: entry for entry in new}
            walk.older |= {entry.url: entry for entry in new if not self._is_wanted(entry)}
            yield from (entry for entry in new if self._is_wanted(entry))
        if not listed and not walk.failed:
            yield from self._page_itself(walk)

    def _page_itself(self, walk: Walk) -> Iterator[Entry]:
        """A column may always show the newest report in place of a list."""
        if walk.first is not None and walk.first.is_report:
            yield Entry(self.url, "")
        else:
            walk.failed.append(words("website.no-report", url=self.url))

    def _listings(self, walk: Walk) -> Iterator[Listing]:
        """The pages of the list, each once, until none is named any more, or none brings anything new."""
        waiting, asked = walk.waiting, walk.asked
        waiting.append(self.url)
        while waiting:
            url = waiting.pop(0)
            if len(asked) >= self.most_pages:
                walk.failed.append(words("website.too-many-pages", url=self.url, pages=self.most_pages))
                return
            asked.add(url)
            try:
                listing = self._listing(url, walk)
            except FetchFailed as error:
                walk.failed.append(words("website.list-unread", reason=error.words))
                continue
            walk.saw(listing)
            waiting += [one for one in listing.further if one not in asked and one not in waiting]
            yield listing

    def _listing(self, url: str, walk: Walk) -> Listing:
        """The page of the list, as it was last time where the server says that it still is."""
        before = remembered(self.web.memory, url)
        address, form = ask_of(url)
        known = self.web.known(before.validators) if before and form is None else None
        page = self.web.client.get(address, known, purpose="list", form=form)
        if page.not_modified and before is not None:
            return before.listing
        in_column = url in walk.columns or (walk.first is not None and walk.first.is_column)
        listing = read_listing(page, url, in_column=in_column)
        if listing.is_report and not listing.entries and url in walk.columns:
            listing = replace(listing, itself=walk.columns[url])
        remember(self.web.memory, url, Remembered(page.validators, listing))
        return listing

    def _publication(self, entry: Entry, walk: Walk) -> Iterator[Found]:
        try:
            wanted = self._is_wanted_title if entry.untold else lambda _: True
            yield from self.web.publication(entry.url, entry.published_on, wanted, partial(is_column, title=entry.title))
        except IsColumn:
            walk.follow(entry)
        except NotThere as error:
            walk.told.append(words("website.vanished", title=entry.title or entry.url, reason=error.words))

    def _is_wanted_title(self, title: str) -> bool:
        """Of what a sitemap names without a title the page itself says whether it is a report, and of which year."""
        return is_report(title, in_column=True) and self._is_wanted(Entry("", title))

    def _is_wanted(self, entry: Entry) -> bool:
        return self.from_year is None or entry.year is None or entry.year >= self.from_year


def _aside(passed: Passed) -> Aside:
    """A link without a year may be a report that forgot it; one that says what else it is, is none."""
    doubt = passed.why in ("no-year", "years")
    reason = words(f"website.aside-{passed.why}") if doubt else words("website.aside-other", other=passed.why)
    return Aside(passed.url, passed.title, reason, doubt)
