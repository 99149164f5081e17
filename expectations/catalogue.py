"""The rules, read from their YAML files, a wrong catalogue refused. Imports neither Great Expectations nor pandas."""

import hashlib
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from expectations.frames import FRAMES
from expectations.rule import Condition, Rule
from gouji.finding import Severity, Words
from gouji.form import NAMES, form

# The parameters of each shape: its own, and for all of them `where`.
SHAPES: Mapping[str, frozenset[str]] = {
    "identity": frozenset({"identity"}),
    "present": frozenset({"column"}),
    "pair": frozenset({"column", "other"}),
    "between": frozenset({"column", "min", "max"}),
    "ordered": frozenset({"columns"}),
    "measure": frozenset({"column"}),
    "change": frozenset({"asks"}),
    "match": frozenset({"column", "patterns"}),
    "not-match": frozenset({"column", "patterns"}),
    "in-set": frozenset({"column", "values"}),
    "similarity": frozenset({"column", "other", "below"}),
    "sums": frozenset({"left", "right", "relation"}),
    "ratio": frozenset({"column", "other", "most", "up_to"}),
}
NEEDS = ("previous", "roster", "publication", "first-seen", "listing", "parts", "peers")
_KINDS = ("rule", "diagnosis")
_STATUSES = ("in-force", "trial")
_GROUPINGS = ("row", "report", "figures")
_COMMON = frozenset(
    {
        "name",
        "kind",
        "severity",
        "status",
        "forms",
        "needs",
        "basis",
        "mendable",
        "explains",
        "since",
        "formerly",
        "title",
        "explanation",
        "fix",
    }
)
_OF_A_RULE = frozenset({"frame", "shape", "where", "one_finding_per", "lowered_to", "yields_to", "message"})
_REQUIRED = frozenset({"name", "severity", "status", "forms", "basis", "since", "title", "explanation", "fix"})


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
    for problem in _problems(entry):
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


def _problems(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{key} is missing" for key in sorted(_REQUIRED - set(entry)))
    if entry.get("kind", "rule") not in _KINDS:
        yield f"kind {entry['kind']} is unknown"
    if entry.get("kind", "rule") == "diagnosis":
        yield from _unknown_keys(entry, _COMMON)
        if not entry.get("explains"):
            yield "a diagnosis explains at least one rule"
    else:
        yield from _problems_of_a_rule(entry)
    yield from _problems_of_values(entry)
    yield from _problems_of_sentences(entry)


def _problems_of_a_rule(entry: Mapping[str, Any]) -> Iterator[str]:
    if entry.get("frame") not in FRAMES:
        yield f"frame {entry.get('frame')} is unknown"
    elif entry.get("shape") not in SHAPES:
        yield f"shape {entry.get('shape')} is unknown"
    else:
        yield from _unknown_keys(entry, _COMMON | _OF_A_RULE | SHAPES[entry["shape"]])
        yield from _problems_of_operands(entry)
    if "message" not in entry:
        yield "message is missing"


def _problems_of_operands(entry: Mapping[str, Any]) -> Iterator[str]:
    frame = FRAMES[entry["frame"]]
    named = [entry[key] for key in ("column", "other") if key in entry]
    named += [name for key in ("columns", "left", "right", "where") for name in entry.get(key, ())]
    yield from (f"frame {frame.name} has no {name}" for name in named if name not in frame.columns)
    yield from (f"{pattern} is no pattern: {why}" for pattern, why in _wrong_patterns(entry.get("patterns", ())))
    if entry["shape"] == "identity":
        yield from _problems_of_identity(entry)
    elif entry["shape"] == "change":
        if entry.get("asks") not in ("direction", "amount", "both"):
            yield "asks is direction, amount or both"
    elif not any(key in entry for key in ("column", "columns", "left")):
        yield "no column is named"
    if not all(isinstance(c, str | list) or set(c) <= {"known", "above"} for c in entry.get("where", {}).values()):
        yield "where asks for a value, a list of values, known or above"


def _wrong_patterns(patterns: Sequence[str]) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            yield pattern, str(error)


def _problems_of_identity(entry: Mapping[str, Any]) -> Iterator[str]:
    identities = {name for f in entry.get("forms", ()) if f in NAMES for name in form(f).identities}
    if entry.get("identity") not in identities:
        yield f"no form has the identity {entry.get('identity')}"
    elif "identity" not in FRAMES[entry["frame"]].columns:
        yield f"frame {entry['frame']} holds no identities"
    elif entry["identity"] != entry["name"]:
        yield "a rule on an identity is called by its name"


def _problems_of_values(entry: Mapping[str, Any]) -> Iterator[str]:
    allowed = {"status": _STATUSES, "severity": tuple(Severity), "lowered_to": tuple(Severity), "one_finding_per": _GROUPINGS}
    yield from (f"{key} {entry[key]} is unknown" for key, values in allowed.items() if key in entry and entry[key] not in values)
    yield from (f"form {name} is unknown" for name in entry.get("forms", ()) if name not in NAMES)
    yield from (f"need {name} is unknown" for name in entry.get("needs", ()) if name not in NEEDS)


def _problems_of_sentences(entry: Mapping[str, Any]) -> Iterator[str]:
    for key in ("title", "explanation", "fix", "message"):
        said = entry.get(key)
        if said is not None and (not isinstance(said, dict) or set(said) != {"zh", "en"} or not all(said.values())):
            yield f"{key} is not said in both languages"
        elif said:
            offered = FRAMES[entry["frame"]].offers if key == "message" and entry.get("frame") in FRAMES else frozenset()
            names = {name for text in said.values() for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            yield from (f"{key} names {{{name}}}, which the frame does not offer" for name in sorted(names - offered))


def _unknown_keys(entry: Mapping[str, Any], known: frozenset[str]) -> Iterator[str]:
    yield from (f"{key} is no key of an entry" for key in sorted(set(entry) - known))


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
