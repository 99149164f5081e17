"""When a source shows so few of the documents that it had, or must have, that more likely the look failed than that they are not there."""

from sqlalchemy.orm import Session

from gouji.finding import Words
from gouji.ledger import facts
from gouji.words import words

_FEW = 3
_SHARE = 0.1
_FACT = "accepted-sources"


def shortfall(session: Session, source: str, seen: int, expected: int | None, owed: int) -> Words | None:
    """Why the look does not count as a whole one; None where it may, once a person has said so too.

    `expected` is what the last whole look showed. Before there was one, as many bodies of the roster count as owe a report there
    (`owed`): a column misread from the first would else accuse them all.
    """
    due = owed if expected is None else expected
    if due - seen <= max(_FEW, _SHARE * due):
        return None
    accepted = _accepted(session)
    if source in accepted:
        facts.state(session, _FACT, {"names": sorted(accepted - {source})})
        return None
    return words("patrol.fewer" if expected is not None else "patrol.fewer-than-owed", source=source, seen=seen, expected=due)


def accept(session: Session, source: str) -> None:
    """The next whole look at this source counts, however few documents it shows."""
    facts.state(session, _FACT, {"names": sorted(_accepted(session) | {source})})


def _accepted(session: Session) -> set[str]:
    return set((facts.fact(session, _FACT) or {}).get("names", ()))
