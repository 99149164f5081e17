"""One row for each quantity of the report's own that the text states twice: the two numbers."""

import re
from collections.abc import Iterator, Sequence

from expectations.frames.kind import KIND, NUMBER, Case, Cell, NotJudged, Record, Told, text, value
from expectations.frames.meant import flat
from expectations.frames.tabled import names_of, quantities, quantity_of, tabled
from expectations.rule import Rule
from gouji.narrative import RATES
from gouji.narrative.claim import Claim, Scope
from gouji.words.places import paragraph_in_words

_RULE = "narrative-twice"
# What no table gives: only the two statements can be set against each other.
_UNTABLED = "untabled"
# Requests spoken of again: 上述15件申请.
_AGAIN = "again"
_COUNTED = ("received", "handled", "concluded")
_PARTS = (
    "carried_in", "carried_out", "granted", "partially_granted", "granted_or_partial", "denied", "unavailable", "rejected",
    "other_outcomes", "applicants_natural_person", "applicants_legal_persons", "applicants_business",
)  # fmt: skip


class TwiceFrame:
    name = "twice"
    columns = {"quantity": KIND, "first": NUMBER, "second": NUMBER, "one": NUMBER, "other": NUMBER}
    offers = frozenset({"where", "printed", "expected"})

    def rows(self, case: Case) -> Iterator[tuple[Cell, ...] | NotJudged]:
        by_quantity: dict[str, list[int]] = {}
        for index, claim in enumerate(case.claims):
            if claim.scope is Scope.OWN and claim.exact and claim.quantity not in RATES and quantity_of(claim.quantity):
                by_quantity.setdefault(claim.quantity, []).append(index)
        pairs = [(name, pair) for name, found in by_quantity.items() if (pair := _pair(case, found))]
        for name, (first, second) in pairs:
            yield name, float(first), float(second), float(case.claims[first].value), float(case.claims[second].value)
        for index, (one, other) in enumerate(case.narrative.repeated):
            yield _UNTABLED, float(index), float(index), float(one.value), float(other.value)
        again = [(at, index) for index, claim in enumerate(case.narrative.again) if (at := _before(case, claim)) is not None]
        for at, index in again:
            yield _AGAIN, float(at), float(index), float(case.claims[at].value), float(case.narrative.again[index].value)
        if not (pairs or again or case.narrative.repeated):
            yield NotJudged(_RULE, "said-once")

    def figures(self, case: Case, record: Record) -> tuple[str, ...]:
        quantity = quantity_of(text(record, "quantity"))
        names = names_of(case, quantity) if quantity else ()
        return tuple(name.lstrip("-") for name in names)

    def section(self, record: Record) -> int | None:
        return None

    def doubts(self, case: Case, rule: Rule, records: Sequence[Record]) -> tuple[str, ...]:
        found = [doubt for r in records for claim in _both(case, r) for doubt in claim.doubts if doubt != "two-statements"]
        # Perhaps two things of like name: sure only where the tables bear out one of them and nothing the other.
        if not all(_settled(case, record) for record in records):
            found.append("alike-by-name")
        if any(_of_which(*_both(case, record)) for record in records):
            found.append("alike-by-name")
        return tuple(dict.fromkeys(found))

    def lowered(self, case: Case, records: Sequence[Record]) -> str | None:
        return None

    def tell(self, case: Case, rule: Rule, records: Sequence[Record]) -> Told:
        one, other = _both(case, records[0])
        values = {
            "where": paragraph_in_words(case.report, one.place),
            "printed": one.printed,
            "expected": other.printed,
        }
        return Told(values, other.printed, one.printed, (one.place, other.place), spot=flat(one.sentence))


# 收到申请43件，有效申请40件; 收到46件，剔除重复6件后登记40件: two numbers of two things.
_OF_WHICH = re.compile(
    "有效|实际|实有|正式|剔除|扣除|排除|去除|合并|视为|补正|重新提[交出]|登记[^,;。]{0,4}$|未(?:予)?登记|未(?:予)?受理|不予受理"
)


def _of_which(one: Claim, other: Claim) -> bool:
    said = flat(one.sentence)
    start, end = said.find(flat(one.printed)), said.rfind(flat(other.printed))
    return one.sentence == other.sentence and bool(_OF_WHICH.search(said, max(start, 0), max(end, 0) + len(flat(other.printed))))


def _pair(case: Case, found: Sequence[int]) -> tuple[int, int] | None:
    """The first two statements, those that differ before those that agree."""
    first = case.claims[found[0]]
    other = next((index for index in found[1:] if case.claims[index].value != first.value), None)
    if other is None:
        return (found[0], found[1]) if len(found) > 1 else None
    return found[0], other


def _before(case: Case, again: Claim) -> int | None:
    """The number of requests that the tables bear out, where this one is none of theirs and of no other in the text."""
    counted = [index for index, claim in enumerate(case.claims) if claim.quantity in _COUNTED and claim.scope is Scope.OWN]
    sums = {found.value for name in _COUNTED if (found := tabled(case, names_of(case, quantities()[name]))) is not None}
    sums |= {found.value for names in quantities()["handled"].accepts if (found := tabled(case, names)) is not None}
    parts = {found.value for name in _PARTS if (found := tabled(case, names_of(case, quantities()[name]))) is not None}
    if again.value in sums | parts or any(claim.value == again.value and claim.sentence != again.sentence for claim in case.claims):
        return None
    return next((index for index in counted if case.claims[index].exact and case.claims[index].value in sums), None)


def _both(case: Case, record: Record) -> tuple[Claim, Claim]:
    if text(record, "quantity") == _UNTABLED:
        return case.narrative.repeated[int(value(record, "first") or 0)]
    if text(record, "quantity") == _AGAIN:
        return case.claims[int(value(record, "first") or 0)], case.narrative.again[int(value(record, "second") or 0)]
    return case.claims[int(value(record, "first") or 0)], case.claims[int(value(record, "second") or 0)]


def _settled(case: Case, record: Record) -> bool:
    if text(record, "quantity") in (_UNTABLED, _AGAIN):
        return True
    quantity = quantity_of(text(record, "quantity"))
    if quantity is None:
        return False
    sums = [found.value for names in (*quantity.all, *quantity.also) if (found := tabled(case, names)) is not None]
    meant = tabled(case, names_of(case, quantity))
    values = [claim.value for claim in _both(case, record)]
    return meant is not None and values.count(meant.value) == 1 and sum(v in sums for v in values) == 1
