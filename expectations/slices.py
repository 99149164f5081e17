"""A batch's suite results cut to each report, as plain JSON: the review pages are rendered from these."""

from collections.abc import Mapping, Sequence
from typing import Any

from expectations.frames.kind import Record
from expectations.frames.material import Material, Table
from expectations.verdicts import Outcome

Json = dict[str, object]


def slices(material: Material, results: Mapping[str, Any], outcomes: Sequence[Outcome]) -> list[list[Json]]:
    """For each case one suite result a frame, holding the rules that looked at rows of it."""
    configurations = {name: [_configuration(result) for result in suite.results] for name, suite in results.items()}
    return [
        [cut for name, configs in configurations.items() if (cut := _suite(material, name, configs, index, outcome))]
        for index, outcome in enumerate(outcomes)
    ]


def _configuration(result: Any) -> tuple[str, Json]:
    """The rule's name and its expectation without what differs from run to run."""
    config = result.expectation_config.to_json_dict()
    kwargs = {key: value for key, value in config["kwargs"].items() if key != "batch_id"}
    kept = {key: config[key] for key in ("type", "meta", "severity", "description") if key in config}
    return config["meta"]["rule"], {**kept, "kwargs": kwargs}


def _suite(material: Material, name: str, configurations: Sequence[tuple[str, Json]], index: int, outcome: Outcome) -> Json | None:
    table = material.tables[name]
    ran = [(rule, config) for rule, config in sorted(configurations, key=lambda c: c[0]) if rule in outcome.judged]
    if not ran:
        return None
    cut = [_result(material, table, index, config, outcome.judged[rule], outcome.broken.get(rule, ())) for rule, config in ran]
    good = sum(bool(result["success"]) for result in cut)
    counts = {"evaluated_expectations": len(cut), "successful_expectations": good, "unsuccessful_expectations": len(cut) - good}
    return {
        "success": good == len(cut),
        "suite_name": name,
        "results": cut,
        "suite_parameters": {},
        "statistics": {**counts, "success_percent": round(100 * good / len(cut), 1)},
        "meta": {},
    }


def _result(material: Material, table: Table, index: int, config: Json, judged: int, broken: Sequence[int]) -> Json:
    result: Json = {"element_count": judged, "unexpected_count": len(broken)}
    if broken:
        result["unexpected_percent"] = round(100 * len(broken) / judged, 1) if judged else None
        result["unexpected_index_list"] = [_row(material, table, index, row) for row in broken]
    return {
        "success": not broken,
        "expectation_config": config,
        "result": result,
        "meta": {},
        "exception_info": {"raised_exception": False, "exception_traceback": None, "exception_message": None},
    }


def _row(material: Material, table: Table, index: int, row: int) -> Json:
    record: Record = table.record(row)
    known = {name: cell for name, cell in record.items() if cell is not None and name != "report"}
    return {**known, "figures": list(table.frame.figures(material.cases[index], record))}
