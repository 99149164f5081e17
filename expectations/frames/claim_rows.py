"""The row of one claim: its bounds beside the number of the tables."""

import re
from collections.abc import Iterator
from decimal import Decimal

from expectations.frames.kind import Case, Cell, NotJudged, number
from expectations.frames.meant import flat, nearest
from expectations.frames.tabled import Quantity, Tabled, names_of
from gouji.narrative.claim import Claim, Scope

LIMIT = "100%"
# Fees are claimed in yuan and printed in 万元.
_IN_YUAN = frozenset(("processing_fee", "admin_fee"))
_WAN = Decimal(10_000)
_FEES = "narrative-fees"
# What came in from the year before (上年结转1件) is no word of what goes out.
_CARRIED_IN = re.compile(
    r"(?:上一?年度?|去年|上一?年[末底]|20\d\d年度?[末底]?)(?:结转|转结)(?!至|到|下|20)|(?:结转|转结)[自于]?(?:上一?年|去年)"
)
# 无结转 tells of none.
_CARRIED = re.compile("(?<![无未])(?<!没有)(?<!不存在)(?<!无跨年)(?:结转|转结|顺延)|尚未办结|正在办理")


def per_cent(case: Case, claim: Claim, index: int) -> Iterator[tuple[Cell, ...]]:
    """A rate or a fall, of which no table speaks."""
    if claim.scope is not Scope.OTHER:
        yield _rate(case, claim), None, float(index), float(claim.low), float(claim.high), None


def _rate(case: Case, claim: Claim) -> str:
    """What a rate is: the share of requests concluded is at most all of them only where none was carried in."""
    if claim.quantity != _OF_REQUESTS:
        return claim.quantity
    carried = case.figure("applications.carried_in.total")
    return "rate" if carried.sure and number(carried) == 0 else "rate_possible"


_OF_REQUESTS = "rate_of_requests"


def against_tables(case: Case, claim: Claim, quantity: Quantity, index: int) -> tuple[Cell, ...] | NotJudged:
    rule = "narrative-none-received" if claim.quantity == "received" and claim.exact and not claim.value else quantity.rule
    if claim.scope is Scope.OTHER:
        return NotJudged(rule, "another-scope")
    if claim.quantity == "all_concluded" and any(_CARRIED.search(_CARRIED_IN.sub("", flat(p.text))) for p in case.report.narrative()):
        return NotJudged(rule, "carry-over-told")
    meant = nearest(case, claim, quantity)
    if meant is None or not (meant.whole or meant.value > claim.high):
        name = names_of(case, quantity)[0]
        return NotJudged(rule, "figure-no-number", "figure", case.figure(name).table, name)
    low, high = _bounds(claim, meant)
    if claim.quantity == "admin_fee" and not claim.low <= meant.value <= claim.high:
        rule = _FEES  # not the same number in another unit
    return claim.quantity, rule, float(index), low, high, float(meant.value)


def _bounds(claim: Claim, meant: Tabled) -> tuple[float, float]:
    """The claim's bounds in the unit of the table: fees in 万元, to the last digit that it prints."""
    if claim.quantity not in _IN_YUAN:
        return float(claim.low), float(claim.high)
    printed = meant.figures[0].raw or ""
    step = Decimal(1).scaleb(-len(printed.strip().partition(".")[2])) / 2
    # One fee may be only part of all that was charged.
    most = Decimal(10) ** 12 if claim.quantity == "processing_fee" else claim.high / _WAN + step
    return float(claim.low / _WAN - step), float(most)
