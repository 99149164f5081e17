"""The documents that a page has attached, and what it is called."""

from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from connectors.http import Page
from connectors.http.signs import looks_like_html
from connectors.sources.pages import decoded
from connectors.sources.printed import address
from connectors.sources.visits import Link
from gouji.data import data_file


def attached(page: Page) -> tuple[Link, ...]:
    """The documents linked from the article's text and the boxes behind it, each once; none where the page is no web page."""
    if not looks_like_html(page.body):
        return ()
    tree = LexborHTMLParser(decoded(page))
    links = {link.url: link for place in _places(tree) for link in _documents(place, page.url)}
    return tuple(links.values())


def title_of(page: Page) -> str:
    """What the page says that its article is called; empty where it says nothing or is no web page."""
    if not looks_like_html(page.body):
        return ""
    tree = LexborHTMLParser(decoded(page))
    said = [meta.attributes.get("content") or "" for meta in tree.css('meta[name="ArticleTitle" i]')]
    said += [node.text() for node in (*tree.css("title"), *tree.css("h1"))]
    return next((" ".join(one.split()) for one in said if one.strip()), "")


def _places(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    body = next((found for selector in _facts()["bodies"] if (found := tree.css_first(selector))), None)
    if body is not None:
        yield body
    elif tree.body is not None:
        yield _around_the_text(tree.body)
    for selector in _facts()["boxes"]:
        yield from tree.css(selector)


def _around_the_text(whole: LexborNode) -> LexborNode:
    """What stands around the report's text: its block, and what the block stands in; the whole page where there is no such text.

    Beside it pages have boxes whose links change from day to day, documents among them.
    """
    block = whole
    while inner := next((child for child in block.iter() if _has_text(child, len(block.text()))), None):
        block = inner
    around = block.parent
    return block if around is None or around.tag in ("body", "html") else around


def _has_text(node: LexborNode, around: int) -> bool:
    """Whether the parts of a report stand in it, and it is much of what stands around: an opening sentence names them all too."""
    text = node.text()
    flat = "".join(text.split())
    return len(text) * 3 > around and all(sign in flat for sign in _facts()["text"])


def _documents(place: LexborNode, base: str) -> Iterator[Link]:
    for anchor in place.css("a[href]"):
        url = address(base, anchor.attributes["href"]) or ""
        path = PurePosixPath(unquote(urlsplit(url).path))
        if urlsplit(url).scheme in ("http", "https") and path.suffix.lower() in _facts()["endings"]:
            yield Link(url, _name(anchor, path))


def _name(anchor: LexborNode, path: PurePosixPath) -> str:
    """The link's text where it is a file's name, since sites store files under names of their own."""
    text = "".join(anchor.text().split())
    return text if text.lower().endswith(path.suffix.lower()) else path.name


@cache
def _facts() -> dict[str, Any]:
    facts: dict[str, Any] = data_file(__package__, "attached.yaml")
    return facts
