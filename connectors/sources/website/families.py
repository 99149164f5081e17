"""Which system made a page, for a person who wants to know what is seen of a site."""

from functools import cache

from gouji.data import data_file

# Sitemaps, feeds and lists name themselves early; a long article need not be searched to its end.
_LOOKED_AT = 400_000


def family_of(url: str, text: str) -> str:
    """The family's name; `plain` for a page that shows no family's signs."""
    seen = f"{url}\n{text[:_LOOKED_AT]}".lower()
    return next((name for name, signs in _families().items() if any(sign.lower() in seen for sign in signs)), "plain")


@cache
def _families() -> dict[str, list[str]]:
    families: dict[str, list[str]] = data_file(__package__, "families.yaml")
    return families
