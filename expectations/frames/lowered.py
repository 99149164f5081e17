"""Whether a claim that the tables contradict is right in another way of counting, or for a reason that the text gives."""

import re
from collections.abc import Sequence

from expectations.frames.kind import Case, Record, value
from expectations.frames.left_out import left_out
from expectations.frames.meant import claim_of, flat, holds
from expectations.frames.tabled import quantity_of, tabled
from gouji.narrative.claim import Claim


def lowered(case: Case, records: Sequence[Record]) -> str | None:
    """`other-way` or `explained`, where that holds for all of the rows that a finding is made of."""
    if all(any(holds(case, claim_of(case, r), names) for names in _also(r)) for r in records):
        return "other-way"
    if all(_in_no_row(case, claim_of(case, record)) for record in records):
        return "other-way"
    if all(_explained(claim_of(case, record), record) or _left_out(case, record) for record in records):
        return "explained"
    return None


# 申请人主动撤回24件, 其中3件撤回, 24封申请人主动撤销申请
_WITHDRAWN = re.compile(r"撤[回销消件][^\d]{0,6}(?P<after>\d+)|(?P<before>\d+)[件宗起份条封][^\d]{0,10}撤[回销消件]")


def _explained(claim: Claim, record: Record) -> bool:
    """Whether the reason that the text gives may be one: a number of those withdrawn must be that of the difference."""
    told = _WITHDRAWN.search(flat(claim.explained))
    if told is None:
        return bool(claim.explained)
    return abs(float(claim.value) - (value(record, "tabled") or 0)) == float(told["after"] or told["before"])


def _in_no_row(case: Case, claim: Claim) -> bool:
    """收到46封，其中18封申请人撤销, where Table 3 has 28 received: those taken back stand nowhere in it."""
    received = quantity_of("received")
    if claim.quantity != "withdrawn" or received is None or (due := tabled(case, received.figures)) is None or not due.whole:
        return False
    told = (one for one in case.claims if one.quantity == "received" and one.sentence == claim.sentence and one.exact)
    return any(one.value - claim.value == due.value for one in told)


def _left_out(case: Case, record: Record) -> bool:
    claim, quantity = claim_of(case, record), quantity_of(str(record["quantity"]))
    return quantity is not None and left_out(case, claim, quantity, flat(claim.sentence))


def _also(record: Record) -> tuple[tuple[str, ...], ...]:
    quantity = quantity_of(str(record["quantity"]))
    return quantity.also if quantity else ()
