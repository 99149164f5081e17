"""Texts of which less than a share also stands in another: what is copied from last year, or from another body."""

from typing import Any, ClassVar, Literal

import pandas as pd
from great_expectations.compatibility import pydantic
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import multicolumn_condition_partial
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_map_metric_provider import MulticolumnMapMetricProvider

from expectations.shapes.domain import DOMAIN
from gouji.narrative.shingles import share


class TextsDiffer(MulticolumnMapMetricProvider):
    """Whether less than the share `below` of a text's shingles stand in the other; a text without any differs from all."""

    condition_metric_name = "texts.differ"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("column", "other", "below")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, column_list: pd.DataFrame, column: str, other: str, below: float, **_: Any) -> "pd.Series[bool]":  # noqa: N805 - Great Expectations hands over the class
        pairs = zip(column_list[column], column_list[other], strict=True)
        return pd.Series([(share(one, two) or 0) < below for one, two in pairs], index=column_list.index, dtype=bool)


class ExpectTextsToDiffer(MulticolumnMapExpectation):
    """Expect less than the share `below` of each text in `column` to stand in the text beside it in `other`."""

    column: str
    other: str
    below: float
    column_list: list[str] = pydantic.Field(default_factory=list)
    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "any_value_is_missing"

    map_metric: ClassVar[str] = "texts.differ"
    success_keys: ClassVar[tuple[str, ...]] = ("column", "other", "below", "mostly")
    args_keys: ClassVar[tuple[str, ...]] = ("column", "other", "below")

    @pydantic.root_validator(pre=True)
    def _derive(cls, values: dict[str, Any]) -> dict[str, Any]:  # noqa: N805 - a validator of pydantic 1
        values["column_list"] = [values.get("column"), values.get("other")]
        return values
