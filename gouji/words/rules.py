"""What an organisation made of the rules, in words."""

from collections.abc import Iterable

from gouji.finding import Waived, Words
from gouji.words import words
from gouji.words.places import in_a_row


def waived_words(waived: Waived) -> Words:
    """已豁免至 2026-12-31（张三）：已书面说明."""
    if waived.withdrawn:
        return words("organisation.withdrawn", by=waived.by, reason=waived.reason)
    if waived.until is None:
        return words("organisation.waived-for-good", by=waived.by, reason=waived.reason)
    return words("organisation.waived", until=waived.until.isoformat(), by=waived.by, reason=waived.reason)


def changes_words(changes: Iterable[Words], local: Iterable[Words] = ()) -> Words | None:
    """One sentence on all that is not as gouji delivers it; None where all is."""
    said = [*changes, *(words("organisation.added", rule=title) for title in local)]
    return words("organisation.changes", changes=in_a_row(said, "；", "; ")) if said else None
