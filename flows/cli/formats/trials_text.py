"""What happened when an organisation's own rules were tried, for people."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from expectations.rulebook import Rulebook
from flows.cli.layout import indent
from flows.cli.voice import Voice
from gouji.words import words

if TYPE_CHECKING:
    from flows.trying import Trial

COLUMNS = 80


def as_text(book: Rulebook, trials: "Sequence[Trial]", voice: Voice) -> str:
    lines = [line for trial in trials for line in _trial(trial, voice)]
    for change in book.changes:
        lines += indent(voice.say(change), "", COLUMNS)
    wrong = sum(not trial.right for trial in trials)
    rules, waivers = len({trial.rule for trial in trials}), len(book.waivers)
    said = words("rules.tried" if not wrong else "rules.tried-wrong", rules=rules, changes=len(book.changes), waivers=waivers, wrong=wrong)
    return "\n".join([*lines, voice.say(said)]) + "\n"


def _trial(trial: "Trial", voice: Voice) -> Iterator[str]:
    verdict = words("rules.as-it-should" if trial.right else f"rules.wrong-{trial.sample}")
    head = f"{trial.rule}  {voice.say(words(f'rules.sample-{trial.sample}'))}  "
    yield head + click.style(voice.say(verdict), fg="green" if trial.right else "red")
    for finding in trial.found:
        yield from indent(voice.say(finding.message), "  ", COLUMNS)
    if trial.reason:
        yield from indent(voice.say(words("rules.not-judged", reason=trial.reason)), "  ", COLUMNS)
