"""Lists that come as JSON: as HTML inside it (大汉 jpaas), or as plain entries, whatever the interface calls their parts."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from connectors.sources.printed import addresses, number

_UNIT = re.compile(r"""["']([^"'\s]*/front/page/build/unit)["'?]""")
_QUERY = re.compile(r"""querydata\s*=\s*("[^"]*"|'[^']*')""", re.IGNORECASE)
_PAIR = re.compile(r"""["'](\w+)["']\s*:\s*["']([^"']*)["']""")
_AT_ONCE = 15
_COUNT = re.compile(r"""\b(?:count|total|totalcount|totalrecord)["']?\s*[=:]\s*["']?(\d{1,7})""", re.IGNORECASE)
# What interfaces call the parts of an entry, and the number of a page.
_TITLES = ("title", "infoTitle", "docTitle", "articleTitle", "name", "infoname")
_ADDRESSES = ("url", "infoUrl", "docPubUrl", "docUrl", "articleUrl", "link", "linkUrl", "href", "infourl")
_DAYS = ("publishTime", "pubDate", "publishDate", "docRelTime", "showTime", "infodate", "createTime", "date")
_PAGES = ("page", "pageno", "pagenum", "pageindex", "currentpage", "curpage", "p")
_SIZES = ("pagesize", "size", "rows", "limit")
_TOTALS = ("total", "totalcount", "totalrecord", "count", "recordcount")
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Given:
    """What an answer in JSON gives: HTML to be read like a page, entries as title, address and day, and the next page."""

    html: str
    entries: tuple[tuple[str, str, str], ...]
    further: tuple[str, ...]


def unit_of(url: str, text: str) -> Iterator[str]:
    """The first page of the interface behind a box of jpaas."""
    unit = _UNIT.search(text)
    if unit is None or urlsplit(url).path.endswith("/front/page/build/unit"):
        return
    for found in _QUERY.findall(text):
        told = dict(_PAIR.findall(unescape(found[1:-1])))
        if "pageId" in told:
            yield from (f"{one}?{urlencode({**told, 'paramJson': _paged(1)})}" for one in addresses(url, [unit[1]]))


def given(url: str, text: str) -> Given | None:
    """What the answer gives; None where it is no JSON."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    nodes = [*_nodes(told)]
    html = "".join(str(node["html"]) for node in nodes if isinstance(node.get("html"), str))
    entries = tuple(entry for node in nodes if (entry := _entry(node)))
    count = len(entries) or html.count("<li")
    return Given(html, entries, tuple(_next(url, count, _total(nodes, html))))


def _nodes(told: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict):
        yield told
    parts = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    if depth < _DEEPEST:
        for part in parts:
            yield from _nodes(part, depth + 1)


def _entry(node: dict[str, Any]) -> tuple[str, str, str] | None:
    title, url, day = (_first(node, names) for names in (_TITLES, _ADDRESSES, _DAYS))
    return (title, url, day) if title and url else None


def _first(node: dict[str, Any], names: tuple[str, ...]) -> str:
    known = {name.lower(): value for name, value in node.items()}
    return next((value for name in names if isinstance(value := known.get(name.lower()), str) and value.strip()), "").strip()


def _total(nodes: list[dict[str, Any]], html: str) -> int | None:
    told = [value for node in nodes for name, value in node.items() if name.lower() in _TOTALS and isinstance(value, int)]
    counted = _COUNT.search(html)
    return max(told, default=int(counted[1]) if counted else None)


def _next(url: str, count: int, total: int | None) -> Iterator[str]:
    """The next page, as long as pages bring entries and the total is not reached."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    page, size = _number_of(query), _size_of(query) or count
    if page is None or count == 0 or (total is not None and page * size >= total):
        return
    yield urlunsplit(parts._replace(query=urlencode(_turned(query, page + 1))))


def _number_of(query: dict[str, str]) -> int | None:
    if found := re.search(r'"pageNo"\s*:\s*"?(\d{1,5})', query.get("paramJson", "")):
        return int(found[1])
    return _numbered(query, _PAGES)


def _size_of(query: dict[str, str]) -> int | None:
    if found := re.search(r'"pageSize"\s*:\s*"?(\d{1,5})', query.get("paramJson", "")):
        return int(found[1])
    return _numbered(query, _SIZES)


def _numbered(query: dict[str, str], names: tuple[str, ...]) -> int | None:
    """The first number that stands under one of the names."""
    return next((found for name, value in query.items() if name.lower() in names and (found := number(value)) is not None), None)


def _turned(query: dict[str, str], page: int) -> dict[str, str]:
    if "paramJson" in query:
        return {**query, "paramJson": _paged(page)}
    return {name: str(page) if name.lower() in _PAGES else value for name, value in query.items()}


def _paged(page: int) -> str:
    return json.dumps({"pageNo": page, "pageSize": _AT_ONCE}, separators=(",", ":"))
