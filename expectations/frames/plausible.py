"""Why a number of the text that differs from the table may not be a slip: it is another of the tables, or far off."""

from collections.abc import Container, Iterator
from decimal import Decimal

from expectations.frames.kind import Case
from expectations.frames.tabled import Quantity, Tabled, quantities, tabled
from gouji.narrative.claim import Claim

# Below this numbers agree by chance, and no difference is great.
_SMALL = 10
_TIMES = 4
_WITHDRAWN = "withdrawn"
_WHOLES = ("received", "handled", "concluded")
# What else a number may be that the text gives under this name, by how its quantity begins: only what the words may as well
# speak of. 予以公开13件 is never 无法提供13件, whatever the tables print there.
_KIN = {
    "granted": (*_WHOLES, "granted", "partially_granted", "granted_or_partial"),
    "partially": (*_WHOLES, "granted", "granted_or_partial"),
    "denied": (*_WHOLES, "denied", "not_granted"),
    "unavailable": (*_WHOLES, "unavailable", "unavailable_not_held", "unavailable_needs_creation", "unavailable_unclear", "not_granted"),
    "rejected": (*_WHOLES, "rejected", "not_granted"),
    "other_": (*_WHOLES, "other_outcomes"),
    "withdrawn": (*_WHOLES, "other_outcomes"),
    "all_": (),
    "only_": (),
    "applicants": (*_WHOLES, "carried_in", "carried_out"),
    "carried": (*_WHOLES, "carried_in", "carried_out"),
    "": (
        *_WHOLES, "carried_in", "carried_out", "denied", "unavailable", "rejected", "other_outcomes",
        "granted", "partially_granted", "granted_or_partial", "applicants_natural_person",
        "applicants_business", "applicants_legal_persons",
    ),
    "reconsideration": ("disputes",),
    "litigation": ("direct_litigation", "litigation_after_reconsideration", "disputes"),
    "direct_litigation": ("litigation", "litigation_after_reconsideration"),
    "disputes": ("reconsideration", "litigation"),
    "normative": ("normative_documents_issued", "normative_documents_repealed", "normative_documents_in_force"),
    "regulations": ("regulations_issued", "regulations_repealed", "regulations_in_force"),
    "permits": (),
    "penalties": (),
    "coercive": (),
    "processing_fee": (),
    "admin_fee": (),
}  # fmt: skip


def other_readings(case: Case, claim: Claim, quantity: Quantity, meant: Tabled) -> Iterator[str]:
    """Why a claim that misses what the tables say may be of something else."""
    if claim.quantity == _WITHDRAWN and claim.value < meant.value:
        yield "row-of-more"
    if not claim.exact or claim.value <= _SMALL:
        return
    if _far(claim.value, meant.value):
        yield "far-off"
    told = {other.quantity for other in case.claims if other.sentence == claim.sentence and other.exact and other is not claim}
    if any(value == claim.value for value in _kindred(case, claim.quantity, quantity, told)):
        yield "fits-another"


def _far(said: Decimal, due: Decimal) -> bool:
    """A number several times the table's is rather that of a larger whole than a slip of the pen."""
    less, more = sorted((said, due))
    return more - less > 2 * _SMALL and more > _TIMES * max(less, Decimal(1))


def _kindred(case: Case, name: str, quantity: Quantity, told: Container[str] = ()) -> Iterator[Decimal]:
    """The numbers that the tables print for what the words of this quantity may also speak of, less what is `told` beside it.

    予以公开17件、部分公开17件: the first is no number of those partly public.
    """
    kin_of = _KIN[max((key for key in _KIN if name.startswith(key)), key=len)]
    for kin in (quantities()[of] for of in kin_of if of not in told):
        for names in (kin.figures, *kin.accepts):
            if names != quantity.figures and (found := tabled(case, names)) is not None and found.whole:
                yield found.value
