"""Whether a name may be that of a body, where nobody can be sure."""

from difflib import SequenceMatcher
from functools import lru_cache

from gouji.agencies.naming import adds_only_places, normalised, parse
from gouji.agency import Agency

# 水务局 and 水利局, 教育局 and 教育体育局, 卫生健康局 and 卫生健康委员会 are alike; so are 财政局 and 民政局, which a person tells apart.
_ALIKE = 0.6


def may_name(body: Agency, name: str) -> bool:
    """Whether the name is one of the body's with more or less of its place, or one like it in the same place."""
    wanted = normalised(name)
    return any(_same_but_for_places(normalised(own), wanted) or _alike(own, wanted) for own in (body.name, *body.aliases))


def speaks_of(body: Agency, text: str) -> bool:
    """Whether a title or a file's name has the name of the body in it, with its place or without."""
    flat = normalised(text)
    return any(short in flat for short in _short_names(body))


@lru_cache(maxsize=10_000)  # every document that nobody knows is held against every body
def _short_names(body: Agency) -> frozenset[str]:
    return frozenset(short for own in (body.name, *body.aliases) for short in (normalised(own), parse(own).body) if len(short) > 2)


_parsed = lru_cache(maxsize=10_000)(parse)


def _same_but_for_places(own: str, name: str) -> bool:
    return own == name or _parsed(own).key == _parsed(name).key or adds_only_places(own, name) or adds_only_places(name, own)


def _alike(own: str, name: str) -> bool:
    one, other = _parsed(own), _parsed(name)
    if one.seat and other.seat and one.seat != other.seat:
        return False
    return SequenceMatcher(None, one.body, other.body, autojunk=False).ratio() >= _ALIKE
