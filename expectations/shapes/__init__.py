"""The shapes of the catalogue as expectations; importing this registers the custom ones with Great Expectations."""

from collections.abc import Callable, Mapping
from typing import Any

from great_expectations.expectations.core.expect_column_pair_values_to_be_equal import ExpectColumnPairValuesToBeEqual
from great_expectations.expectations.core.expect_column_values_to_be_between import ExpectColumnValuesToBeBetween
from great_expectations.expectations.core.expect_column_values_to_be_in_set import ExpectColumnValuesToBeInSet
from great_expectations.expectations.core.expect_column_values_to_match_regex_list import ExpectColumnValuesToMatchRegexList
from great_expectations.expectations.core.expect_column_values_to_not_be_null import ExpectColumnValuesToNotBeNull
from great_expectations.expectations.core.expect_column_values_to_not_match_regex_list import ExpectColumnValuesToNotMatchRegexList

from expectations.rule import Rule
from expectations.shapes.change import ExpectChangesToCompute
from expectations.shapes.identity import ExpectSidesToBalance
from expectations.shapes.measure import ExpectNumbersOfTheirKind
from expectations.shapes.once import work_once
from expectations.shapes.ordered import ExpectColumnsNotToFall
from expectations.shapes.ratio import ExpectNoLargeRatio
from expectations.shapes.similarity import ExpectTextsToDiffer
from gouji.form import NAMES, form

work_once()

Arguments = Mapping[str, Any]


def expectation(rule: Rule, common: Arguments) -> Any:
    """The expectation that a rule of the catalogue asks for; `common` is what all expectations take."""
    return SHAPES[rule.shape](rule, common)


def _identity(rule: Rule, common: Arguments) -> Any:
    found = [form(name).identities[rule.name] for name in NAMES if rule.name in form(name).identities]
    left, right = (list(dict.fromkeys(term for i in found for term in getattr(i, side))) for side in ("left", "right"))
    return ExpectSidesToBalance(left=left, right=right, relation=found[0].relation, **common)


def _present(rule: Rule, common: Arguments) -> Any:
    return ExpectColumnValuesToNotBeNull(column=rule.parameters["column"], **common)


def _pair(rule: Rule, common: Arguments) -> Any:
    one, other = rule.parameters["column"], rule.parameters["other"]
    return ExpectColumnPairValuesToBeEqual(column_A=one, column_B=other, ignore_row_if="neither", **common)


def _between(rule: Rule, common: Arguments) -> Any:
    least, most = rule.parameters.get("min"), rule.parameters.get("max")
    return ExpectColumnValuesToBeBetween(column=rule.parameters["column"], min_value=least, max_value=most, **common)


def _ordered(rule: Rule, common: Arguments) -> Any:
    return ExpectColumnsNotToFall(column_list=rule.parameters["columns"], **common)


def _measure(rule: Rule, common: Arguments) -> Any:
    return ExpectNumbersOfTheirKind(column=rule.parameters["column"], **common)


def _change(rule: Rule, common: Arguments) -> Any:
    return ExpectChangesToCompute(asks=rule.parameters["asks"], **common)


def _match(rule: Rule, common: Arguments) -> Any:
    patterns = list(rule.parameters["patterns"])
    return ExpectColumnValuesToMatchRegexList(column=rule.parameters["column"], regex_list=patterns, match_on="any", **common)


def _not_match(rule: Rule, common: Arguments) -> Any:
    return ExpectColumnValuesToNotMatchRegexList(column=rule.parameters["column"], regex_list=list(rule.parameters["patterns"]), **common)


def _in_set(rule: Rule, common: Arguments) -> Any:
    return ExpectColumnValuesToBeInSet(column=rule.parameters["column"], value_set=list(rule.parameters["values"]), **common)


def _similarity(rule: Rule, common: Arguments) -> Any:
    one, other = rule.parameters["column"], rule.parameters["other"]
    return ExpectTextsToDiffer(column=one, other=other, below=rule.parameters["below"], **common)


def _sums(rule: Rule, common: Arguments) -> Any:
    left, right = rule.parameters["left"], rule.parameters["right"]
    return ExpectSidesToBalance(left=list(left), right=list(right), relation=rule.parameters.get("relation", "equal"), **common)


def _ratio(rule: Rule, common: Arguments) -> Any:
    one, other = rule.parameters["column"], rule.parameters["other"]
    return ExpectNoLargeRatio(column=one, other=other, most=rule.parameters["most"], up_to=rule.parameters.get("up_to"), **common)


SHAPES: Mapping[str, Callable[[Rule, Arguments], Any]] = {
    "identity": _identity,
    "present": _present,
    "pair": _pair,
    "between": _between,
    "ordered": _ordered,
    "measure": _measure,
    "change": _change,
    "match": _match,
    "not-match": _not_match,
    "in-set": _in_set,
    "similarity": _similarity,
    "sums": _sums,
    "ratio": _ratio,
}
