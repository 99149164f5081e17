"""The catalogue as an organisation's file wants it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from expectations.catalogue import Catalogue
from expectations.entries import SHAPES
from expectations.organisation.local import local_rule
from expectations.organisation.mistakes import Mistakes, near
from expectations.organisation.model import Changed, OrganisationFile
from expectations.rule import Rule
from expectations.rulebook import Rulebook
from gouji.customs import Customs, ExtraRow
from gouji.deadlines import Deadlines
from gouji.finding import Words
from gouji.waivers import Waiver
from gouji.words import words
from gouji.words.places import in_a_row

# Parameters of a shape that say what a rule looks at, not from where on it speaks.
_FIXED = frozenset({"identity", "column", "other", "columns", "patterns", "values"})


def applied(file: OrganisationFile, known: Catalogue, mistakes: Mistakes) -> Rulebook:
    """The rulebook; what the catalogue does not allow is put among the mistakes, and these refuse the file."""
    asked = _by_rule(file, known, mistakes)
    changed = {name: _changed(known.rule(name), written, file.rules[written], mistakes) for name, written in asked.items()}
    own = [rule for number in range(len(file.local)) if (rule := local_rule(file.local, number, known, mistakes))]
    waivers = tuple(_waiver(file, number, known, mistakes) for number in range(len(file.waivers)))
    mistakes.end()
    off = tuple(sorted(name for name, written in asked.items() if not file.rules[written].enabled))
    rules = [changed.get(rule.name, rule) for rule in known.rules if rule.name not in off]
    changes = {name: _change(known.rule(name), rule, enabled=name not in off) for name, rule in sorted(changed.items())}
    said = {name: change for name, change in changes.items() if change}
    return Rulebook(
        catalogue=replace(known, rules=tuple(sorted([*rules, *own], key=lambda rule: rule.name))),
        customs=_customs(file), waivers=waivers, changes=tuple(said.values()),
        local=tuple(sorted(rule.name for rule in own)), changed={n: c for n, c in said.items() if n not in off}, off=off,
        said=_deciding(file),
    )  # fmt: skip


def current_name(known: Catalogue, name: str) -> str | None:
    """The rule's name of today, whether called by that or by a former one; None where there is none."""
    return next((rule.name for rule in known.rules if name == rule.name or name in rule.formerly), None)


def _by_rule(file: OrganisationFile, known: Catalogue, mistakes: Mistakes) -> dict[str, str]:
    """The rules that the file changes, each with the name by which it calls it."""
    found: dict[str, str] = {}
    for written in file.rules:
        today = current_name(known, written)
        if today is None:
            mistakes.add(("rules", written), "no-such-rule", name=written, hint=near(written, known.names()))
        elif today in found:
            mistakes.add(("rules", written), "rule-twice", name=written, other=found[today])
        else:
            found[today] = written
    return found


def _changed(rule: Rule, name: str, asked: Changed, mistakes: Mistakes) -> Rule:
    thresholds = _thresholds(rule, name, asked, mistakes)
    return replace(
        rule,
        severity=asked.severity or rule.severity,
        # Lowered to what it is anyway, or above it, would be no lowering.
        lowered_to=None if asked.severity and asked.severity == rule.lowered_to else rule.lowered_to,
        status=asked.status or rule.status,
        parameters={**rule.parameters, **thresholds},
    )


def _thresholds(rule: Rule, name: str, asked: Changed, mistakes: Mistakes) -> Mapping[str, Any]:
    own = sorted(SHAPES.get(rule.shape, frozenset()) - _FIXED)
    for key, value in asked.thresholds.items():
        where = ("rules", name, key)
        if key not in own:
            mistakes.add(where, "no-such-threshold", name=name, key=key, known=", ".join(["severity", "status", "enabled", *own]))
        elif isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 10**15:
            mistakes.add(where, "wrong-value", key=f"rules.{name}.{key}", expected=words("organisation.expected-number"))
    found = {**rule.parameters, **asked.thresholds}
    if _crossed(found.get("min"), found.get("max")):
        mistakes.add(("rules", name), "crossed", name=name)
    return asked.thresholds


def _crossed(least: object, most: object) -> bool:
    return isinstance(least, int | float) and isinstance(most, int | float) and least > most


def _change(before: Rule, after: Rule, *, enabled: bool) -> Words | None:
    """What the file made of a rule, as people read it; None where that is nothing."""
    if not enabled:
        return words("organisation.switched-off", rule=before.title, name=before.name)
    parts = []
    if before.severity is not after.severity:
        parts.append(words("organisation.severity", was=words(f"rules.{before.severity}"), now=words(f"rules.{after.severity}")))
    if before.status != after.status:
        parts.append(words("organisation.status", was=words(f"rules.{before.status}"), now=words(f"rules.{after.status}")))
    for key, value in after.parameters.items():
        if before.parameters.get(key) != value:
            parts.append(words("organisation.threshold", key=key, was=before.parameters.get(key, "–"), now=value))
    return words("organisation.change", rule=before.title, name=before.name, parts=in_a_row(parts, "、", ", ")) if parts else None


def _waiver(file: OrganisationFile, number: int, known: Catalogue, mistakes: Mistakes) -> Waiver:
    asked = file.waivers[number]
    if not (asked.rule or asked.agency or asked.fingerprint):
        mistakes.add(("waivers", number), "waiver-of-everything")
    local = {rule.name for rule in file.local} | {name for rule in file.local for name in rule.formerly}
    today = current_name(known, asked.rule) if asked.rule else None
    if asked.rule and today is None and asked.rule not in local:
        mistakes.add(("waivers", number, "rule"), "no-such-rule", name=asked.rule, hint=near(asked.rule, [*known.names(), *local]))
    renamed = next((rule.name for rule in file.local if asked.rule in rule.formerly), asked.rule)
    return Waiver(
        asked.until, asked.reason, asked.by, (today or renamed,) if asked.rule and (today or renamed) else (),  # type: ignore[arg-type]
        asked.agency, (asked.fingerprint,) if asked.fingerprint else (), asked.year,
    )  # fmt: skip


def _customs(file: OrganisationFile) -> Customs:
    asked = file.deadlines
    law = Deadlines()
    deadlines = Deadlines(
        asked.department or law.department, asked.government or law.government, asked.local,
        frozenset(asked.holidays), frozenset(asked.workdays), asked.weekends, asked.grace,
    )  # fmt: skip
    return Customs(deadlines, tuple(ExtraRow(row.table, row.label, row.counted) for row in file.rows))


def _deciding(file: OrganisationFile) -> str:
    """The file as far as it decides what is found: neither waivers nor samples nor how it is written."""
    values = file.model_dump(mode="json", exclude={"waivers": True, "local": {"__all__": {"sound", "faulty"}}}, exclude_defaults=True)
    return json.dumps(values, sort_keys=True, ensure_ascii=False) if values else ""
