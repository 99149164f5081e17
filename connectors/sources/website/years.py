"""Columns that show one year at a time: the others stand behind links or choices that say nothing but the year."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser

from connectors.sources.printed import addresses

_YEAR_ONLY = re.compile(r"(?<!\d)(20\d\d)年?度?")
# Pages of one body and one report year; the parameter is the report year, not that of publication.
_PARAMETERS = ("fbtime", "nbyear")


def year_pages(url: str, tree: LexborHTMLParser) -> Iterator[str]:
    """The same column in other years: links on its site whose whole text is a year."""
    site = urlsplit(url).netloc
    for anchor in tree.css("a[href]"):
        if _YEAR_ONLY.fullmatch("".join(anchor.text().split())):
            href = (anchor.attributes["href"] or "").strip()
            if not href.lower().startswith(("javascript:", "#")):
                yield from (one.partition("#")[0] for one in addresses(url, [href]) if urlsplit(one).netloc == site)


def chosen_years(url: str, tree: LexborHTMLParser) -> Iterator[str]:
    """The same body's pages of the other years that a page of one report year lets choose."""
    if year_in_address(url) is None:
        return
    parts = urlsplit(url)
    for option in tree.css("select option"):
        year = _YEAR_ONLY.fullmatch((option.attributes.get("value") or "").strip())
        if year:
            query = [(name, year[1] if name.lower() in _PARAMETERS else value) for name, value in parse_qsl(parts.query)]
            yield urlunsplit(parts._replace(query=urlencode(query)))


def year_in_address(url: str) -> int | None:
    """The report year that an address of a module of annual reports names; None for any other address."""
    try:
        query = parse_qsl(urlsplit(url).query)
    except ValueError:
        return None
    years = [value for name, value in query if name.lower() in _PARAMETERS and re.fullmatch(r"20\d\d", value)]
    return int(years[0]) if len(years) == 1 else None
