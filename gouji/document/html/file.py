"""From a web page's bytes to a Document."""

import hashlib
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gouji.document.decode import decode
from gouji.document.doubts import ATTACHMENT, FRAME, IMAGE, doubts_of
from gouji.document.html.article import find_article
from gouji.document.html.facts import facts_of
from gouji.document.html.grids import grid_of, is_data, is_spacer
from gouji.document.html.page import page_facts
from gouji.document.html.tree import BLOCKS, BREAK, TEXT, Step, Text, is_shown, text_of, walk
from gouji.document.model import Block, Document, Grid, Paragraph
from gouji.errors import UnreadableDocument
from gouji.place import Place
from gouji.words import words

MOST_BYTES = 10 * 2**20
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_REPORT = re.compile("信息公开.{0,12}(?:报告|年报)")
_FILE = re.compile(r"\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|jpe?g|png)(?:$|[?#])", re.IGNORECASE)
_LONGEST_TITLE = 80


def read_html(data: bytes, name: str) -> Document:
    """The document in these bytes: the article of the page, with what the page says about itself."""
    if len(data) > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=len(data) >> 20, limit=MOST_BYTES >> 20))
    page = LexborHTMLParser(decode(data))
    article = find_article(page)
    blocks = list(_blocks(article)) if article else []
    if article is None or not blocks:
        raise UnreadableDocument(words("reading.html-empty"))
    meta = facts_of(page, text_of(page.body or article).split("\n"))
    if heading := _heading_outside(page, blocks):
        blocks.insert(0, heading)
    return Document(name, hashlib.sha256(data).hexdigest(), "html", tuple(_numbered(blocks)), meta, unread=tuple(_unread(article)))


def _unread(article: LexborNode) -> Iterator[str]:
    """What the article shows that is no text of its own."""
    if any(not is_spacer(image) and is_shown(image) for image in article.css("img, canvas, svg")):
        yield IMAGE
    if article.css_first("iframe, embed, object"):
        yield FRAME
    if any(_FILE.search(link.attributes.get("href") or "") for link in article.css("a[href]")):
        yield ATTACHMENT


def _blocks(article: LexborNode) -> Iterator[Block]:
    """Paragraphs and grids as they follow each other, what the page adds left out."""
    facts = page_facts()
    text, level = Text(), None
    grids = 0
    for step, node in walk(article, lambda n: not is_shown(n) or n.tag in facts.outside or (n.tag == "table" and is_data(n))):
        if node.tag == TEXT:
            text.add(node)
        elif node.tag == BREAK:
            text.end_line()
        elif node.tag in BLOCKS:
            yield from _paragraphs(text, level)
            text, level = Text(), _HEADINGS.get(node.tag) if step is Step.OPEN else None
            if step is Step.WHOLE and node.tag == "table" and is_shown(node) and not _is_metadata(node):
                grids += 1
                yield grid_of(node, grids)
    yield from _paragraphs(text, level)


def _paragraphs(text: Text, level: int | None) -> Iterator[Paragraph]:
    for line in text.lines():
        if not page_facts().furniture.fullmatch(line):
            yield Paragraph(line, Place(), level, doubts_of(line))


def _is_metadata(table: LexborNode) -> bool:
    """Whether the table is the page's card (索引号, 发布机构 …) and no part of the report."""
    text = re.sub(r"\s+", "", text_of(table))
    labels = {label for names in page_facts().visible.values() for label in names} | {"索引号", "文号", "主题分类"}
    return sum(label in text for label in labels) >= 2 and not page_facts().table_marks.search(text)


def _heading_outside(page: LexborHTMLParser, blocks: list[Block]) -> Paragraph | None:
    """The report's title where the page prints it above the article's own element."""
    printed = [block.text for block in blocks[:5] if isinstance(block, Paragraph)]
    if any(_REPORT.search(text) and len(text) <= _LONGEST_TITLE for text in printed):
        return None
    for node in page.css("h1, h2, ucaptitle, .article-title, .title, .tit"):
        text = text_of(node).replace("\n", "")
        if is_shown(node) and len(text) <= _LONGEST_TITLE and _REPORT.search(text):
            return Paragraph(text, Place(), _HEADINGS.get(node.tag or "", 1), doubts_of(text))
    return None


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    count = 0
    for block in blocks:
        if isinstance(block, Grid):
            yield block
        else:
            count += 1
            yield Paragraph(block.text, Place(paragraph=count), block.level, block.doubts)
