"""Where something was looked for and not found, in words."""

from collections.abc import Sequence

from gouji.clock import shown
from gouji.fetched import Fetched, first_of_each, named_of
from gouji.finding import Words
from gouji.words import words
from gouji.words.places import listed

_SHOWN = 3
# Of a hash so much stands in a sentence; the whole stands beside it.
_SIGNS = 12


def lists_in_words(key: str, pages: Sequence[Fetched]) -> tuple[Words, ...]:
    """One sentence that names each list by its first page, and one on the pages that are not named; none where there is no list."""
    lists = [_named(page, count) for page, count in first_of_each(pages)]
    return (words(key, lists=listed(lists, most=_SHOWN)), *unnamed_in_words(pages)) if lists else ()


def unnamed_in_words(pages: Sequence[Fetched]) -> tuple[Words, ...]:
    """What is said where there are more pages than a finding names."""
    named = len(named_of(pages))
    return (words("judging.list-pages-unnamed", named=named, more=len(pages) - named),) if named < len(pages) else ()


def _named(page: Fetched, count: int) -> Words:
    values = {"address": page.address, "at": shown(page.fetched_at), "sha256": page.sha256[:_SIGNS]}
    if count == 1:
        return words("judging.list-page", **values)
    return words("judging.list-pages", count=count, more=count - 1, **values)
