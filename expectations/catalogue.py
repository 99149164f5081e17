"""The rules, read from their YAML files, a wrong catalogue refused. Imports neither Great Expectations nor pandas."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from expectations.entries import SHAPES, problems_of
from expectations.rule import Condition, Rule
from gouji.finding import Severity, Words


class WrongCatalogue(Exception):
    """An entry of the catalogue is not as it must be; says which and why."""


@dataclass(frozen=True)
class Catalogue:
    """All entries by name, and which rule leads where one cause breaks several. `hash` changes when any of it does."""

    rules: tuple[Rule, ...]
    leads: tuple[str, ...]
    hash: str

    def rule(self, name: str) -> Rule:
        """The entry of this name; KeyError where there is none."""
        for rule in self.rules:
            if rule.name == name:
                return rule
        raise KeyError(name)

    def names(self) -> list[str]:
        return [rule.name for rule in self.rules]

    def judging(self) -> list[Rule]:
        """The entries that Great Expectations runs."""
        return [rule for rule in self.rules if rule.kind == "rule"]


@cache
def catalogue() -> Catalogue:
    """The catalogue that comes with gouji."""
    found = [path for path in files("expectations.rules").iterdir() if path.name.endswith(".yaml")]
    return read_catalogue([path.read_text("utf-8") for path in sorted(found, key=lambda path: path.name)])


def read_catalogue(texts: Sequence[str]) -> Catalogue:
    """The catalogue of these YAML files: lists of entries, and one mapping that says who leads."""
    parts = [yaml.load(text, Loader=_loader()) for text in texts]
    entries = [entry for part in parts if isinstance(part, list) for entry in part]
    leads = tuple(name for part in parts if isinstance(part, dict) for name in part["leads"])
    rules = tuple(sorted((rule_from(entry) for entry in entries), key=lambda rule: rule.name))
    _check_names(rules, leads)
    return Catalogue(rules, leads, hashlib.sha256("\x1e".join(texts).encode()).hexdigest()[:16])


def _loader() -> Any:
    # libyaml's loader is ten times quicker and not everywhere built in.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def rule_from(entry: Mapping[str, Any]) -> Rule:
    """The rule that an entry describes, refused where it is wrong."""
    for problem in problems_of(entry):
        raise WrongCatalogue(f"{entry.get('name', 'an entry without a name')}: {problem}")
    shape = SHAPES.get(entry.get("shape", ""), frozenset())
    said = {key: Words(**entry[key]) for key in ("title", "explanation", "fix", "message") if key in entry}
    sets = {key: tuple(entry.get(key, ())) for key in ("forms", "needs", "yields_to", "explains", "formerly")}
    return Rule(
        name=entry["name"], kind=entry.get("kind", "rule"), severity=Severity(entry["severity"]), status=entry["status"],
        basis=entry["basis"], since=entry["since"], mendable=entry.get("mendable", True), frame=entry.get("frame", ""),
        shape=entry.get("shape", ""), parameters={key: entry[key] for key in shape if key in entry},
        where=_where(entry),
        one_finding_per=entry.get("one_finding_per", "row"),
        lowered_to=Severity(entry["lowered_to"]) if "lowered_to" in entry else None,
        title=said["title"], explanation=said["explanation"], fix=said["fix"], message=said.get("message", Words("", "")),
        forms=sets["forms"], needs=sets["needs"], yields_to=sets["yields_to"], explains=sets["explains"], formerly=sets["formerly"],
    )  # fmt: skip


def _where(entry: Mapping[str, Any]) -> dict[str, Condition]:
    """The rows that a rule looks at; one on an identity at those of its identity."""
    own = {"identity": entry["identity"]} if "identity" in entry else {}
    return {name: _condition(c) for name, c in {**own, **entry.get("where", {})}.items()}


def _condition(condition: Any) -> Condition:
    return tuple(condition) if isinstance(condition, list) else condition


def _check_names(rules: Sequence[Rule], leads: Sequence[str]) -> None:
    names = [rule.name for rule in rules]
    for name in names:
        if names.count(name) > 1:
            raise WrongCatalogue(f"{name}: stands twice")
    former = [name for rule in rules for name in rule.formerly]
    for name in former:
        if name in names or former.count(name) > 1:
            raise WrongCatalogue(f"{name}: a former name is a rule's, or stands twice")
    for rule in rules:
        for other in (*rule.yields_to, *rule.explains):
            if other not in names:
                raise WrongCatalogue(f"{rule.name}: names {other}, which is no rule")
    for name in leads:
        if name not in names:
            raise WrongCatalogue(f"leads: {name} is no rule")
