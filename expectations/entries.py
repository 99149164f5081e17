"""What an entry of the catalogue must be: its keys, its shape's operands, its values, its sentences in both languages."""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from expectations.frames import FRAMES
from gouji.finding import Severity
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
_NEEDS = ("previous", "roster", "publication", "first-seen", "listing", "parts", "peers")
_KINDS = ("rule", "diagnosis")
_STATUSES = ("in-force", "trial")
_GROUPINGS = ("row", "report", "figures")
_COMMON = frozenset({
    "name", "kind", "severity", "status", "forms", "needs", "basis", "mendable", "explains", "since", "formerly",
    "title", "explanation", "fix",
})  # fmt: skip
_OF_A_RULE = frozenset({"frame", "shape", "where", "one_finding_per", "lowered_to", "yields_to", "message"})
_REQUIRED = frozenset({"name", "severity", "status", "forms", "basis", "since", "title", "explanation", "fix"})


def problems_of(entry: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with an entry, each in a few words; nothing where it is as it must be."""
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
    yield from (f"need {name} is unknown" for name in entry.get("needs", ()) if name not in _NEEDS)


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
