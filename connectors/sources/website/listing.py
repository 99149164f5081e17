"""What one page of a list shows: its reports, and where the list goes on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from connectors.http import Page
from connectors.sources.pages import decoded
from connectors.sources.printed import address, day
from connectors.sources.website.announced import Announcement, announcement
from connectors.sources.website.articles import articles, interface_of
from connectors.sources.website.datastore import unpacked
from connectors.sources.website.families import family_of
from connectors.sources.website.interfaces import Given, given, unit_of
from connectors.sources.website.pagination import further
from connectors.sources.website.posted import posts
from connectors.sources.website.titles import is_column, is_list_page, is_place_of_reports, is_report, report_year, why_left_out
from connectors.sources.website.years import chosen_years, year_in_address, year_pages

_DATE = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
# What encloses an entry with its date, in lists made of anything.
_ROWS = ("li", "tr", "dd", "dl", "p", "div")
# A box that holds more links than this is no entry but a list.
_LINKS_OF_AN_ENTRY = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as the list shows it; one that is `untold` may be none, which only its page can say."""

    url: str
    title: str
    published_on: date | None = None
    untold: bool = False

    @property
    def year(self) -> int | None:
        """The one that the title names, else that of an address which says it."""
        return report_year(self.title) or year_in_address(self.url)


@dataclass(frozen=True, slots=True)
class Passed:
    """A link that speaks of reports and is not taken for one; `why` is what else it is, or `no-year`, `years`."""

    url: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The reports on the page, the other pages that it names, whether it is a report itself, and whether a column of reports.

    `passed` are links that look like reports and are none; `family` is the kind of system that made the page. `itself` is given
    where the page is the report of one body and year among others that it leads to.
    """

    entries: tuple[Entry, ...]
    further: tuple[str, ...]
    is_report: bool
    is_column: bool
    passed: tuple[Passed, ...] = ()
    family: str = "plain"
    itself: Entry | None = None


def read_listing(page: Page, asked: str, *, in_column: bool = False) -> Listing:
    """The page as a list. `asked` is its address with what stands behind the #; `in_column` that it goes on one of reports."""
    announced = announcement(page)
    if announced is not None:
        return _announced(announced, in_column)
    text = decoded(page)
    told = articles(page.url, text)
    if told is not None:
        entries = [Entry(url, one.title, one.published_on) for one in told[0] if (url := address(page.url, one.url))]
        passed = [Passed(e.url, e.title, why) for e in entries if (why := why_left_out(e.title, in_column=in_column))]
        reports = tuple(e for e in entries if is_report(e.title, in_column=in_column))
        return Listing(reports, tuple(told[1]), False, in_column, tuple(passed), family_of(page.url, text))
    told_in_json = given(page.url, text)
    if told_in_json is not None:
        return _given(page.url, told_in_json, in_column)
    return _read_page(page.url, unpacked(text), asked, in_column)


def _given(url: str, told: Given, in_column: bool) -> Listing:
    """An interface's entries, those in its HTML first."""
    inside = _read_page(url, told.html, url, in_column)
    listed = [Entry(one, title, _only_date(shown)) for title, printed, shown in told.entries if (one := address(url, printed))]
    passed = [Passed(e.url, e.title, why) for e in listed if (why := why_left_out(e.title, in_column=in_column))]
    entries = (*inside.entries, *(e for e in listed if is_report(e.title, in_column=in_column)))
    return Listing(entries, (*inside.further, *told.further), False, in_column, (*inside.passed, *passed), family_of(url, told.html))


def _announced(announced: Announcement, in_column: bool) -> Listing:
    """A feed's titles are judged like a list's. A sitemap has none: its addresses say where columns of reports are."""
    column = in_column or is_column(announced.title)
    titled = [Entry(one.url, one.title, one.published_on) for one in announced.told if one.title]
    passed = [Passed(e.url, e.title, why) for e in titled if (why := why_left_out(e.title, in_column=column))]
    places = [one.url for one in announced.told if not one.title and is_place_of_reports(one.url)]
    entries = [e for e in titled if is_report(e.title, in_column=column)] + [
        Entry(url, "", untold=True) for url in places if not is_list_page(url)
    ]
    further = (*announced.further, *filter(is_list_page, places))
    return Listing(tuple(entries), further, False, column, tuple(passed), announced.family)


def _read_page(url: str, text: str, asked: str, in_column: bool) -> Listing:
    tree = LexborHTMLParser(text)
    column = in_column or is_column(_self_description(tree))
    links = [*_links(tree, url)]
    named = [(anchor, link, title) for anchor, link, title in links if is_report(title, in_column=column) or year_in_address(link)]
    entries = {link: Entry(link, title, _date_beside(anchor)) for anchor, link, title in named}
    passed = {link: Passed(link, title, why) for _, link, title in links if (why := why_left_out(title, in_column=column))}
    years = [*chosen_years(url, tree), *(year_pages(url, tree) if column else ())]
    onwards = (*interface_of(asked, text), *unit_of(url, text), *posts(url, text), *further(url, text, tree), *years)
    itself = Entry(url, _heading(tree)) if _is_report(tree) and year_in_address(url) else None
    return Listing(tuple(entries.values()), onwards, _is_report(tree), column, tuple(passed.values()), family_of(url, text), itself)


def _heading(tree: LexborHTMLParser) -> str:
    heading = tree.css_first("h1") or tree.css_first("title")
    return " ".join(heading.text().split()) if heading else ""


def _self_description(tree: LexborHTMLParser) -> str:
    title = tree.css_first("title")
    metas = [meta.attributes.get("content") or "" for meta in tree.css('meta[name="ColumnName" i], meta[name="ColumnType" i]')]
    return " ".join([title.text() if title else "", *metas])


def _links(tree: LexborHTMLParser, base: str) -> Iterator[tuple[LexborNode, str, str]]:
    """The links to other pages: where each stands, where it leads, and its title."""
    for anchor in tree.css("a[href]"):
        url = address(base, anchor.attributes["href"]) or ""
        if urlsplit(url).scheme in ("http", "https") and url.partition("#")[0] != base.partition("#")[0]:
            yield anchor, url.partition("#")[0], _title(anchor)


def _title(anchor: LexborNode) -> str:
    """The whole title: lists cut what they show and keep the rest in an attribute."""
    shown = " ".join(anchor.text(separator=" ").split())
    whole = " ".join((anchor.attributes.get("title") or "").split())
    return whole if len(whole) >= len(shown.rstrip(".… ")) else shown


def _date_beside(anchor: LexborNode) -> date | None:
    """The one date in the entry around the link, its own text apart."""
    row = anchor.parent
    while row is not None and row.tag in (*_ROWS, "span", "td", "dt", "h3", "h4") and len(row.css("a[href]")) <= _LINKS_OF_AN_ENTRY:
        dates = set(_DATE.findall(row.text(separator=" ").replace(anchor.text(separator=" "), " ")))
        if dates:
            return day(*dates.pop()) if len(dates) == 1 else None
        row = row.parent
    return None


def _only_date(text: str) -> date | None:
    dates = set(_DATE.findall(text))
    return day(*dates.pop()) if len(dates) == 1 else None


def _is_report(tree: LexborHTMLParser) -> bool:
    """Whether the page is a report itself: a column that always shows the newest one has no list."""
    said = "".join((tree.body.text() if tree.body else "").split())
    return "总体情况" in said and "收到和处理政府信息公开申请" in said
