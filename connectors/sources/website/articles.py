"""Lists of Guangdong's common platform (gkmlpt): the page is empty, its entries come as JSON from an interface."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from connectors.sources.printed import day, number
from gouji.clock import CHINA

_SITE = re.compile(r"""\bSID\s*[:=]\s*["']?(\d+)""")
_INTERFACE = "/gkmlpt/api/all/"
# How many articles the interface gives at once.
_AT_ONCE = 100
_DATE = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_MILLISECONDS = 10**11  # as seconds this is the year 5138


@dataclass(frozen=True, slots=True)
class Article:
    url: str
    title: str
    published_on: date | None


def interface_of(address: str, text: str) -> Iterator[str]:
    """The interface behind a column: its number stands behind the # of the address, the site's in a script of the page."""
    parts = urlsplit(address)
    before, mark, _ = parts.path.partition("/gkmlpt/")
    site = _SITE.search(text)
    if mark and site and parts.fragment.isdigit():
        yield urlunsplit((parts.scheme, parts.netloc, f"{before}{_INTERFACE}{parts.fragment}", f"page=1&sid={site[1]}", ""))


def articles(url: str, text: str) -> tuple[list[Article], list[str]] | None:
    """What the interface tells, and where it goes on; None for an answer that is not its."""
    if _INTERFACE not in url:
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    listed = told.get("articles") if isinstance(told, dict) else None
    if not isinstance(listed, list):
        return None
    return [article for one in listed if (article := _article(one))], [*_next(url, told)] if listed else []


def _article(told: Any) -> Article | None:
    if not isinstance(told, dict):
        return None
    url, title = told.get("url") or told.get("post_url"), told.get("title")
    return Article(url, title, _day(told)) if isinstance(url, str) and isinstance(title, str) else None


def _day(told: dict[str, Any]) -> date | None:
    for key in ("display_publish_time", "publish_time", "create_time", "created_at", "date"):
        value = told.get(key)
        if isinstance(value, int) and value > 0:
            return _day_of_moment(value)
        if isinstance(value, str) and (found := _DATE.match(value)):
            return day(*found.groups())
    return None


def _day_of_moment(told: int) -> date | None:
    """The day in China of so many seconds, or milliseconds, since 1970."""
    try:
        return datetime.fromtimestamp(told if told < _MILLISECONDS else told // 1000, CHINA).date()
    except (ValueError, OverflowError, OSError):
        return None


def _next(url: str, told: dict[str, Any]) -> Iterator[str]:
    parts = urlsplit(url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    page, total = number(query.get("page", "1")), told.get("total")
    if page is not None and isinstance(total, int) and page * _AT_ONCE < total:
        yield urlunsplit(parts._replace(query=urlencode({**query, "page": page + 1})))
