"""A batch's suite results cut to each report, as plain JSON: the review pages are rendered from these."""

from collections.abc import Mapping, Sequence
from typing import Any

from expectations.frames.kind import Record, plain_number
from expectations.frames.material import Material, Table
from expectations.verdicts import Outcome
from gouji.privacy.masking import masked

Json = dict[str, object]
# What is said of a rule that held on so many rows, and of a suite in which all did, made once for all reports: most results are these.
Held = dict[tuple[object, ...], Json]


def slices(material: Material, results: Mapping[str, Any], outcomes: Sequence[Outcome]) -> list[list[Json]]:
    """For each case one suite result a frame, holding the rules that looked at rows of it."""
    configurations = {name: sorted((_configuration(result) for result in suite.results), key=_rule) for name, suite in results.items()}
    held: Held = {}
    return [
        [cut for name, configs in configurations.items() if (cut := _suite(material, name, configs, index, outcome, held))]
        for index, outcome in enumerate(outcomes)
    ]


def _configuration(result: Any) -> tuple[str, Json]:
    """The rule's name and its expectation without what differs from run to run."""
    config = result.expectation_config.to_json_dict()
    kwargs = {key: value for key, value in config["kwargs"].items() if key != "batch_id"}
    kept = {key: config[key] for key in ("type", "meta", "severity", "description") if key in config}
    return config["meta"]["rule"], {**kept, "kwargs": kwargs}


def _rule(configuration: tuple[str, Json]) -> str:
    return configuration[0]


def _suite(
    material: Material, name: str, configurations: Sequence[tuple[str, Json]], index: int, outcome: Outcome, held: Held
) -> Json | None:
    judged = tuple(outcome.judged.get(rule, 0) for rule, _ in configurations)
    if not any(judged):
        return None
    all_held = not any(rule in outcome.broken for rule, _ in configurations)
    if all_held and (name, judged) in held:
        return held[name, judged]
    table = material.tables[name]
    cut = [
        _result(material, table, index, config, outcome.judged[rule], outcome.broken[rule])
        if rule in outcome.broken
        else _held(rule, config, outcome.judged[rule], held)
        for rule, config in configurations
        if rule in outcome.judged
    ]
    made = _cut(name, cut)
    if all_held:
        held[name, judged] = made
    return made


def _cut(name: str, cut: Sequence[Json]) -> Json:
    good = sum(bool(result["success"]) for result in cut)
    counts = {"evaluated_expectations": len(cut), "successful_expectations": good, "unsuccessful_expectations": len(cut) - good}
    return {
        "success": good == len(cut),
        "suite_name": name,
        "results": list(cut),
        "suite_parameters": {},
        "statistics": {**counts, "success_percent": round(100 * good / len(cut), 1)},
        "meta": {},
    }


def _held(rule: str, config: Json, judged: int, held: Held) -> Json:
    key = rule, judged
    if key not in held:
        held[key] = _said(config, {"element_count": judged, "unexpected_count": 0}, True)
    return held[key]


def _result(material: Material, table: Table, index: int, config: Json, judged: int, broken: Sequence[int]) -> Json:
    result: Json = {"element_count": judged, "unexpected_count": len(broken)}
    result["unexpected_percent"] = round(100 * len(broken) / judged, 1) if judged else None
    result["unexpected_index_list"] = [_row(material, table, index, row) for row in broken]
    return _said(config, result, False)


def _said(config: Json, result: Json, success: bool) -> Json:
    return {
        "success": success,
        "expectation_config": config,
        "result": result,
        "meta": {},
        "exception_info": {"raised_exception": False, "exception_traceback": None, "exception_message": None},
    }


def _row(material: Material, table: Table, index: int, row: int) -> Json:
    record: Record = table.record(row)
    known = {name: cell for name, cell in record.items() if cell is not None and name != "report"}
    return {**_hidden(known), "figures": list(table.frame.figures(material.cases[index], record))}


def _hidden(known: Mapping[str, str | float]) -> Json:
    """The operands as the pages may show them: a person's number is masked, and what one of them hides no other shows."""
    secret = {cell: masked(cell) for cell in map(_plain, known.values()) if masked(cell) != cell}
    if not secret:
        return dict(known)
    hidden: Json = {}
    for name, cell in known.items():
        text = _plain(cell)
        for printed, instead in secret.items():
            text = text.replace(printed, instead)
        hidden[name] = cell if text == _plain(cell) else text
    return hidden


def _plain(cell: str | float) -> str:
    return cell if isinstance(cell, str) else plain_number(cell)
