"""From a web page's bytes to a Document."""

import hashlib
import re
from collections.abc import Iterator
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gouji.document.decode import decode
from gouji.document.doubts import ATTACHMENT, FRAME, IMAGE
from gouji.document.html.article import find_article
from gouji.document.html.attachments import attachments_of
from gouji.document.html.blocks import LONGEST_TITLE, blocks_of, heading_outside, numbered
from gouji.document.html.facts import facts_of
from gouji.document.html.grids import is_spacer
from gouji.document.html.overgrown import refuse_overgrown
from gouji.document.html.page import page_facts
from gouji.document.html.settling import settle
from gouji.document.html.tree import is_shown, text_of
from gouji.document.html.wellformed import opened
from gouji.document.model import Block, Document, Grid
from gouji.errors import UnreadableDocument
from gouji.words import words

MOST_BYTES = 10 * 2**20
_MOST_PARAGRAPHS = 20_000  # the longest reports have some hundreds
_FEWEST_LOST, _MOST_LOST = 100, 0.1  # of what is not ASCII
_WORDS = ("政府", "信息")
_AS_GBK = tuple(word.encode().decode("gb18030") for word in _WORDS)  # as they look where UTF-8 was taken for GBK
_FEWEST_MISTAKEN = 3
_LONGEST_INSTEAD = 1_500  # so much text at most stands on a page that excuses itself


def read_html(data: bytes, name: str) -> Document:
    """The document in these bytes: the article of the page, with what the page says about itself."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    return read_page(decode(data), name, hashlib.sha256(data).hexdigest())


def read_page(text: str, name: str, sha256: str, form: str = "html") -> Document:
    """The document on the page whose source is this text."""
    refuse_overgrown(text)
    # A parser drops zero bytes without a word, and 1, zero, 2 would be 12.
    page = LexborHTMLParser(opened(text.replace("\x00", "\ufffd")))
    settle(page)
    shown = text_of(page.body) if page.body else ""
    article = find_article(page)
    blocks = list(islice(blocks_of(article), _MOST_PARAGRAPHS + 1)) if article else []
    if len(blocks) > _MOST_PARAGRAPHS:
        raise UnreadableDocument(words("reading.too-long", limit=_MOST_PARAGRAPHS))
    _refuse_garbled(shown)
    _refuse_what_is_no_report(page, shown, blocks)
    if article is None or not blocks:
        raise UnreadableDocument(words("reading.html-empty"))
    if heading := heading_outside(page, blocks):
        blocks.insert(0, heading)
    files = tuple(attachments_of(page, article))
    unread = tuple(_unread(article, blocks, bool(files)))
    return Document(name, sha256, form, tuple(numbered(blocks)), facts_of(page, shown.split("\n")), unread=unread, attachments=files)


def _refuse_what_is_no_report(page: LexborHTMLParser, shown: str, blocks: list[Block]) -> None:
    """A login, an excuse, an error, a shell: short pages that name no part of a report are called what they are."""
    facts = page_facts()
    if len(shown) > _LONGEST_INSTEAD or facts.style_of(shown) is not None or any(isinstance(block, Grid) for block in blocks):
        return
    title = page.css_first("title")
    said = " ".join(f"{(title.text() if title else '') or ''}\n{_excuse(page)}\n{shown}".split())[:_LONGEST_INSTEAD]
    for kind, pattern in facts.instead.items():
        if pattern.search(said):
            raise UnreadableDocument(words(f"reading.html-{kind}"))
    if len(shown) <= LONGEST_TITLE and page.css_first("script"):
        raise UnreadableDocument(words("reading.html-script" if shown else "reading.html-empty"))


def _refuse_garbled(shown: str) -> None:
    """Ends the reading where the text was lost before: a browser that took a page for one in another encoding saves it so."""
    lost, other = shown.count("\ufffd"), sum(map(shown.count, _AS_GBK))
    damaged = lost >= _FEWEST_LOST and lost > _MOST_LOST * sum(not sign.isascii() for sign in shown)
    if damaged or (other >= _FEWEST_MISTAKEN and not any(word in shown for word in _WORDS)):
        raise UnreadableDocument(words("reading.html-garbled"))


def _excuse(page: LexborHTMLParser) -> str:
    """What a page says where scripts do not run, and in the fields of its forms."""
    spoken = [node.text() or "" for node in page.css("noscript")]
    asked = [node.attributes.get("placeholder") or node.attributes.get("name") or "" for node in page.css("input")]
    fields = ["密码" for node in page.css("input[type=password]")]
    return " ".join([*spoken, *asked, *fields])[:_LONGEST_INSTEAD]


def _unread(article: LexborNode, blocks: list[Block], files: bool) -> Iterator[str]:
    """What the article shows that is no text of its own."""
    if any(not is_spacer(image) and is_shown(image) for image in article.css("img, canvas, svg")):
        yield IMAGE
    if article.css_first("iframe, embed, object"):
        yield FRAME
    if files and not any(isinstance(block, Grid) and _is_statutory(block) for block in blocks):
        yield ATTACHMENT


def _is_statutory(grid: Grid) -> bool:
    return bool(page_facts().table_marks.search(re.sub(r"\s+", "", "|".join(cell.text for cell in grid.cells))))
