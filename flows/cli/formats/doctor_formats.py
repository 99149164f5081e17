"""What is there and what is missing, for people and programs."""

from collections import Counter
from collections.abc import Sequence

import click

from flows.cli.formats.dump import dump
from flows.cli.layout import indent, pad
from flows.cli.voice import Voice
from flows.doctor import Look, State
from gouji.words import words

COLUMNS = 100
_MARGIN = " " * 28
_COLOURS = {State.READY: "green", State.LESS: "yellow", State.UNASKED: "blue", State.MISSING: "red"}


def line(look: Look, voice: Voice) -> str:
    """What was looked at, its state, what is said of it; below, what to do."""
    state = click.style(pad(voice.say(words(f"doctor.state-{look.state}")), 8), fg=_COLOURS[look.state])
    first, *rest = indent(voice.say(look.said), _MARGIN, COLUMNS)
    lines = [f"{state}{pad(voice.say(look.what), 20)}{first.removeprefix(_MARGIN)}", *rest]
    if look.remedy:
        lines += indent(voice.say(words("doctor.remedy", remedy=look.remedy)), _MARGIN, COLUMNS)
    return "\n".join(lines) + "\n"


def ending(looks: Sequence[Look], voice: Voice) -> str:
    count = Counter(look.state for look in looks)
    key = "doctor.wanting" if count[State.MISSING] else "doctor.complete"
    return "\n" + voice.say(words(key, missing=count[State.MISSING], less=count[State.LESS], unasked=count[State.UNASKED])) + "\n"


def as_json(looks: Sequence[Look]) -> str:
    ready = all(look.state is not State.MISSING for look in looks)
    return dump({"schema": "gouji/doctor-1", "ready": ready, "looks": [_json(look) for look in looks]})


def _json(look: Look) -> dict[str, object]:
    remedy = look.remedy.as_json() if look.remedy else None
    return {"what": look.what.as_json(), "state": look.state, "said": look.said.as_json(), "remedy": remedy}
