"""Lists of 大汉: the entries stand in an XML inside a script, and further ones come as such an XML from a proxy."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urljoin, urlsplit

_RECORD = re.compile(r"<record>\s*<!\[CDATA\[(.*?)\]\]>\s*</record>", re.DOTALL | re.IGNORECASE)
_GROUP = re.compile(r"<nextgroup>\s*<!\[CDATA\[.*?href=[\"']([^\"']+)[\"'].*?\]\]>\s*</nextgroup>", re.DOTALL | re.IGNORECASE)
_PAGES = re.compile(r"<totalpage>\s*(\d+)\s*</totalpage>", re.IGNORECASE)


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
        address = urljoin(url, unescape(href))
        number = parse_qs(urlsplit(address).query).get("page", ["0"])[0]
        if not pages or not number.isdigit() or int(number) <= max(pages):
            yield address
