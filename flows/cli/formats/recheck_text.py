"""What `gouji recheck` found, for people and as gouji/recheck-1."""

from collections.abc import Iterator, Mapping

import click

from flows.cli.layout import indent
from flows.cli.voice import Voice
from flows.steps.recheck import Effect, Example, Rechecked
from gouji.finding import Words
from gouji.words import words
from gouji.words.places import in_a_row

COLUMNS = 80
_SLOWEST = 5


def as_text(found: Rechecked, titles: Mapping[str, Words], voice: Voice, *, applied: bool) -> str:
    lines = [line for said in _head(found) for line in indent(voice.say(said), "", COLUMNS)]
    for rule, effect in found.effects.items():
        lines += ["", *_rule(rule, effect, found, titles, voice)]
    lines += ["", *(line for said in _end(found, applied) for line in indent(voice.say(said), "", COLUMNS))]
    return "\n".join(lines) + "\n"


def as_json(found: Rechecked, language: str) -> dict[str, object]:
    """gouji/recheck-1: additive keys may come."""
    names = sorted({*found.effects, *found.seconds})
    settled = found.settled
    return {
        "schema": "gouji/recheck-1",
        "reports": found.reports,
        "verdicts": [{"before": before, "after": after, "reports": n} for (before, after), n in sorted(found.verdicts.items())],
        "rules": [_rule_json(name, found) for name in names],
        "refused": [said.get(language) for said in found.refused],
        "applied": settled is not None,
        "tickets": None if settled is None else {
            "opened": settled.opened, "updated": settled.updated, "resolved": settled.resolved, "reopened": settled.reopened,
        },
    }  # fmt: skip


def _rule_json(name: str, found: Rechecked) -> dict[str, object]:
    effect, taken = found.effects.get(name, Effect()), found.milliseconds(name)
    counts = {kind: effect.counts[kind] for kind in ("new", "gone", "changed")}
    return {
        "rule": name, **counts, "newly_failing": effect.failing, "ms_per_1000": None if taken is None else round(taken, 1),
        "share": round(found.share(name), 4), "examples": [example.as_json() for example in effect.examples],
    }  # fmt: skip


def _head(found: Rechecked) -> Iterator[Words]:
    yield words("recheck.reports", count=found.reports)
    for (before, after), count in sorted(found.verdicts.items()):
        if before != after:
            was, now = words(f"check.verdict-{before}"), words(f"check.verdict-{after}")
            yield words("recheck.verdicts", count=count, before=was, after=now)
    if not found.effects:
        yield words("recheck.nothing")


def _rule(rule: str, effect: Effect, found: Rechecked, titles: Mapping[str, Words], voice: Voice) -> Iterator[str]:
    counts = [words(f"recheck.{kind}", count=effect.counts[kind]) for kind in ("new", "gone", "changed") if effect.counts[kind]]
    if effect.failing:
        counts.append(words("recheck.newly-failing", count=effect.failing))
    taken = found.milliseconds(rule)
    if taken is not None:
        counts.append(words("recheck.taken", ms=f"{taken:.0f}", share=f"{found.share(rule):.1%}"))
    title = titles.get(rule, Words(rule, rule))
    yield click.style(voice.say(title), bold=True) + f"  {rule}"
    yield from indent(voice.say(in_a_row(counts, "，", ", ")), "  ", COLUMNS)
    for example in effect.examples:
        yield from indent(voice.say(_example(example)), "    ", COLUMNS)


def _example(example: Example) -> Words:
    kind = words(f"recheck.kind-{example.kind}")
    year = example.year or "?"
    return words("recheck.example", kind=kind, agency=example.agency, year=year, place=example.place, message=example.message)


def _end(found: Rechecked, applied: bool) -> Iterator[Words]:
    slowest = sorted(found.seconds, key=lambda rule: -found.seconds[rule])[:_SLOWEST]
    if slowest:
        said = [Words(text, text) for rule in slowest for text in [f"{rule} {found.milliseconds(rule):.0f} ms ({found.share(rule):.1%})"]]
        yield words("recheck.slowest", rules=in_a_row(said, "、", ", "), reports=found.timed)
    yield from found.refused
    if found.refused:
        yield words("recheck.not-applied" if applied else "recheck.would-not-apply")
    elif found.settled:
        s = found.settled
        yield words("recheck.applied", opened=s.opened, updated=s.updated, resolved=s.resolved, reopened=s.reopened)
    elif found.effects:
        yield words("recheck.to-apply")
    if found.trouble:
        yield found.trouble
