"""Pages that would cost a parser minutes or gigabytes are refused by their source, before there is a tree."""

import re

from gouji.errors import UnreadableDocument
from gouji.words import words

_MOST_ELEMENTS = 300_000  # a report has some ten thousand; a tree of millions takes gigabytes
_DEEPEST = 5_000  # the time a parser takes grows with the square of the depth
_MOST_ATTRIBUTES = 5_000
_LONGEST_PLAIN_TAG = 20_000  # shorter ones hold too few attributes to matter; pictures written out are longer and hold one
# Elements that stay open until they are closed; the others close each other.
_TAGS = re.compile(
    r"<(/?)(?:div|span|table|center|font|section|article|blockquote|ul|ol|dl|form|fieldset|b|i|u|em|strong|a|big|small)\b", re.IGNORECASE
)
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{_LONGEST_PLAIN_TAG},}}")


def refuse_overgrown(text: str) -> None:
    """Raises where the page holds more elements, deeper ones or more attributes than any report."""
    if text.count("<") > _MOST_ELEMENTS:
        raise UnreadableDocument(words("reading.html-too-many", limit=_MOST_ELEMENTS))
    if _depth(text) > _DEEPEST:
        raise UnreadableDocument(words("reading.html-too-deep", limit=_DEEPEST))
    if any(tag[0].count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise UnreadableDocument(words("reading.html-too-many", limit=_MOST_ATTRIBUTES))


def _depth(text: str) -> int:
    """How deep elements nest at most, as written."""
    depth = deepest = 0
    for match in _TAGS.finditer(text):
        depth = max(depth - 1, 0) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
