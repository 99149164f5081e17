"""Where a list goes on. Each CMS says it in its own way; all that a page says is gathered."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

# TRS writes createPageHTML(count, current, "index", "html"), and in newer sites the place of the numbers before these.
_TRS = re.compile(
    r"""createPageHTML\(\s*(?:["'][^"']*["']\s*,\s*)?(\d+)\s*,\s*\d+\s*,\s*["']([\w-]+)["']\s*,\s*["']([a-z]+)["']""", re.IGNORECASE
)
_NEXT = re.compile(r"^\W*(?:下一?页|后一页|next(?:page)?)\W*$|^(?:>|&gt;|›|»)$", re.IGNORECASE)


def further(url: str, text: str, tree: LexborHTMLParser) -> tuple[str, ...]:
    """The other pages of the list that this one names, in order, each once."""
    named = [*_trs(url, text), *_next_links(url, tree)]
    site = urlsplit(url).netloc
    return tuple(dict.fromkeys(one for one in named if one != url and urlsplit(one).netloc == site))


def _trs(url: str, text: str) -> Iterator[str]:
    """The first page has no number, the second is index_1."""
    for count, name, ending in _TRS.findall(text):
        for number in range(1, int(count)):
            yield urljoin(url, f"{name}_{number}.{ending}")


def _next_links(url: str, tree: LexborHTMLParser) -> Iterator[str]:
    for anchor in tree.css("a[href]"):
        href = (anchor.attributes["href"] or "").strip()
        said = "".join(anchor.text().split()) or "".join((anchor.attributes.get("title") or "").split())
        if _NEXT.match(said) and href and not href.lower().startswith(("javascript:", "#")):
            try:
                yield urljoin(url, href).partition("#")[0]
            except ValueError:
                continue
