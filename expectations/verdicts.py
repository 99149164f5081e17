"""Great Expectations results -> what became of each rule in each report: held, violated, in doubt.

What the results say is taken as it stands. A check that raised looks like a check that failed, so that is looked at first;
a rule that did not run, or a list cut short, is an error of ours and stops everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import numpy as np
from numpy.typing import NDArray

from expectations.frames.kind import Case, Frame, Record
from expectations.frames.material import Material, Table
from expectations.rule import Rule


class RulesDidNotRun(RuntimeError):
    """Rules of the catalogue were not run, raised an error or gave an incomplete answer; no judgement can be made."""


@dataclass(frozen=True)
class Violation:
    """A rule broken by rows of one report that make one finding. `doubts` say why a person should look first."""

    rule: Rule
    records: tuple[Record, ...]
    figures: tuple[str, ...]
    section: int | None = None
    doubts: tuple[str, ...] = ()
    lowered: str | None = None

    @property
    def record(self) -> Record:
        return self.records[0]


@dataclass
class Outcome:
    """What the rules found in one report. `judged` counts the rows that each rule looked at, `broken` has those against it."""

    judged: dict[str, int] = field(default_factory=dict)
    broken: dict[str, list[int]] = field(default_factory=dict)
    violations: list[Violation] = field(default_factory=list)

    def held(self) -> dict[str, int]:
        """How often each rule was seen to hold."""
        counts = {rule: n - len(self.broken.get(rule, ())) for rule, n in self.judged.items()}
        return {rule: n for rule, n in counts.items() if n}


def outcomes(material: Material, results: Mapping[str, Any], rules: Sequence[Rule]) -> list[Outcome]:
    """The outcome of each case, in the order of the cases."""
    found = [Outcome() for _ in material.cases]
    by_rule = _results_of_rules(results)
    looked = {rule.name: material.tables[rule.frame].looked_at(rule.where) for rule in rules}
    _all_ran(material, by_rule, rules, looked)
    for rule in rules:
        if rule.name in by_rule:
            _add(found, material, rule, _unexpected(by_rule[rule.name], rule), looked[rule.name])
    return found


def _results_of_rules(results: Mapping[str, Any]) -> dict[str, Any]:
    """Results come in any order; the rule's name in their meta is what tells them apart."""
    return {result.expectation_config.meta["rule"]: result for suite in results.values() for result in suite.results}


def _all_ran(material: Material, by_rule: Mapping[str, Any], rules: Iterable[Rule], looked: Mapping[str, NDArray[np.bool_]]) -> None:
    due = [rule for rule in rules if looked[rule.name].any()]
    silent = [rule.name for rule in due if rule.name not in by_rule]
    raised = [f"{name}: {message}" for name, result in by_rule.items() if (message := _raised(result))]
    if silent or raised:
        raise RulesDidNotRun("; ".join([*(f"{name}: did not run" for name in silent), *raised]))
    for rule in due:
        seen, asked = by_rule[rule.name].result["element_count"], int(looked[rule.name].sum())
        if seen != asked:
            raise RulesDidNotRun(f"{rule.name}: {asked} rows were to be looked at and {seen} were")


def _raised(result: Any) -> str | None:
    """What went wrong while the rule ran. Great Expectations keeps it flat or under each metric's name."""
    info = result.exception_info or {}
    infos = [info] if "raised_exception" in info else [one for one in info.values() if isinstance(one, Mapping)]
    return next((str(one.get("exception_message")) for one in infos if one.get("raised_exception")), None)


def _unexpected(result: Any, rule: Rule) -> list[int]:
    """The positions of the rows against the rule, the whole list."""
    rows = result.result.get("unexpected_index_list") or []
    if len(rows) != result.result["unexpected_count"] or bool(rows) == bool(result.success):
        raise RulesDidNotRun(f"{rule.name}: {result.result['unexpected_count']} rows failed and {len(rows)} were named")
    return sorted(int(row) for row in rows)


def _add(found: Sequence[Outcome], material: Material, rule: Rule, rows: Sequence[int], looked: NDArray[np.bool_]) -> None:
    """The rule's outcome put into those of the reports whose form it is for."""
    table = material.tables[rule.frame]
    reports = table.data["report"].to_numpy()
    counts = np.bincount(reports[looked], minlength=len(found)).tolist()
    for index, count in enumerate(counts):
        if count and material.cases[index].report.form in rule.forms:
            found[index].judged[rule.name] = count
    for report, own in groupby(rows, key=lambda row: int(reports[row])):
        if material.cases[report].report.form in rule.forms:
            positions = list(own)
            found[report].broken[rule.name] = positions
            found[report].violations += _violations(material.cases[report], rule, table, positions)


def _violations(case: Case, rule: Rule, table: Table, rows: Sequence[int]) -> list[Violation]:
    records = [table.record(row) for row in rows]
    match rule.one_finding_per:
        case "row":
            groups = [[record] for record in records]
        case "report":
            groups = _parted(case, rule, table.frame, records)
        case "figures":
            key = {id(record): table.frame.figures(case, record) for record in records}
            ordered = sorted(records, key=lambda record: key[id(record)])
            together = (list(own) for _, own in groupby(ordered, key=lambda record: key[id(record)]))
            # A sure word on a figure is enough; what is unsure of the same one would make a question of it.
            groups = [_parted(case, rule, table.frame, own)[0] for own in together]
    return [_violation(case, rule, table, group) for group in groups]


def _parted(case: Case, rule: Rule, frame: Frame, records: list[Record]) -> list[list[Record]]:
    """What is sure by itself, and then what is in doubt: never one finding, which would have to be a question about both."""
    sure = [record for record in records if not frame.doubts(case, rule, [record])]
    unsure = [record for record in records if record not in sure]
    return [sure, unsure] if sure and unsure else [records]


def _violation(case: Case, rule: Rule, table: Table, records: Sequence[Record]) -> Violation:
    frame = table.frame
    figures = tuple(dict.fromkeys(figure for record in records for figure in frame.figures(case, record)))
    return Violation(
        rule, tuple(records), figures, frame.section(records[0]), frame.doubts(case, rule, records), frame.lowered(case, records)
    )
