"""Sitemaps (sitemaps.org) and feeds (RSS, Atom): known by their content, read without entities and within limits."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from lxml import etree

from connectors.http import NotAsPromised, Page, TooLarge
from connectors.sources.printed import address, addresses
from gouji.clock import CHINA
from gouji.words import words

# The standard's own limit for a sitemap, unpacked.
_LARGEST = 50_000_000
_ROOTS = {"urlset": "sitemap", "sitemapindex": "sitemap", "rss": "feed", "feed": "feed", "RDF": "feed"}
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Told:
    """A page that is announced; a sitemap gives no title."""

    url: str
    title: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a sitemap or feed (`family`) announces, further ones that it names, and what it says it is about."""

    family: str
    told: tuple[Told, ...]
    further: tuple[str, ...]
    title: str = ""


def announcement(page: Page) -> Announcement | None:
    """What the page announces; None where it is neither sitemap nor feed. One that is not safe to read is a FetchFailed."""
    data = _unpacked(page)
    if not _may_be_one(data):
        return None
    if b"<!ENTITY" in data:
        raise NotAsPromised(words("website.unsafe-xml", url=page.url))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True)
    root = etree.fromstring(data.lstrip(b"\xef\xbb\xbf \t\r\n"), parser)
    family = _ROOTS.get(_name(root)) if root is not None else None
    if family is None:
        return None
    return _sitemap(root, page.url) if family == "sitemap" else _feed(root, page.url)


def _unpacked(page: Page) -> bytes:
    if not page.body.startswith(_GZIP):
        return page.body
    machine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        data = machine.decompress(page.body, _LARGEST)
    except zlib.error as error:
        raise NotAsPromised(words("http.not-unpacked", url=page.url)) from error
    if machine.unconsumed_tail:
        raise TooLarge(words("http.too-large", url=page.url, limit=_LARGEST // 1_000_000))
    return data


def _may_be_one(data: bytes) -> bool:
    """Whether the document's first tag is such a root. In a web page the same words may stand as text."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    return (
        len(data) <= _LARGEST
        and head.startswith(b"<")
        and any(f"{name}".encode() in head for name in _ROOTS)
        and b"<html" not in head.lower()
    )


def _sitemap(root: etree._Element, base: str) -> Announcement:
    """A sitemap may name pages of its own host only."""
    site = urlsplit(base).netloc
    urls = tuple(dict.fromkeys(url for url in addresses(base, _texts(root, "loc")) if urlsplit(url).netloc == site))
    if _name(root) == "sitemapindex":
        return Announcement("sitemap", (), urls)
    return Announcement("sitemap", tuple(Told(url) for url in urls), ())


def _feed(root: etree._Element, base: str) -> Announcement:
    entries = [told for node in root.iter() if _name(node) in ("item", "entry") for told in _entry(node, base)]
    further = addresses(base, (link.get("href", "") for link in root if _name(link) == "link" and link.get("rel") == "next"))
    title = next(_texts(root, "title"), "")
    return Announcement("feed", tuple(entries), tuple(further), title)


def _entry(node: etree._Element, base: str) -> Iterator[Told]:
    links = [child.get("href") or _text(child) for child in node if _name(child) == "link" and child.get("rel", "alternate") == "alternate"]
    link = next((one for one in links if one), None) or next((text for text in _texts(node, "guid") if text.startswith("http")), None)
    url = address(base, link) if link else None
    if url:
        days = [day for name in ("pubDate", "published", "date", "updated") for text in _texts(node, name) if (day := _day(text))]
        yield Told(url, " ".join(next(_texts(node, "title"), "").split()), days[0] if days else None)


def _day(text: str) -> date | None:
    """The day in China, of either way in which feeds write a moment."""
    try:
        moment = parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)
        return moment.astimezone(CHINA).date() if moment.tzinfo else moment.date()
    except (ValueError, OverflowError):
        return None


def _texts(node: etree._Element, name: str) -> Iterator[str]:
    return (text for child in node.iter() if _name(child) == name and (text := _text(child)))


def _text(node: etree._Element) -> str:
    return "".join(map(str, node.itertext())).strip()


def _name(node: etree._Element) -> str:
    """The tag without its namespace."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""
