"""Great Expectations results cut to one report -> what its page says of each rule.

A page is rendered from these: whether a rule held is what its result says, and nothing of ours says it again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RuleResult:
    """One expectation as Great Expectations saw it on this report: `judged` rows of the frame, `broken` of them against it.

    `figures` are the ids that the broken rows speak of; `trial` says that the rule is on trial.
    """

    rule: str
    frame: str
    held: bool
    judged: int
    broken: int
    figures: tuple[str, ...]
    trial: bool


def rule_results(suites: Iterable[Json]) -> list[RuleResult]:
    """Every expectation that had a row of this report to look at, in the order of the suites.

    One without a row said nothing of this report, so it neither held nor was violated (Great Expectations calls it a success).
    """
    found = [_rule_result(str(suite.get("suite_name", "")), result) for suite in suites for result in suite.get("results", ())]
    return [result for result in found if result.judged or not result.held]


def _rule_result(frame: str, result: Json) -> RuleResult:
    meta = result["expectation_config"].get("meta") or {}
    detail = result.get("result") or {}
    return RuleResult(
        rule=str(meta["rule"]),
        frame=frame,
        held=bool(result["success"]),
        judged=int(detail.get("element_count") or 0),
        broken=int(detail.get("unexpected_count") or 0),
        figures=_figures(detail.get("unexpected_index_list") or ()),
        trial=meta.get("status") == "trial",
    )


def _figures(rows: Sequence[object]) -> tuple[str, ...]:
    """The figure ids of the broken rows, each once, in their order."""
    named = (figure for row in rows if isinstance(row, Mapping) for figure in row.get("figures", ()))
    return tuple(dict.fromkeys(str(figure) for figure in named))
