"""What false sentences print in place of the truth."""

from fractions import Fraction
from random import Random

from tests.narrative_corpus.template import Template
from tests.narrative_corpus.values import evaluate
from tests.narrative_corpus.wording import LOOSE, formats
from tests.narrative_corpus.world import World

# What a number may have been meant to say: a lie that hits one of these could be explained.
_AVOIDED = (
    "received",
    "handled",
    "concluded",
    "timely",
    "granted_any",
    "reconsideration",
    "litigation",
    "direct_litigation",
    "litigation_after",
)


def lies_of(rng: Random, drawn: World, template: Template, text: str) -> dict[str, Fraction]:
    """What a false sentence prints in place of the truth."""
    return {
        name: evaluate(expression, drawn.values) if expression else _other(rng, drawn, name, template, formats(text, name))
        for name, expression in template.lies.items()
    }


def _other(rng: Random, drawn: World, name: str, template: Template, printed: set[str]) -> Fraction:
    """Another value than this, which no other known reading explains."""
    value = drawn.values[name]
    if printed & set(LOOSE):
        return Fraction(int(value * rng.choice([Fraction(2, 5), Fraction(21, 10), Fraction(5, 2)])))
    if printed & {"p0", "p1", "p2", "t1"}:
        steps = [Fraction(s, 10) for s in range(33, 240)]
        fits = [v for s in steps for v in (value - s, value + s) if v > 0 and (v < 100 or value > 100)]
        return rng.choice(fits)
    avoided = {value, *(drawn.values[n] for n in _AVOIDED)}
    steps = [Fraction(s) for s in (1, 2, 3, 4, 5, 7, 10, value // 3, value)]
    downwards = [value - s for s in steps] if template.toward != "up" else []
    upwards = [value + s for s in steps] if template.toward != "down" else []
    return rng.choice([v for v in (*downwards, *upwards) if v > 0 and v not in avoided])
