"""The figures on the left together equal, or are at most, those on the right; what is missing counts nothing."""

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import multicolumn_condition_partial
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import MulticolumnMapMetricProvider

from expectations.shapes.domain import DOMAIN


class SidesBalance(MulticolumnMapMetricProvider):
    """Whether the two sides of an identity balance; stating the class registers the metric."""

    condition_metric_name = "sides.balance"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("left", "right", "relation")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, left: list[str], right: list[str], relation: str, **_: Any) -> "pd.Series[bool]":  # noqa: N805 - Great Expectations hands over the class
        # Rounded, because amounts may have fractions that binary numbers cannot hold.
        difference = (column_list[left].sum(axis=1) - column_list[right].sum(axis=1)).round(6)
        return difference <= 0 if relation == "at-most" else difference == 0


class ExpectSidesToBalance(MulticolumnMapExpectation):
    """Expect the columns on the left together to equal, or be at most, those on the right."""

    left: list[str]
    right: list[str]
    relation: Literal["equal", "at-most"] = "equal"
    column_list: list[str] = pydantic.Field(default_factory=list)
    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "never"

    map_metric: ClassVar[str] = "sides.balance"
    success_keys: ClassVar[tuple[str, ...]] = ("left", "right", "relation", "mostly")
    args_keys: ClassVar[tuple[str, ...]] = ("left", "right", "relation")

    @pydantic.root_validator(pre=True)
    def _derive(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805 - a validator of pydantic 1
        """The domain is what the sides name, never typed by hand."""
        values["column_list"] = list(dict.fromkeys([*values.get("left", []), *values.get("right", [])]))
        return values
