"""Requests that were closed without an answer, told beside those answered: 办结40件，逾期未补正1件，结转2件.

The form counts them among those concluded; such a sentence does not. So the number may be either.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.whose.of_some import OUTCOMES

_CLOSED = frozenset(("withdrawn", "other_misc", "other_uncorrected", "other_unpaid", "other_outcomes"))
# 办结40件，其中撤回1件; 办结40件（含撤回1件）: one of them.
_AMONG = re.compile(r"其中|包括|包含|含|[(（]|分别|具体")
_ANSWERED = re.compile(r"(?<!办结)答复\d+[件宗起份]")
_WHOLE = ("received", "handled")


def with_closed_beside(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a paragraph; those concluded with what is counted beside them as their upper bound."""
    own = [claim for claim in claims if claim.exact and claim.scope is Scope.OWN and "clause-unclear" not in claim.doubts]
    if not any(claim.quantity == "concluded" for claim in own):
        return list(claims)
    sure = {id(claim) for claim in own if claim.quantity == "concluded"}
    return [_up_to(claim, text, own) if id(claim) in sure else claim for claim in claims]


def _up_to(claim: Claim, text: str, own: Sequence[Claim]) -> Claim:
    if "办结" in claim.printed and _ANSWERED.search(text):
        return claim  # 35件已办结，答复28件，撤回7件: those closed are of the 35
    outcomes = [other for other in own if other.quantity.startswith(("withdrawn", *OUTCOMES)) and _beside(text, claim, other)]
    closed = sum((other.value for other in outcomes if other.quantity in _CLOSED), Decimal(0))
    every = sum((other.value for other in outcomes), Decimal(0))
    left = _left(claim.value, own)
    more = left if left and (left == every or _told(text, claim, left, own)) else closed * (closed == every)
    return replace(claim, high=claim.high + more) if more else claim


def _left(value: Decimal, own: Sequence[Claim]) -> Decimal:
    """How many of those received and carried in are neither these nor carried out; 0 where that cannot be told."""
    told = {claim.quantity: claim.value for claim in reversed(own)}
    whole = next((told[name] for name in _WHOLE if name in told), None)
    if whole is None:
        return Decimal(0)
    carried = told.get("carried_in", Decimal(0)) if "received" in told else Decimal(0)
    return max(whole + carried - told.get("carried_out", Decimal(0)) - value, Decimal(0))


def _told(text: str, claim: Claim, left: Decimal, own: Sequence[Claim]) -> bool:
    """另有3件未予答复, 转为信访处理3件: whether just so many are told beside, in whatever words."""
    start, end = _span(claim)
    for match in re.finditer(rf"(?<![\d.]){left}(?:件|宗|起|份|条|项|个|例)", text):
        between = text[end : match.start()] if match.start() >= end else text[match.end() : start]
        known = any(_span(other)[0] <= match.start() < _span(other)[1] for other in own)
        if not known and not _AMONG.search(between):
            return True
    return False


def _beside(text: str, one: Claim, other: Claim) -> bool:
    first, second = sorted((_span(one), _span(other)))
    return _AMONG.search(text, first[1], second[0]) is None


def _span(claim: Claim) -> tuple[int, int]:
    """Where a claim begins and ends in its paragraph, counted as Python does; a place counts from one."""
    return (claim.place.start or 1) - 1, claim.place.end or 0
