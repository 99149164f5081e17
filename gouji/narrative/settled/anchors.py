"""Scopes settled by the tables: 代表市政府受理859件 is the report's own number where Table 3 says 859 too."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.context.passage import Counted
from gouji.report import Report, State

ROWS = {"received": "received", "concluded": "concluded_total", "carried_in": "carried_in", "carried_out": "carried_out"}
# The rows of what became of requests, by how their names begin.
OUTCOMES = {
    "granted": ("granted",), "partially_granted": ("partially_granted",), "granted_or_partial": ("granted", "partially_granted"),
    "denied": ("denied_",), "unavailable": ("unavailable_",), "rejected": ("rejected_",), "other_outcomes": ("other_",),
}  # fmt: skip
# A small number agrees by chance.
_LARGE = 10
_SEVERAL = 2


def anchored(report: Report, counted: Sequence[Counted]) -> list[Claim]:
    """The claims of a paragraph, those of another body taken for the report's own where its totals are the tables'."""
    sure = _sure([one for one in counted if _movable(one) and _agrees(report, one.claim)])
    borne = _sure([one for one in counted if one.claim.whole and _agrees(report, one.claim)])
    others, claims = _of_others(report, counted), _of_all_after_all(report, counted)
    settled = [_own(one.claim) if sure and _movable(one) and not other else one.claim for one, other in zip(claims, others, strict=True)]
    return [replace(claim, whole=False) if claim.whole and borne else claim for claim in settled]


def _of_others(report: Report, counted: Sequence[Counted]) -> list[bool]:
    """Which are of another body still: 市本级受理40件，县区局受理213件、办结200件, where 40 is the tables' own, till one agrees again."""
    agreeing = {one.claim.quantity for one in counted if _movable(one) and _agrees(report, one.claim)}
    found, other = list[bool](), False
    for one in counted:
        agrees = _agrees(report, one.claim)
        other = not agrees and (other or (one.claim.quantity in agreeing and _movable(one)))
        found.append(other)
    return found


# What became of all requests, where these are all that there were.
_BECAME = ("concluded", "carried_out", *OUTCOMES)
_BY_WHOM_OR_HOW = ("channel_", "applicants_")


def _of_all_after_all(report: Report, counted: Sequence[Counted]) -> list[Counted]:
    """收到自然人申请72件，办结70件，结转2件, where Table 3 says that 72 came in and none was carried in: these are all of them."""
    first: dict[str, Counted] = {}
    settled = []
    for one in counted:
        narrow = first.setdefault(one.claim.sentence, one)
        told = narrow is not one and one.claim.quantity.startswith(_BECAME) and one.claim.doubts == ("clause-unclear",) and one.claim.plain
        whole = told and narrow.claim.quantity.startswith(_BY_WHOM_OR_HOW) and narrow.claim.exact and _all_requests(report, narrow.claim)
        settled.append(replace(one, claim=replace(one.claim, doubts=())) if whole else one)
    return settled


def _all_requests(report: Report, claim: Claim) -> bool:
    received, carried = (report.figures.get(f"applications.{row}.total") for row in ("received", "carried_in"))
    if received is None or carried is None or not (received.state is carried.state is State.NUMBER) or claim.scope is not Scope.OWN:
        return False
    return claim.value == received.value != 0 and carried.value == 0


def _sure(agreeing: Sequence[Counted]) -> bool:
    """Whether so many agree by no chance: one that is large, or two; of outcomes, that are many and small, more."""
    outcomes = [one for one in agreeing if one.claim.quantity in OUTCOMES]
    if len(outcomes) == len(agreeing):
        return len(outcomes) > _SEVERAL and any(one.claim.value >= _LARGE for one in outcomes)
    agreeing = [one for one in agreeing if one.claim.quantity not in OUTCOMES]
    return len(agreeing) > 1 or any(one.claim.value >= _LARGE for one in agreeing)


def _movable(one: Counted) -> bool:
    return one.voice.collective and one.voice.span is Scope.OWN and one.claim.scope is one.voice.scope is not Scope.OWN


def _own(claim: Claim) -> Claim:
    return replace(claim, scope=Scope.OWN, doubts=tuple(doubt for doubt in claim.doubts if doubt != "scope-unclear"))


def _agrees(report: Report, claim: Claim) -> bool:
    if claim.quantity in OUTCOMES:
        return claim.exact and claim.value > 0 and claim.value == _became(report, OUTCOMES[claim.quantity])
    row = ROWS.get(claim.quantity)
    figure = report.figures.get(f"applications.{row}.total") if row else None
    return figure is not None and figure.state is State.NUMBER and figure.value == claim.value and claim.exact and claim.value > 0


def _became(report: Report, rows: Sequence[str]) -> Decimal | None:
    """How many requests the tables have in these rows; None where a cell is no number."""
    names = [name for name in report.figures if name.endswith(".total") and name.removeprefix("applications.").startswith(tuple(rows))]
    figures = [report.figures[name] for name in names if name.startswith("applications.")]
    if not figures or any(figure.state is not State.NUMBER or figure.value is None for figure in figures):
        return None
    return sum((figure.value for figure in figures if figure.value is not None), Decimal(0))
