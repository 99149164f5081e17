"""What Great Expectations does over and over for each rule, done once. No answer is kept, and none is another.

It looks up the arguments of an expectation key by key and builds the whole configuration anew for each, about 140 times a rule; and it
picks the rows that a rule looks at from the whole frame for each of its five metrics. Of what the validation of one report took this
was two thirds, of what each further thousand took a half (measured with 1.24.1; tests/expectations/shapes/test_once.py holds both against
what Great Expectations does by itself).
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from great_expectations.datasource.fluent.pandas_datasource import PandasDatasource
from great_expectations.execution_engine import pandas_execution_engine
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.expectation_configuration import parse_result_format
from great_expectations.expectations.row_conditions import deserialize_row_condition
from numpy.typing import NDArray


class FramesEngine(PandasExecutionEngine):
    """The engine for frames that stay as they are while they are looked at: which rows a condition means is worked out once."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._picked: dict[tuple[int, str], NDArray[np.intp]] = {}

    def _apply_row_condition_filter(self, data: pd.DataFrame, row_condition: Any, domain_kwargs: dict[str, Any]) -> pd.DataFrame:
        condition: Any = deserialize_row_condition(row_condition) if isinstance(row_condition, dict) else row_condition
        asked = id(data), self.condition_to_filter_clause(condition)
        if asked not in self._picked:
            meant: Any = data.eval(asked[1])
            self._picked[asked] = np.flatnonzero(meant)
        columns = [domain_kwargs[key] for key in ("column", "column_A", "column_B") if key in domain_kwargs]
        columns = columns or list(domain_kwargs.get("column_list") or data.columns)
        return data[list(dict.fromkeys(columns))].take(self._picked[asked])


def work_once() -> None:
    """From here on Great Expectations works so in this process, and makes no fingerprint of frames that nobody compares."""
    instead: list[tuple[Any, str, object]] = [
        (PandasDatasource, "execution_engine_override", FramesEngine),
        (pandas_execution_engine, "HASH_THRESHOLD", 0),
        (Expectation, "_get_success_kwargs", _arguments),
        (Expectation, "_get_runtime_kwargs", _running_arguments),
    ]
    for owner, name, ours in instead:
        setattr(owner, name, ours)


def _arguments(expectation: Any) -> dict[str, Any]:
    return _looked_up(expectation, (*expectation.success_keys, *expectation.domain_keys))


def _running_arguments(expectation: Any, runtime_configuration: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The arguments, and how it is to be run: as it is run now before as it was made."""
    found = _looked_up(expectation, (*expectation.runtime_keys, *expectation.success_keys, *expectation.domain_keys))
    found |= {key: value for key, value in (runtime_configuration or {}).items() if key in expectation.runtime_keys}
    return {**found, "result_format": parse_result_format(found["result_format"])}


def _looked_up(expectation: Any, keys: Iterable[str]) -> dict[str, Any]:
    given = expectation.configuration.kwargs
    return {key: given[key] if key in given else expectation._get_default_value(key) for key in keys}
