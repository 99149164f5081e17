"""For each rule the smallest fault, the nearest sound neighbour, a blank and a doubtful variant: samples/rules brought to life."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from typing import Any

from gouji.data import data_file
from gouji.form import form, form_for
from samples.around import Around, around
from samples.bodies import body
from samples.changes import changed
from samples.figures import completed
from samples.sample import Sample
from samples.sound import Wording, compose

VARIANTS = ("fault", "neighbour", "blank", "doubtful")
FORMATS = ("html", "docx", "pdf", "text")

_COMPOSED = ("agency", "kind", "year", "form", "title", "period", "requests", "disputes")
_PARTS = (
    "disclosure", "applications", "proceedings", "structure", "wording", "narrative", "narrative_requests", "narrative_disclosure",
    "narrative_disputes", "narrative_arithmetic", "years", "renderings", "persons", "publication", "aggregation",
)  # fmt: skip
_SEED = 7


@dataclass(frozen=True, slots=True)
class Expectation:
    """A finding that must be given: at least these figures are named in it, and exactly these other rules in `also`."""

    rule: str
    figures: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """A report made to show how one rule answers. `finds` are all the findings it gives; `previous` is last year's report.

    `twin` is another file of the same report, shown in another format; `limits` are local limits of length, by rule; `around` is
    what else is known.
    """

    rule: str
    name: str
    sample: Sample
    finds: tuple[Expectation, ...]
    previous: Sample | None = None
    twin: Sample | None = None
    limits: Mapping[str, int] = field(default_factory=dict)
    formats: tuple[str, ...] = FORMATS
    around: Around = Around()


def rules() -> tuple[str, ...]:
    """The rules that have variants."""
    return tuple(_rules())


def faulty(rule: str, variant: str = "fault") -> Variant:
    """This rule's variant; KeyError where it has none of that name."""
    entry = _rules()[rule]
    return _variant(rule, variant, {"base": entry.get("base", "bureau"), **entry[variant]})


def variants() -> Iterator[Variant]:
    """All variants of all rules."""
    for rule in rules():
        yield from (faulty(rule, name) for name in VARIANTS if name in _rules()[rule])


def base(name: str = "bureau") -> Sample:
    """The sound report that variants change."""
    return _made({"base": name})


def _variant(rule: str, name: str, changes: Mapping[str, Any]) -> Variant:
    sample = _made(changes)
    return Variant(
        rule=rule,
        name=name,
        sample=sample,
        finds=tuple(_expectation(find, sample) for find in changes.get("finds", ())),
        previous=_made(changes["previous"]) if "previous" in changes else None,
        twin=_made({"base": changes.get("base", "bureau"), **changes["twin"]}) if "twin" in changes else None,
        limits=changes.get("limits", {}),
        formats=tuple(changes.get("formats", FORMATS)),
        around=around(sample, changes, _made),
    )


def _expectation(find: Mapping[str, Any], sample: Sample) -> Expectation:
    known = [*form(sample.form).figure_ids(), *sample.figures]
    figures = [name for pattern in find.get("figures", ()) for name in known if fnmatchcase(name, pattern)]
    return Expectation(find["rule"], tuple(dict.fromkeys(figures)), tuple(find.get("also", ())), find.get("doubt", False))


def _made(changes: Mapping[str, Any]) -> Sample:
    """The base with these changes."""
    start = _base(changes.get("base", "bureau"))
    told = {name: changes.get(name, start.get(name)) for name in _COMPOSED}
    form_name = told["form"] or form_for(told["year"]).name
    counts = completed({**start["counts"], **changes.get("counts", {})}, form(form_name))
    figures = {**start["disclosure"][form_name], **{name: str(count) for name, count in counts.items()}}
    wording = Wording(told["title"], told["period"], told["requests"], told["disputes"])
    sample = compose(body(told["agency"], told["kind"]), told["year"], figures, _SEED, wording, form_name)
    return changed(sample, changes)


@cache
def _base(name: str) -> Mapping[str, Any]:
    """The base of this name with all that it takes over from the one it is like."""
    own = data_file("samples.rules", "bases.yaml")[name]
    if "like" not in own:
        return dict(own)
    model = _base(own["like"])
    return {**model, **own, "counts": _counts(model["counts"], own.get("counts", {}))}


def _counts(model: Mapping[str, int], own: Mapping[str, int]) -> dict[str, int]:
    """The model's counts with these in their place; a pattern speaks for every count of the model that it fits."""
    spread = {name: count for pattern, count in own.items() for name in model if fnmatchcase(name, pattern)}
    return {**model, **spread, **{name: count for name, count in own.items() if "*" not in name}}


@cache
def _rules() -> dict[str, dict[str, Any]]:
    entries = [data_file("samples.rules", f"{part}.yaml") for part in _PARTS]
    return {rule: variants for part in entries for rule, variants in part.items()}
