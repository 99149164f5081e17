"""The words of the text around a claim's number, short enough for a message."""

import re

from expectations.frames.kind import Case
from gouji.finding import Words
from gouji.narrative.claim import Claim


def clause_of(case: Case, claim: Claim) -> Words:
    """The words around the number, short enough for a message; its own clause where its sentence has another of the kind."""
    said, printed = (" ".join(one.split()) for one in (claim.sentence, claim.printed))
    beside = [other for other in case.claims if _beside(other, claim)]
    if beside:
        alike = [other for other in beside if other.printed == claim.printed]
        shown = _own_clause(said, printed, sum((other.place.start or 0) < (claim.place.start or 0) for other in alike))
    else:
        shown = said if len(said) <= _LONGEST_CLAUSE else f"…{_around(said, printed)}…"
    return Words(shown, shown)


_LONGEST_CLAUSE = 40
_ENDS = re.compile("[，,、；;。：:]")


def _beside(other: Claim, claim: Claim) -> bool:
    """Whether this is another claim of the kind in the same sentence."""
    alike = (other.quantity, other.sentence, other.place.paragraph) == (claim.quantity, claim.sentence, claim.place.paragraph)
    return alike and other.place != claim.place


def _own_clause(sentence: str, printed: str, before: int) -> str:
    """The clause up to the number that has so many alike before it."""
    ends = [match.end() for match in re.finditer(re.escape(printed), sentence)]
    end = ends[min(before, len(ends) - 1)] if ends else len(sentence)
    begin = max((match.end() for match in _ENDS.finditer(sentence, 0, end - len(printed))), default=0)
    begin = max(begin, end - _LONGEST_CLAUSE)
    return f"{'…' * (begin > 0)}{sentence[begin:end]}{'…' * (end < len(sentence))}"


def _around(sentence: str, printed: str) -> str:
    end = max(sentence.find(printed), 0) + len(printed)
    return sentence[max(0, end - _LONGEST_CLAUSE) : end]
