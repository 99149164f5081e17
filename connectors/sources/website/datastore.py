"""Lists of 大汉: the entries stand in an XML inside a script, and further ones come as such an XML from a proxy."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

from connectors.sources.printed import address, number

_RECORD = re.compile(r"<record>\s*<!\[CDATA\[(.*?)\]\]>\s*</record>", re.DOTALL | re.IGNORECASE)
_GROUP = re.compile(r"<nextgroup>\s*<!\[CDATA\[.*?href=[\"']([^\"']+)[\"'].*?\]\]>\s*</nextgroup>", re.DOTALL | re.IGNORECASE)
_PAGES = re.compile(r"<totalpage>\s*(\d{1,9})\s*</totalpage>", re.IGNORECASE)


def unpacked(text: str) -> str:
    """The page with its packed entries as markup; another page as it is."""
    records = _RECORD.findall(text)
    return f"{text}<ul>{''.join(records)}</ul>" if records else text


def next_group(url: str, text: str) -> Iterator[str]:
    """Where the entries go on. The last group names another one all the same, which its number or its emptiness gives away."""
    if not _RECORD.search(text):
        return
    pages = [int(count) for count in _PAGES.findall(text)]
    for href in _GROUP.findall(text):
        group = address(url, unescape(href))
        if group is None:
            continue
        page = number(parse_qs(urlsplit(group).query).get("page", ["0"])[0])
        if not pages or page is None or page <= max(pages):
            yield group
