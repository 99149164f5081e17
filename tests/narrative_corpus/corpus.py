"""Sentences of annual reports, each with the figures they stand beside and whether they are true.

Written without sight of the claim engine, from how published reports speak. `set_a.yaml` is for tuning, the others were
held out until their first run: other wordings for the same quantities, those of c to j by authors who had read none of
the sets before. Those of s, t and m to q follow sentences of published reports closely. A template is text with slots, recombined by a seed:

- `{received}`, `{100 * granted / concluded|p1}`: a figure of the drawn world or an expression over figures, in a format
  (zh: Chinese numerals; yu, yue, jin: 余, 约, 近; wan: in 万; p0, p1, p2: rounded; t1: cut off);
- `{we}`, `{body}`, `{place}`, `{area}`, `{unit}`: the body itself, its full name, its county, the whole of that, a part of the body; `{u}`, `{case}`: a
  measure word; `{y}`: the report's year; `{n}` > `{m}`, `{k}`, `{big}`: numbers that stand in no table; `[this|that]`: one of these.

`given` sets the world (`received: 3-90`; `outcomes`: just these, each at least once), `let` names expressions. What makes a
sentence false: `lie` (this name is printed otherwise), `otherwise` (the world is this one), `wrong` (this text).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from tests.narrative_corpus.lies import lies_of
from tests.narrative_corpus.template import Expect, Kind, Template, surroundings, templates
from tests.narrative_corpus.values import evaluate
from tests.narrative_corpus.wording import as_printed, bare, chosen, said
from tests.narrative_corpus.world import World, world

SEED = 20240131
EACH: Mapping[Kind, int] = {"true": 4, "false": 5, "scoped": 4, "unrelated": 6}

_AROUND = surroundings()
_UNITS = ("件", "件", "件", "件", "宗", "起", "份", "条", "项", "个", "件次")


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph as printed. `figures` are all figures of the report, `previous` last year's where that report is given.

    `rules` are those that may speak on a false one, `rule` the first of them; `lies` names what a false one prints otherwise, with
    the truth and what is printed; `style` is how the text was printed.
    """

    id: str
    text: str
    kind: Kind
    quantity: str
    rule: str
    rules: tuple[str, ...]
    expect: Expect
    why: str | None
    year: int
    body: str
    body_kind: str
    section: int
    style: str
    lies: Mapping[str, tuple[Fraction, Fraction]]
    figures: Mapping[str, int]
    previous: Mapping[str, int]


def entries(name: str, seed: int = SEED) -> list[Entry]:
    """The sentences of a set, no two alike, the same for the same seed."""
    return recombined(templates(name), seed)


def recombined(of: Sequence[Template], seed: int = SEED) -> list[Entry]:
    """The sentences of these templates."""
    found: dict[str, Entry] = {}
    for template in of:
        for kind in _kinds(template):
            rng = Random(f"{seed} {template.id} {kind}")
            found |= _several(rng, template, kind, found)
    return list(found.values())


def _kinds(template: Template) -> tuple[Kind, ...]:
    if template.kind == "says":
        return ("true", "false") if template.falsifiable else ("true",)
    return (template.kind,)


def _several(rng: Random, template: Template, kind: Kind, found: Mapping[str, Entry]) -> dict[str, Entry]:
    """As many as wanted that are unlike all before; fewer where the template has too few wordings."""
    made: dict[str, Entry] = {}
    for _ in range(5 * EACH[kind]):
        if len(made) == EACH[kind]:
            break
        entry = _entry(rng, template, kind, len(made) + 1)
        if bare(entry.text) not in found:
            made.setdefault(bare(entry.text), entry)
    return made


def _entry(rng: Random, template: Template, kind: Kind, number: int) -> Entry:
    false = kind == "false"
    drawn = world(rng, {**template.given, **(template.otherwise or {})} if false else template.given)
    year = rng.randint(2022, 2025)
    words, body, body_kind = _words(rng, template)
    text = template.wrong if false and template.wrong else template.text
    drawn = _named(drawn, template, year)
    lies = lies_of(rng, drawn, template, text) if false else {}
    whole = _surrounded(rng, said(chosen(rng, text), {**drawn.values, **lies}, words))
    whole, style = as_printed(rng, whole)
    return Entry(
        id=f"{template.id}-{kind}-{number}", text=whole, kind=kind, quantity=template.quantity, rule=template.rule,
        rules=template.rules, expect=template.expect, why=template.why, year=year, body=body, body_kind=body_kind,
        section=template.section, style=style,
        lies={name: (drawn.values[name], lie) for name, lie in lies.items()}, figures=drawn.figures, previous=drawn.previous if template.previous else {},
    )  # fmt: skip


def _named(drawn: World, template: Template, year: int) -> World:
    """The world with the year and the template's own names beside its figures, all reckoned from the figures."""
    own = {name: evaluate(expression, drawn.values) for name, expression in template.let.items()}
    return replace(drawn, values={**drawn.values, **own, "y": Fraction(year)})


def _words(rng: Random, template: Template) -> tuple[dict[str, str], str, str]:
    """What the slots for names and measure words say, the body's full name, and its kind."""
    around = _AROUND
    kind = rng.choice(template.bodies)
    place, areas = rng.choice(around["cities"] if kind == "city" else around["places"])
    of = around["bodies"][kind]
    body = place + rng.choice(of["names"])
    words = {
        "we": rng.choice(of["we"]), "body": body, "place": place, "area": rng.choice(areas), "unit": rng.choice(around["units"]),
        "u": rng.choice(_UNITS), "case": rng.choice(("件", "件", "起", "宗")),
        "phone": f"0{rng.randint(310, 990)}-{rng.randint(2000000, 8999999)}", "post": str(rng.randint(210000, 740000)),
    }  # fmt: skip
    return words, body, of["kind"]


def _surrounded(rng: Random, text: str) -> str:
    """The sentence with a neutral one before or after it, now and then."""
    around = _AROUND
    before = rng.choice(around["before"]) if rng.random() < 0.3 else ""
    after = rng.choice(around["after"]) if rng.random() < 0.3 else ""
    return before + text + after
