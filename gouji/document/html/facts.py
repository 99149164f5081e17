"""What a page says about itself: title, day of publication, publisher, index number, column."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from selectolax.lexbor import LexborHTMLParser

from gouji.document.html.page import page_facts

_DAY = re.compile(r"(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})")
# A day alone in its line is the page's; the one with the hour of day is made by a system and by nobody's hand.
_STAMP = re.compile(
    r"20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s{0,3}(?:\d{1,2}:\d\d(?::\d\d)?)?(?:\s{0,3}[（(]点击[:：]?\s{0,3}\d{0,9}\s{0,3}[)）])?"
)
_LONGEST_LINE = 300
_LONGEST_VALUE = 60
_FIRST_PART = re.compile(r"\s*一\s*[、.．]\s*总体情况")


def facts_of(page: LexborHTMLParser, lines: Sequence[str]) -> dict[str, str]:
    """title, published_on, publisher, index_number and column, as far as <meta> or the page's visible lines give them."""
    facts = page_facts()
    declared = _declared(page)
    short = [line for line in lines if len(line) <= _LONGEST_LINE]
    values = {
        "title": _first(declared, facts.meta["title"]) or _heading(page),
        "published_on": day_in(_first(declared, facts.meta["published_on"])) or _visible_day(short),
        "publisher": _first(declared, facts.meta["publisher"]) or _visible(short, "publisher"),
        "index_number": _visible(short, "index_number"),
        "column": _first(declared, facts.meta["column"]),
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
    return re.split(r"[_|]|\s[-—–]", (node.text() if node else "").strip())[0].strip()


def day_in(text: str) -> str:
    """The first day named, as YYYY-MM-DD, or nothing."""
    if match := _DAY.search(text):
        try:
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        except ValueError:
            return ""
    return ""


def _visible_day(lines: Sequence[str]) -> str:
    """The day behind a label; else one that stands alone above the report."""
    for label in page_facts().visible["published_on"]:
        if day := next((day for value in _values(lines, label) if (day := day_in(value))), ""):
            return day
    above = next((index for index, line in enumerate(lines) if _FIRST_PART.match(line)), 0)
    return next((day for line in lines[:above] if _STAMP.fullmatch(line) and (day := day_in(line))), "")


def _visible(lines: Sequence[str], key: str) -> str:
    """The value behind the first of the labels that stands on the page, in its line or, in tables of metadata, the next."""
    return next((value for label in page_facts().visible[key] for value in _values(lines, label)), "")


def _values(lines: Sequence[str], label: str) -> Iterator[str]:
    pattern = _pattern(label)
    for index, line in enumerate(lines):
        if match := pattern.search(line):
            below = lines[index + 1] if index + 1 < len(lines) and len(lines[index + 1]) <= _LONGEST_VALUE else ""
            value = next((group for group in match.groups() if group), below).strip()
            if value and not is_label(value):
                yield value


def is_label(text: str) -> bool:
    """Whether the text is itself a word of a page's card of metadata: the value before it is empty."""
    bare = re.sub(r"[\s:：]+", "", text[:40])
    return bare in page_facts().card or text.rstrip().endswith(("：", ":"))


@cache
def _pattern(label: str) -> re.Pattern[str]:
    """The label at the beginning of a line or behind a blank or bracket, blanks inside it or not, with its value where one follows."""
    value = r"\s{0,4}[:：]\s{0,4}([^\s:：].{0,60}?)(?=\s{2}|[\s|][^\s:：]{2,8}[:：]|[】\])）|]|$)"
    glued = r"|([A-Za-z0-9][\w/\-]{4,40})" if label in page_facts().visible["index_number"] else ""
    return re.compile(rf"(?:^|[\s【\[（(|]){_spaced(label)}(?:{value}|\s{{0,4}}[:：]?\s{{0,4}}${glued})")


def _spaced(label: str) -> str:
    return r"\s{0,4}".join(label)
