"""Web pages: the article in the page of some content system, in some encoding, or flattened to one cell a line."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from random import Random

import yaml

from benchmarks.corpus.article import any_markup, article, paragraph, signature
from benchmarks.corpus.content import Content
from samples.grids import SampleGrid

# What the page is in, and what it says it is in.
_ENCODINGS = (
    ("utf-8", "utf-8"),
    ("utf-8", "utf-8"),
    ("utf-8", "UTF-8"),
    ("gb18030", "gb2312"),
    ("gb18030", "gbk"),
    ("gb18030", "utf-8"),
    ("utf-8", "gb2312"),
    ("utf-8-sig", "utf-8"),
)


def portal_page(content: Content, random: Random) -> bytes:
    """The page as one of the content systems makes it."""
    encoding, declared = random.choice(_ENCODINGS)
    shell = _shells()[random.choice(list(_shells()))]
    return filled(shell, content, article(content, any_markup(random)), declared).encode(encoding)


def bare_page(content: Content, random: Random, style: str = "") -> str:
    """The article alone, for what prints or converts it."""
    head = f"<style>{style}</style>" if style else ""
    return filled(_shells()["bare"], content, article(content, any_markup(random)), "utf-8").replace("</head>", f"{head}</head>")


def flat_page(content: Content, random: Random) -> bytes:
    """A page whose tables lost their cells: each is a paragraph, or a line that ends in a bar."""
    markup, bar = any_markup(random), random.choice(("", "", " |"))
    blocks = [paragraph(text, markup) for text in content.sample.preamble]
    for part in content.sample.parts:
        blocks += [paragraph(text, markup) for text in (part.heading, *part.paragraphs)]
        if shown := content.table_of(part):
            blocks += [paragraph(line + bar, markup) for line in _cells(shown)]
    blocks += [paragraph(text, markup) for text in signature(content)]
    return filled(_shells()[random.choice(("trs", "guangdong", "bare"))], content, "\n".join(blocks), "utf-8").encode()


def _cells(shown: SampleGrid) -> Iterator[str]:
    for number in range(shown.rows):
        yield from (cell.text.replace("\n", "") for cell in shown.row(number))


def filled(shell: str, content: Content, body: str, charset: str) -> str:
    sample = content.sample
    published = sample.published_on.isoformat() if sample.published_on else "2025-01-20"
    facts = {"title": escape(sample.layout.heading or sample.title), "agency": escape(sample.agency)}
    return shell.format(**facts, published=published, year=sample.year, visits=sample.layout.visits, article=body, charset=charset)


def pages(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as a page of some content system."""
    return [portal_page(content, Random(f"{family} {content.seed}")) for content in contents]


def flat_pages(contents: Sequence[Content], family: str) -> list[bytes]:
    """Each as a page whose tables lost their cells."""
    return [flat_page(content, Random(f"{family} {content.seed}")) for content in contents]


@cache
def _shells() -> Mapping[str, str]:
    found: Mapping[str, str] = yaml.safe_load((files("benchmarks.corpus") / "shells.yaml").read_text("utf-8"))
    return found
