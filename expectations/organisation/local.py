"""A rule of the organisation's own: the same keys as the catalogue's, each refused with a sentence where it cannot be."""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from expectations.catalogue import Catalogue, WrongCatalogue, rule_from
from expectations.entries import SHAPES
from expectations.frames import FRAMES
from expectations.frames.kind import KIND
from expectations.organisation.mistakes import Mistakes, near
from expectations.organisation.model import Local
from expectations.rule import Rule
from gouji.form import NAMES, form
from gouji.settings.lines import KeyPath
from gouji.words import words

# The frames whose rows and words do not depend on which rule asks. The sums of the form are no matter of an organisation.
OPEN = ("figures", "sentences", "presence")
_PARAMETERS = ("column", "other", "columns", "min", "max", "patterns", "values")
_TEXTS = ("match", "not-match", "in-set")
_NUMBERS = ("between", "ordered", "measure")
_WORDS = ("str", KIND)
# A repetition of what repeats takes longer than anybody waits on a text made for it: (a+)+
_NESTED = re.compile(r"\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)[*+{]")

Problem = tuple[KeyPath, str, dict[str, object]]


def local_rule(entries: Sequence[Local], number: int, known: Catalogue, mistakes: Mistakes) -> Rule | None:
    """The rule of this entry; None where something is wrong with it, which then stands among the mistakes."""
    asked = entries[number]
    problems = list(_problems(asked, entries[:number], known))
    for where, name, values in problems:
        mistakes.add(("local", number, *where), name, **values)
    if problems:
        return None
    try:
        return rule_from(_entry(asked))
    except WrongCatalogue as error:
        mistakes.add(("local", number), "wrong-rule", name=asked.name, problem=str(error))
        return None


def _entry(asked: Local) -> Mapping[str, Any]:
    values = asked.model_dump(mode="json", exclude={"sound", "faulty"}, exclude_none=True)
    return {key: value for key, value in values.items() if value or key not in ("where", "yields_to", "formerly")}


def _problems(asked: Local, before: Sequence[Local], known: Catalogue) -> Iterator[Problem]:
    yield from _of_names(asked, before, known)
    if asked.frame not in OPEN:
        yield ("frame",), "no-such-frame", {"frame": asked.frame, "known": ", ".join(OPEN)}
    elif asked.shape not in SHAPES or asked.shape == "identity":
        shapes = sorted(set(SHAPES) - {"identity"})
        yield ("shape",), "no-such-shape", {"shape": asked.shape, "known": ", ".join(shapes)}
    else:
        yield from _of_shape(asked)
        yield from _of_columns(asked)
        yield from _of_message(asked)
    for position, name in enumerate(asked.forms):
        if name not in NAMES:
            yield ("forms", position), "no-such-form", {"form": name, "known": ", ".join(NAMES)}
    yield from _of_patterns(asked)
    if asked.forms[0] in NAMES:
        yield from _of_samples(asked)


def _of_names(asked: Local, before: Sequence[Local], known: Catalogue) -> Iterator[Problem]:
    taken = {name for rule in known.rules for name in (rule.name, *rule.formerly)} | {rule.name for rule in before}
    for key, names in (("name", [asked.name]), ("formerly", list(asked.formerly))):
        for name in names:
            if name in taken:
                yield (key,), "name-taken", {"name": name}
    for position, name in enumerate(asked.yields_to):
        if name not in known.names():
            yield ("yields_to", position), "no-such-rule", {"name": name, "hint": near(name, known.names())}


def _of_shape(asked: Local) -> Iterator[Problem]:
    allowed = SHAPES[asked.shape]
    given = [key for key in _PARAMETERS if getattr(asked, key) is not None]
    for key in given:
        if key not in allowed:
            yield (key,), "not-of-shape", {"key": key, "shape": asked.shape, "known": ", ".join(sorted(allowed))}
    needed = allowed - {"min", "max"}
    for key in sorted(needed - set(given)):
        yield (), "shape-needs", {"key": key, "shape": asked.shape}
    if asked.shape == "between" and asked.min is None and asked.max is None:
        yield (), "shape-needs", {"key": "min / max", "shape": asked.shape}
    if asked.min is not None and asked.max is not None and asked.min > asked.max:
        yield ("min",), "crossed", {"name": asked.name}


def _of_columns(asked: Local) -> Iterator[Problem]:
    columns = FRAMES[asked.frame].columns
    named: list[tuple[KeyPath, str]] = [((key,), getattr(asked, key)) for key in ("column", "other") if getattr(asked, key)]
    named += [(("columns", position), name) for position, name in enumerate(asked.columns or ())]
    for where, name in [*named, *((("where", name), name) for name in asked.where)]:
        if name not in columns:
            yield where, "no-such-column", {"name": name, "frame": asked.frame, "hint": near(name, list(columns))}
        elif where[0] != "where" and _mistyped(asked.shape, columns[name]):
            yield where, "column-of-another-kind", {"name": name, "shape": asked.shape}
    for name, condition in asked.where.items():
        if name in columns and not _possible(condition, columns[name]):
            yield ("where", name), "wrong-value", {"key": f"where.{name}", "expected": words("organisation.expected-where")}


def _mistyped(shape: str, kind: str) -> bool:
    return (shape in _TEXTS and kind not in _WORDS) or (shape in _NUMBERS and kind in _WORDS)


def _possible(condition: object, kind: str) -> bool:
    match condition:
        case str() | list():
            return kind in _WORDS and bool(condition)
        case {"known": bool(), **rest} if not rest:
            return True
        case {"above": bound, **rest} if not rest:
            return kind not in _WORDS and not isinstance(bound, bool)
        case _:
            return False


def _of_message(asked: Local) -> Iterator[Problem]:
    offers = FRAMES[asked.frame].offers
    for key in ("title", "message", "explanation", "fix"):
        for language in ("zh", "en"):
            text = getattr(getattr(asked, key), language)
            try:
                parts = [(name, more, how) for _, name, more, how in string.Formatter().parse(text) if name is not None]
            except ValueError:
                yield (key, language), "broken-braces", {"key": key}
                continue
            names = {f"{name}{':' if more else ''}{more or ''}{how or ''}" for name, more, how in parts}
            for name in sorted(names - (offers if key == "message" else frozenset())):
                known = ", ".join(sorted(offers)) if key == "message" else "–"
                yield (key, language), "no-such-word", {"name": name, "known": known}


def _of_patterns(asked: Local) -> Iterator[Problem]:
    for position, pattern in enumerate(asked.patterns or ()):
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            yield ("patterns", position), "no-pattern", {"pattern": pattern, "reason": error}
        else:
            if _NESTED.search(pattern):
                yield ("patterns", position), "nested-pattern", {"pattern": pattern}


def _of_samples(asked: Local) -> Iterator[Problem]:
    for key in ("sound", "faulty"):
        sample = getattr(asked, key)
        if sample is None:
            yield (), "no-sample", {"name": asked.name, "key": key}
        elif sample.file and (sample.figures or sample.sentences):
            yield (key, "file"), "file-alone", {"key": key}
        elif unknown := [name for name in sample.figures if name not in form(asked.forms[0]).figure_ids()]:
            yield (key, "figures", unknown[0]), "no-such-figure", {"name": unknown[0], "form": asked.forms[0]}
        elif key == "faulty" and not (sample.file or sample.figures or sample.sentences):
            yield (key,), "empty-sample", {"name": asked.name}
