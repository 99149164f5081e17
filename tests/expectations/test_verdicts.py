"""The findings are what Great Expectations answered, and an answer that is missing or cut short is no answer."""

from typing import Any

import pytest

from expectations.catalogue import catalogue
from expectations.frames import FRAMES
from expectations.frames.kind import Case
from expectations.frames.material import Material, build
from expectations.judging import judgements
from expectations.rule import Rule
from expectations.validation import validate
from expectations.verdicts import RulesDidNotRun
from gouji.form import form
from gouji.narrative import narrative
from tests.builders import dossier, sound_report, with_figure, without_table
from tests.expectations import between, faults

RULES = catalogue().judging()


def _material() -> Material:
    faulty = with_figure(sound_report(), "proceedings.direct_litigation.total", 5)
    return build([Case(dossier(report), narrative(report)) for report in (sound_report(), faulty)])


@pytest.fixture
def material() -> Material:
    return _material()


@pytest.fixture
def results(material: Material) -> dict[str, Any]:
    return validate(material, RULES)


def _result(results: dict[str, Any], rule: str) -> Any:
    return next(r for suite in results.values() for r in suite.results if r.expectation_config.meta["rule"] == rule)


def _named(material: Material, results: dict[str, Any]) -> list[list[str]]:
    return [[f.rule for f in judgement.findings] for judgement in judgements(material, results, RULES, catalogue())]


def test_changing_one_result_and_nothing_else_changes_the_finding(material: Material, results: dict[str, Any]) -> None:
    assert _named(material, results) == [[], ["proceedings-sum"]]
    answer = _result(results, "proceedings-sum")
    answer.success, answer.result["unexpected_index_list"], answer.result["unexpected_count"] = True, [], 0
    assert _named(material, results) == [[], ["narrative-litigation"]]
    answer.success, answer.result["unexpected_index_list"], answer.result["unexpected_count"] = False, [0], 1
    assert _named(material, results) == [["proceedings-sum"], ["narrative-litigation"]]


def test_the_results_for_the_pages_change_with_the_answer(material: Material, results: dict[str, Any]) -> None:
    answer = _result(results, "proceedings-sum")
    answer.success, answer.result["unexpected_index_list"], answer.result["unexpected_count"] = False, [0], 1
    sound = judgements(material, results, RULES, catalogue())[0]
    (suite,) = [suite for suite in sound.results if suite["suite_name"] == "tracks"]
    (shown,) = suite["results"]  # type: ignore[misc]
    assert shown["success"] is False
    assert shown["result"]["unexpected_index_list"][0]["figures"][-1] == "proceedings.reconsideration.total"


def test_a_rule_that_raised_is_no_violation_but_an_error_of_ours(material: Material, results: dict[str, Any]) -> None:
    answer = _result(results, "proceedings-sum")
    answer.success, answer.result = False, {}
    answer.exception_info = {"('column',)": {"raised_exception": True, "exception_message": "boolean value of NA is ambiguous"}}
    with pytest.raises(RulesDidNotRun, match="proceedings-sum: boolean value"):
        judgements(material, results, RULES, catalogue())


def test_a_rule_that_did_not_run_is_an_error_of_ours(material: Material, results: dict[str, Any]) -> None:
    del results["tracks"]
    with pytest.raises(RulesDidNotRun, match="proceedings-sum: did not run"):
        judgements(material, results, RULES, catalogue())


def test_a_list_cut_short_is_an_error_of_ours(material: Material, results: dict[str, Any]) -> None:
    _result(results, "proceedings-sum").result["unexpected_index_list"] = []
    with pytest.raises(RulesDidNotRun, match="1 rows failed and 0 were named"):
        judgements(material, results, RULES, catalogue())


def test_a_rule_that_looked_at_fewer_rows_than_asked_is_an_error_of_ours(material: Material, results: dict[str, Any]) -> None:
    _result(results, "proceedings-sum").result["element_count"] -= 1
    with pytest.raises(RulesDidNotRun, match="6 rows were to be looked at and 5 were"):
        judgements(material, results, RULES, catalogue())


def _operands(rule: Rule) -> list[str]:
    """The columns that an expectation compares; what `where` names only chooses rows."""
    if rule.shape == "identity":
        identity = form("2021").identities[rule.name]
        return [*identity.left, *identity.right]
    if rule.shape == "change":
        return ["prior", "current", "direction", "low", "high"]
    named = [rule.parameters.get(key) for key in ("column", "other")]
    return [name for name in named if name] + [name for key in ("columns", "left", "right") for name in rule.parameters.get(key, ())]


@pytest.fixture(scope="module")
def many() -> Material:
    """What every frame holds of all faults and neighbours."""
    tried = [fault for kind in (faults.FAULTS, between.FAULTS, faults.NEIGHBOURS, between.NEIGHBOURS) for fault in kind.values()]
    cases = [Case(fault.dossier, fault.said or narrative(fault.dossier.report)) for fault in tried]
    cases += [Case(one) for one in (*between.OTHERWISE, dossier(without_table(sound_report(), "disclosure")))]
    return build(cases, dict.fromkeys(rule.frame for rule in RULES))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_looks_only_at_an_answer_of_our_own(rule: Rule, many: Material) -> None:
    """A rule with a single operand looks at something read: never a truth value, but text or numbers of many kinds."""
    assert "bool" not in set(FRAMES[rule.frame].columns.values())
    operands = _operands(rule)
    assert operands
    if len(operands) == 1:
        assert many.tables[rule.frame].data[operands[0]].nunique(dropna=False) > 2
