"""Columns whose values never fall from left to right: a day within a year, a figure within a claim's bounds."""

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import multicolumn_condition_partial
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import MulticolumnMapMetricProvider

from expectations.shapes.domain import DOMAIN


class ColumnsNeverFall(MulticolumnMapMetricProvider):
    """Whether each value is at least the one before; a missing value is none."""

    condition_metric_name = "columns.never_fall"
    condition_domain_keys = DOMAIN
    condition_value_keys = ()

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, **_: Any) -> "pd.Series[bool]":  # noqa: N805 - Great Expectations hands over the class
        steps = column_list.diff(axis=1).iloc[:, 1:].round(6)
        return (steps >= 0).all(axis=1)


class ExpectColumnsNotToFall(MulticolumnMapExpectation):
    """Expect each of the columns, in their order, to be at least the one before."""

    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "never"

    map_metric: ClassVar[str] = "columns.never_fall"
    args_keys: ClassVar[tuple[str, ...]] = ("column_list",)
