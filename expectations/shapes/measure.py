"""Numbers that are of their kind: not below the least one, and whole steps from it where the kind has steps."""

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import multicolumn_condition_partial
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import MulticolumnMapMetricProvider

from expectations.shapes.domain import DOMAIN


class NumbersOfTheirKind(MulticolumnMapMetricProvider):
    """Whether a number is at least `least` and divisible by `step`; a kind without one of them is not asked for it."""

    condition_metric_name = "numbers.of_their_kind"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("column", "least", "step")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, column: str, least: str, step: str, **_: Any) -> "pd.Series[bool]":  # noqa: N805 - Great Expectations hands over the class
        number, low, unit = column_list[column], column_list[least], column_list[step]
        return (low.isna() | (number >= low)) & (unit.isna() | (number % unit == 0))


class ExpectNumbersOfTheirKind(MulticolumnMapExpectation):
    """Expect each number to be at least the least of its kind, and a whole number of steps."""

    column: str
    least: str = "least"
    step: str = "step"
    column_list: list[str] = pydantic.Field(default_factory=list)
    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "never"

    map_metric: ClassVar[str] = "numbers.of_their_kind"
    success_keys: ClassVar[tuple[str, ...]] = ("column", "least", "step", "mostly")
    args_keys: ClassVar[tuple[str, ...]] = ("column",)

    @pydantic.root_validator(pre=True)
    def _derive(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805 - a validator of pydantic 1
        values["column_list"] = [values.get("column"), values.get("least", "least"), values.get("step", "step")]
        return values
