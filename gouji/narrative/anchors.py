"""Scopes settled by the tables: 代表市政府受理859件 is the report's own number where Table 3 says 859 too."""

from collections.abc import Sequence
from dataclasses import replace

from gouji.narrative.claim import Claim, Scope
from gouji.narrative.passage import Counted
from gouji.report import Report, State

_ROWS = {"received": "received", "concluded": "concluded_total", "carried_in": "carried_in", "carried_out": "carried_out"}
# A small number agrees by chance.
_LARGE = 10


def anchored(report: Report, counted: Sequence[Counted]) -> list[Claim]:
    """The claims of a paragraph, those of another body taken for the report's own where its totals are the tables'."""
    sure = _sure([one for one in counted if _movable(one) and _agrees(report, one.claim)])
    borne = _sure([one for one in counted if one.claim.whole and _agrees(report, one.claim)])
    settled = [_own(one.claim) if sure and _movable(one) else one.claim for one in counted]
    return [replace(claim, whole=False) if claim.whole and borne else claim for claim in settled]


def _sure(agreeing: Sequence[Counted]) -> bool:
    return len(agreeing) > 1 or any(one.claim.value >= _LARGE for one in agreeing)


def _movable(one: Counted) -> bool:
    return one.voice.collective and one.voice.span is Scope.OWN and one.claim.scope is one.voice.scope is not Scope.OWN


def _own(claim: Claim) -> Claim:
    return replace(claim, scope=Scope.OWN, doubts=tuple(doubt for doubt in claim.doubts if doubt != "scope-unclear"))


def _agrees(report: Report, claim: Claim) -> bool:
    row = _ROWS.get(claim.quantity)
    figure = report.figures.get(f"applications.{row}.total") if row else None
    return figure is not None and figure.state is State.NUMBER and figure.value == claim.value and claim.exact and claim.value > 0
