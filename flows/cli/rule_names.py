"""Names of rules as a person types them."""

from collections.abc import Iterable

from rapidfuzz import process

from expectations.catalogue import Catalogue
from gouji.errors import UsageError
from gouji.words import words


def known(rules: Catalogue, names: Iterable[str]) -> list[str]:
    """The names, each of which the catalogue has."""
    all_names = [rule.name for rule in rules.rules]
    for name in names:
        if name not in all_names:
            near = [match for match, score, _ in process.extract(name, all_names, limit=3) if score >= 60]
            raise UsageError(words("rules.unknown-but" if near else "rules.unknown", name=name, near=" / ".join(near)))
    return list(names)
