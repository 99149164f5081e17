"""What to call a rule or a doubt on a page."""

from collections.abc import Mapping

from expectations.catalogue import catalogue
from gouji.finding import Words


def rule_title(name: str, own: Mapping[str, Words] | None = None) -> Words:
    """The rule's title as the catalogue or the organisation's `own` rules have it; an old result may name one that is no more."""
    if own and name in own:
        return own[name]
    try:
        return catalogue().rule(name).title
    except KeyError:
        return Words(name, name)
