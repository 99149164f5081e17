"""Findings that only the urgent route tells of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from gouji.finding import Finding
from gouji.judgement import Judgement

RULE = "personal-data"


def is_private(finding: Finding) -> bool:
    """Whether the finding says that a report holds somebody's personal data: no public page and no letter to the office repeats that."""
    return finding.rule == RULE


def public(judgement: Judgement) -> Judgement:
    """The judgement as the public pages may tell of it. The verdict stays: that something waits for a person is no secret."""
    return replace(
        judgement,
        findings=tuple(finding for finding in judgement.findings if not is_private(finding)),
        trial=tuple(finding for finding in judgement.trial if not is_private(finding)),
        not_checked=tuple(entry for entry in judgement.not_checked if entry.rule != RULE),
        held={rule: count for rule, count in judgement.held.items() if rule != RULE} if judgement.held is not None else None,
        results=tuple(cut for suite in judgement.results if (cut := _public(suite))["results"]),
    )


def _public(suite: Mapping[str, Any]) -> dict[str, Any]:
    """A page on which the rule is missing must not differ from one of which it said nothing: it is on none."""
    kept = [result for result in suite.get("results", ()) if (result["expectation_config"].get("meta") or {}).get("rule") != RULE]
    return {**suite, "results": kept}
