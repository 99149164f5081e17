"""Catalogue -> one Great Expectations suite a frame, built in Python: a stored suite silently drops what it does not know."""

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_
from typing import Any

from expectations.frames import FRAMES
from expectations.gx import Column, gx
from expectations.rule import Condition, Rule
from expectations.shapes import expectation
from gouji.finding import Severity

# Great Expectations' own names for how grave a failure is.
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "warning", Severity.INFO: "info"}


def suites(rules: Iterable[Rule]) -> dict[str, gx.ExpectationSuite]:
    """One suite for each frame that any of the rules looks at."""
    by_frame: dict[str, list[Rule]] = {}
    for rule in rules:
        by_frame.setdefault(rule.frame, []).append(rule)
    return {name: gx.ExpectationSuite(name, expectations=[expected(r) for r in by_frame[name]]) for name in FRAMES if name in by_frame}


def expected(rule: Rule) -> Any:
    """The rule as an expectation. The description is our own constant text: it is printed as it stands."""
    common: dict[str, Any] = {
        "severity": _SEVERITIES[rule.severity],
        "description": f"{rule.name} {rule.title.zh}",
        "meta": {
            "basis": rule.basis, "rule": rule.name, "severity": str(rule.severity), "status": rule.status,
            "title": {"en": rule.title.en, "zh": rule.title.zh},
        },
    }  # fmt: skip
    if rule.where:
        common["row_condition"] = row_condition(rule.where)
    return expectation(rule, common)


def row_condition(where: Mapping[str, Condition]) -> Any:
    """The rows that a rule looks at, as Great Expectations asks for them."""
    return reduce(and_, (_condition(name, asked) for name, asked in where.items()))


def _condition(name: str, asked: Condition) -> Any:
    match asked:
        case str():
            return Column(name) == asked
        case tuple():
            return Column(name).is_in(list(asked))
        case {"known": True}:
            return Column(name).is_not_null()
        case {"known": False}:
            return Column(name).is_null()
        case {"above": bound}:
            return Column(name) > bound
        case _:
            raise ValueError(f"{name}: {asked}")
