"""Stated changes are those that the two numbers make: their direction, their amount in per cent or as a number."""

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import multicolumn_condition_partial
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import MulticolumnMapMetricProvider

from expectations.shapes.domain import DOMAIN

_COLUMNS = ["prior", "current", "direction", "low", "high", "unit"]


class ChangesCompute(MulticolumnMapMetricProvider):
    """Whether `direction` is the sign of current less prior, and the size of that lies between `low` and `high`.

    The size is in per cent of prior where `unit` says so; of nothing no per cent can be formed. Without bounds only the
    direction is asked for.
    """

    condition_metric_name = "changes.compute"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("asks",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, asks: str, **_: Any) -> "pd.Series[bool]":  # noqa: N805 - Great Expectations hands over the class
        difference = column_list["current"] - column_list["prior"]
        sign = (difference > 0).astype(float) - (difference < 0).astype(float)
        directed = sign == column_list["direction"]
        base = (column_list["prior"] / 100).where(column_list["unit"] == "%", 1.0)
        # Nothing divided by nothing is no number and lies between no bounds.
        size = (difference.abs() / base).round(6)
        sized = column_list["low"].isna() | ((size >= column_list["low"]) & (size <= column_list["high"]))
        return {"direction": directed, "amount": sized, "both": directed & sized}[asks]


class ExpectChangesToCompute(MulticolumnMapExpectation):
    """Expect the change that is stated to be the one that the two numbers make."""

    asks: Literal["direction", "amount", "both"]
    column_list: list[str] = pydantic.Field(default_factory=lambda: list(_COLUMNS))
    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "never"

    map_metric: ClassVar[str] = "changes.compute"
    success_keys: ClassVar[tuple[str, ...]] = ("asks", "mostly")
    args_keys: ClassVar[tuple[str, ...]] = ("asks",)
