"""Pages that are called like a report and are a column: they list reports and have none of a report's text."""

from connectors.http import Page
from connectors.http.signs import looks_like_html
from connectors.sources.attached import attached, title_of
from connectors.sources.pages import decoded
from connectors.sources.website.listing import read_listing
from connectors.sources.website.titles import names_no_body, report_year

# A single one of these is more of a report than a list ever shows.
_TEXT_OF_A_REPORT = ("总体情况", "主动公开政府信息情况", "收到和处理政府信息公开", "行政复议、行政诉讼情况", "存在的主要问题")
# Beside an article that a script has yet to fill, there may be a link to another body's report; a list has more.
_REPORTS_OF_A_LIST = 2


def is_column(page: Page, title: str = "") -> bool:
    """Whether the page lists reports in place of being one. `title` is what a list calls it; without, what it calls itself.

    Under a body's name it must list several of the same year: an article that shows its text by a script has links to older ones.
    """
    if not looks_like_html(page.body) or attached(page):
        return False
    text = "".join(decoded(page).split())
    if any(sign in text for sign in _TEXT_OF_A_REPORT):
        return False
    called = title or title_of(page)
    listing = read_listing(page, page.url, in_column=True)
    listed = [one for one in listing.entries if one.title != called]
    if names_no_body(called):
        return bool(listed or listing.further)  # its entries may come from an interface
    return sum(one.year == report_year(called) for one in listed) >= _REPORTS_OF_A_LIST
