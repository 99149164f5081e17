"""What to call a rule or a doubt on a page."""

from expectations.catalogue import catalogue
from gouji.finding import Words


def rule_title(name: str) -> Words:
    """The rule's title as the catalogue has it; an old result may name a rule that the catalogue no longer has."""
    try:
        return catalogue().rule(name).title
    except KeyError:
        return Words(name, name)
