"""A piece of HTML out of another text, read as a page's article is."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from gouji.document.html.blocks import blocks_of
from gouji.document.html.overgrown import refuse_overgrown
from gouji.document.html.settling import settle
from gouji.document.model import Block


def blocks_of_fragment(source: str) -> Iterator[Block]:
    """Its paragraphs and grids. Raises UnreadableDocument where it holds more elements than any report."""
    refuse_overgrown(source)
    page = LexborHTMLParser(source)
    settle(page)
    if page.body:
        yield from blocks_of(page.body)
