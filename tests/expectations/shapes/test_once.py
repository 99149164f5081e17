"""What is done once instead of over and over gives what Great Expectations gives by itself."""

from typing import Any

import pytest
from great_expectations.datasource.fluent.pandas_datasource import PandasDatasource

from expectations.catalogue import catalogue
from expectations.frames.kind import Case
from expectations.frames.material import build
from expectations.shapes.once import FramesEngine
from expectations.suites import suites
from expectations.validation import validate
from gouji.narrative import narrative
from tests.expectations.faults import FAULTS

SOME = ["proceedings-sum", "applications-blank", "carry-over-continuity", "disclosure-not-a-count", "set-phrase", "text-repeated"]


def test_rows_worked_out_once_are_those_that_great_expectations_picks(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = catalogue().judging()
    material = build([Case(FAULTS[name].dossier, narrative(FAULTS[name].dossier.report)) for name in SOME])
    assert PandasDatasource.execution_engine_override is FramesEngine
    ours = answers(validate(material, rules))
    monkeypatch.setattr(PandasDatasource, "execution_engine_override", None)
    assert ours == answers(validate(material, rules))
    assert {name for name, (_, _, failing) in ours.items() if failing} >= {*SOME} - {"text-repeated"}


def test_arguments_looked_up_at_once_are_those_looked_up_one_by_one() -> None:
    for expectation in (one for suite in suites(catalogue().judging()).values() for one in suite.expectations):
        keys = (*expectation.success_keys, *expectation.domain_keys)
        assert expectation._get_success_kwargs() == {key: expectation._get_success_kwarg(key) for key in keys}


def answers(results: dict[str, Any]) -> dict[str, tuple[bool, int, list[int]]]:
    """By rule whether it held, on how many rows, and which failed."""
    return {
        one.expectation_config.meta["rule"]: (one.success, one.result["element_count"], one.result["unexpected_index_list"])
        for suite in results.values()
        for one in suite.results
    }
