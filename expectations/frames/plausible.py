"""Why a number of the text that differs from the table may not be a slip: it is another of the tables, or far off."""

from collections.abc import Iterator
from decimal import Decimal

from expectations.frames.kind import Case
from expectations.frames.tabled import Quantity, Tabled, quantities, tabled
from gouji.narrative.claim import Claim

# Below this numbers agree by chance, and no difference is great.
_SMALL = 10
_TIMES = 4
# What else of the same table a number may be: those that the text may as well speak of.
_KIN = {
    "applications.": (
        "received", "handled", "concluded", "carried_in", "carried_out", "granted", "partially_granted", "granted_or_partial", "denied",
        "unavailable", "rejected", "other_outcomes", "unavailable_not_held", "unavailable_needs_creation", "unavailable_unclear",
        "applicants_natural_person", "applicants_business", "applicants_legal_persons",
    ),
    "proceedings.": (
        "reconsideration", "litigation", "direct_litigation", "litigation_after_reconsideration", "disputes",
    ),
    "disclosure.": (
        "normative_documents_issued", "normative_documents_repealed", "normative_documents_in_force", "permits_made", "penalties_made",
        "coercive_measures_made",
    ),
}  # fmt: skip


def other_readings(case: Case, claim: Claim, quantity: Quantity, meant: Tabled) -> Iterator[str]:
    """Why a claim that misses what the tables say may be of something else."""
    if not claim.exact or claim.value <= _SMALL:
        return
    if _far(claim.value, meant.value):
        yield "far-off"
    if any(value == claim.value for value in _kindred(case, quantity)):
        yield "fits-another"


def _far(said: Decimal, due: Decimal) -> bool:
    """A number several times the table's is rather that of a larger whole than a slip of the pen."""
    less, more = sorted((said, due))
    return more - less > 2 * _SMALL and more > _TIMES * max(less, Decimal(1))


def _kindred(case: Case, quantity: Quantity) -> Iterator[Decimal]:
    table = next((name for name in _KIN if quantity.figures[0].lstrip("-").startswith(name)), "")
    for name in _KIN.get(table, ()):
        kin = quantities()[name]
        for names in (kin.figures, *kin.accepts):
            if names != quantity.figures and (found := tabled(case, names)) is not None and found.whole:
                yield found.value
