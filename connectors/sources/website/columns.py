"""Pages that are called like a report and are a column: they list reports and have none of a report's text."""

from functools import cache

from connectors.http import Page
from connectors.http.signs import looks_like_html
from connectors.sources.attached import attached, title_of
from connectors.sources.pages import decoded
from connectors.sources.website.listing import read_listing
from connectors.sources.website.titles import names_no_body, report_year
from gouji.data import data_file

# Beside an article that a script has yet to fill, there may be a link to another body's report; a list has more.
_REPORTS_OF_A_LIST = 2


def is_column(page: Page, title: str = "") -> bool:
    """Whether the page lists reports in place of being one. `title` is what a list calls it; without, what it calls itself.

    Under a body's name it must list several of the same year: an article that shows its text by a script has links to older ones.
    """
    if not looks_like_html(page.body) or attached(page):
        return False
    text = "".join(decoded(page).split())
    if any(sign in text for sign in _text_of_a_report()):
        return False
    called = title or title_of(page)
    listing = read_listing(page, page.url, in_column=True)
    listed = [one for one in listing.entries if one.title != called]
    if names_no_body(called):
        return bool(listed or listing.further)  # its entries may come from an interface
    return sum(one.year == report_year(called) for one in listed) >= _REPORTS_OF_A_LIST


@cache
def _text_of_a_report() -> tuple[str, ...]:
    return tuple(data_file(__package__, "columns.yaml")["text_of_a_report"])
