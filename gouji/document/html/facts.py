"""What a page says about itself: title, day of publication, publisher."""

import re
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from gouji.document.html.page import page_facts

_DAY = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")


def facts_of(page: LexborHTMLParser, lines: list[str]) -> dict[str, str]:
    """title, published_on and publisher, as far as <meta> or the page's visible lines give them."""
    facts = page_facts()
    declared = _declared(page)
    values = {
        "title": _first(declared, facts.meta["title"]) or _heading(page),
        "published_on": day_in(_first(declared, facts.meta["published_on"])) or _visible_day(lines),
        "publisher": _first(declared, facts.meta["publisher"]) or _visible(lines, "publisher"),
    }
    return {key: value for key, value in values.items() if value}


def _declared(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta"):
        name = node.attributes.get("name") or node.attributes.get("property")
        content = (node.attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(declared: dict[str, str], names: tuple[str, ...]) -> str:
    return next((declared[name.lower()] for name in names if name.lower() in declared), "")


def _heading(page: LexborHTMLParser) -> str:
    """The page's <title>, without the names of site and column behind it."""
    node = page.css_first("title")
    return re.split(r"[_|]|\s+[-—–]\s*", (node.text() if node else "").strip())[0].strip()


def day_in(text: str) -> str:
    """The first day named, as YYYY-MM-DD, or nothing."""
    if match := _DAY.search(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            return ""
    return ""


def _visible_day(lines: list[str]) -> str:
    return day_in(_visible(lines, "published_on"))


def _visible(lines: list[str], key: str) -> str:
    """The value behind the first of the labels that stands on the page, in its line or, in tables of metadata, the next."""
    for label in page_facts().visible[key]:
        pattern = re.compile(rf"(?:^|[\s【\[（(|]){label}\s*(?:[:：]\s*(\S.{{0,60}}?)(?=\s{{2}}|[\s|][^\s:：]{{2,8}}[:：]|[】\])）|]|$)|$)")
        for index, line in enumerate(lines):
            if match := pattern.search(line):
                value = match[1] or (lines[index + 1] if index + 1 < len(lines) and len(lines[index + 1]) <= 60 else "")
                if value:
                    return value.strip()
    return ""
