"""The article as it follows itself: paragraphs and grids, what the page adds left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gouji.document.doubts import FOOTNOTE_MARK, STRUCK_TEXT, doubts_of, joined
from gouji.document.html.blanks import Blanks
from gouji.document.html.facts import is_label
from gouji.document.html.grids import grid_of, is_data
from gouji.document.html.page import page_facts
from gouji.document.html.sheetlike import is_sheet, parts_of
from gouji.document.html.tree import BLOCKS, BREAK, TEXT, Step, Text, is_shown, is_struck, text_of, walk
from gouji.document.model import Block, Grid, Paragraph
from gouji.place import Place

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_REPORT = re.compile("信息公开.{0,12}(?:报告|年报)")
_LABELS_OF_A_CARD = 2
_LONGEST_FURNITURE = 200
LONGEST_TITLE = 80


def blocks_of(article: LexborNode) -> Iterator[Block]:
    """Paragraphs and grids in the order of the page, grids counted from 1."""
    facts = page_facts()
    text, level, grids, blanks = Text(), None, 0, Blanks()
    for step, node in walk(article, lambda n: not is_shown(n) or n.tag in facts.outside or _is_whole(n)):
        blanks.meet(step, node, text)
        if node.tag == TEXT:
            text.add(node)
        elif node.tag == BREAK:
            text.end_line()
        elif step is Step.WHOLE and is_struck(node):
            text.doubt(STRUCK_TEXT)
        elif step is Step.WHOLE and node.tag == "sup":
            _add_raised(text, node)
        elif node.tag in BLOCKS:
            yield from _paragraphs(text, level, blanks)
            text, level = Text(), _HEADINGS.get(node.tag) if step is Step.OPEN else None
            if step is Step.WHOLE and node.tag == "table" and is_shown(node) and not _is_card(node):
                blanks.take()
                for block in _tables(node, grids + 1):
                    grids += isinstance(block, Grid)
                    yield block
    yield from _paragraphs(text, level, blanks)


def _tables(node: LexborNode, number: int) -> Iterator[Block]:
    grid = grid_of(node, number)
    yield from parts_of(grid) if is_sheet(grid) else (grid,)


def _is_whole(node: LexborNode) -> bool:
    return node.tag == "sup" or is_struck(node) or (node.tag == "table" and is_data(node))


def _add_raised(text: Text, node: LexborNode) -> None:
    """A raised digit behind a digit is a note's mark; run together they would be another number."""
    raised = text_of(node)
    if raised[:1].isdigit() and text.ends_in_digit():
        text.doubt(FOOTNOTE_MARK)
    else:
        text.parts.append(raised)


def _paragraphs(text: Text, level: int | None, blanks: Blanks) -> Iterator[Paragraph]:
    for line in text.lines():
        if not page_facts().furniture.fullmatch(line[:_LONGEST_FURNITURE]) or len(line) > _LONGEST_FURNITURE:
            yield Paragraph(line, Place(), level, joined(doubts_of(line), text.doubts), blanks.take())


def _is_card(table: LexborNode) -> bool:
    """Whether the table is the page's card of metadata (索引号, 发布机构 …) and no part of the report."""
    text = text_of(table)
    labels = {re.sub(r"[\s:：]", "", line) for line in text.split("\n") if is_label(line)} & page_facts().card
    spoken = re.sub(r"\s+", "", text)
    return (len(labels) >= _LABELS_OF_A_CARD or len(_named(spoken)) >= _LABELS_OF_A_CARD) and not page_facts().table_marks.search(spoken)


def _named(text: str) -> list[str]:
    return [label for label in page_facts().card if f"{label}:" in text or f"{label}：" in text or (label == "索引号" and label in text)]


def heading_outside(page: LexborHTMLParser, blocks: Sequence[Block]) -> Paragraph | None:
    """The report's title where the page prints it above the article's own element."""
    printed = [block.text for block in blocks[:5] if isinstance(block, Paragraph)]
    if any(_REPORT.search(text) and len(text) <= LONGEST_TITLE for text in printed):
        return None
    for node in page.css("h1, h2, ucaptitle, .article-title, .title, .tit"):
        text = text_of(node).replace("\n", "")
        if is_shown(node) and len(text) <= LONGEST_TITLE and _REPORT.search(text):
            return Paragraph(text, Place(), _HEADINGS.get(node.tag or "", 1), doubts_of(text))
    return None


def numbered(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks, paragraphs counted from 1."""
    count = 0
    for block in blocks:
        if isinstance(block, Grid):
            yield block
        else:
            count += 1
            yield replace(block, place=Place(paragraph=count))
