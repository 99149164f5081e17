"""Where a list goes on. Each CMS says it in its own way; all that a page says is gathered."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from connectors.sources.printed import addresses
from connectors.sources.website.datastore import next_group

_MOST = 1000  # pages that one page names; a source leaves a list long before

# TRS writes createPageHTML(count, current, "index", "html"); 开普 puts the name of a box before these.
_SCRIPTED = re.compile(
    r"""createPageHTML\(\s*(?:["'][^"']*["']\s*,\s*)?"""
    r"""(\d{1,9})\s*,\s*(\d{1,9})\s*,\s*["']([\w-]+)["']\s*,\s*["']([a-z]+)["']""",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"_\d+\.[a-z]+$")
_NEXT = re.compile(r"^\W*(?:下一?页|后一页|next(?:page)?)\W*$|^(?:>|&gt;|›|»)$", re.IGNORECASE)


def further(url: str, text: str, tree: LexborHTMLParser) -> tuple[str, ...]:
    """The other pages of the list that this one names, in order, each once."""
    named = [*_scripted(url, text), *next_group(url, text), *_next_links(url, tree)]
    site = urlsplit(url).netloc
    return tuple(dict.fromkeys(one for one in named if one != url and urlsplit(one).netloc == site))


def _scripted(url: str, text: str) -> Iterator[str]:
    """The first page has no number and names all others; whether it counts itself as 0 or as 1, so do they."""
    if _NUMBERED.search(urlsplit(url).path):
        return
    for count, current, name, ending in _SCRIPTED.findall(text):
        for number in range(int(current) + 1, int(current) + min(int(count), _MOST)):
            yield urljoin(url, f"{name}_{number}.{ending}")


def _next_links(url: str, tree: LexborHTMLParser) -> Iterator[str]:
    for anchor in tree.css("a[href]"):
        href = (anchor.attributes["href"] or "").strip()
        said = "".join(anchor.text().split()) or "".join((anchor.attributes.get("title") or "").split())
        if _NEXT.match(said) and href and not href.lower().startswith(("javascript:", "#")):
            yield from (one.partition("#")[0] for one in addresses(url, [href]))
