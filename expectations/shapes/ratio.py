"""A number that is at most so many times another: a part of a whole, a year against the year before."""

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import multicolumn_condition_partial
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import MulticolumnMapMetricProvider

from expectations.shapes.domain import DOMAIN


class RatioIsNotLarge(MulticolumnMapMetricProvider):
    """Whether a number is at most `most` times the other, or more than `up_to` times it, which is another matter."""

    condition_metric_name = "ratio.not_large"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("column", "other", "most", "up_to")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, column: str, other: str, most: float, up_to: float | None, **_: Any) -> "pd.Series[bool]":  # noqa: N805 - Great Expectations hands over the class
        number, base = column_list[column], column_list[other]
        # Rounded, because amounts may have fractions that binary numbers cannot hold.
        small = (number - base * most).round(6) <= 0
        return small if up_to is None else small | ((number - base * up_to).round(6) > 0)


class ExpectNoLargeRatio(MulticolumnMapExpectation):
    """Expect a number to be at most `most` times the other; what is above `up_to` times it is not meant."""

    column: str
    other: str
    most: float
    up_to: float | None = None
    column_list: list[str] = pydantic.Field(default_factory=list)
    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "any_value_is_missing"

    map_metric: ClassVar[str] = "ratio.not_large"
    success_keys: ClassVar[tuple[str, ...]] = ("column", "other", "most", "up_to", "mostly")
    args_keys: ClassVar[tuple[str, ...]] = ("column", "other", "most", "up_to")

    @pydantic.root_validator(pre=True)
    def _derive(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805 - a validator of pydantic 1
        values["column_list"] = [values.get("column"), values.get("other")]
        return values
