"""What the tables say of the same thing as a claim."""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from expectations.frames.kind import Case, Record, value
from expectations.frames.tabled import Quantity, Tabled, names_of, quantity_of, tabled
from gouji.narrative.claim import Claim


def claim_of(case: Case, record: Record) -> Claim:
    """The claim that a row was made of."""
    index = value(record, "claim")
    if index is None:
        raise TypeError("a row of claims without its claim")
    return case.claims[int(index)]


def flat(sentence: str) -> str:
    """A sentence in one shape for all formats."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", sentence))


def nearest(case: Case, claim: Claim, quantity: Quantity) -> Tabled | None:
    """What the tables say of it; of the sums that the words may mean, the one nearest to the claim."""
    meant = tabled(case, names_of(case, quantity))
    others = [found for names in quantity.accepts if (found := tabled(case, names)) is not None and found.whole]
    if not others:
        return meant
    choices = ([meant] if meant is not None else []) + others
    return min(choices, key=lambda found: max(claim.low - found.value, found.value - claim.high, Decimal(0)))


# What a government's own requests and cases are tells nothing of whose documents and decisions Table 2 counts.
_PARTS = {"applications": "requests", "proceedings": "requests"}
_BY_CHANCE = 10


def of_the_whole_area(case: Case, claim: Claim) -> bool:
    """Whether the tables count the whole area's too: other numbers that the text gives of it are theirs, more than by chance."""
    part, agreeing = _part_of(claim.quantity), {}
    for other in case.claims:
        if other.whole and other.exact and other.quantity != claim.quantity and other.value and part == _part_of(other.quantity):
            quantity = quantity_of(other.quantity)
            if quantity and any(holds(case, other, names) for names in quantity.all):
                agreeing[other.quantity] = other.value
    return len(agreeing) > 1 or any(value > _BY_CHANCE for value in agreeing.values())


def _part_of(name: str) -> str:
    quantity = quantity_of(name)
    table = quantity.figures[0].lstrip("-").partition(".")[0] if quantity and quantity.figures else ""
    return _PARTS.get(table, table)


def meant_by(case: Case, record: Record) -> Tabled | None:
    quantity = quantity_of(str(record["quantity"]))
    return nearest(case, claim_of(case, record), quantity) if quantity else None


def holds(case: Case, claim: Claim, names: Sequence[str]) -> bool:
    found = tabled(case, names)
    return found is not None and found.whole and claim.low <= found.value <= claim.high
