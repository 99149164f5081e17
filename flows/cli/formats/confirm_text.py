"""What was written down of a person's answer, and what changed by it."""

from collections.abc import Iterator

from flows.cli.layout import indent
from flows.cli.voice import Voice
from flows.steps.reconsider import Change, Reconsidered
from gouji.finding import Words
from gouji.ledger.answers import Answer, Recorded, Taken
from gouji.words import words

COLUMNS = 80


def as_text(answer: Answer, recorded: Recorded, reconsidered: Reconsidered, voice: Voice) -> str:
    lines = [line for taken in recorded.taken for line in indent(voice.say(_taken(taken, answer)), "", COLUMNS)]
    return "\n".join([*lines, *consequences(reconsidered, voice)]) + "\n"


def consequences(reconsidered: Reconsidered, voice: Voice) -> Iterator[str]:
    """What changed by a person's word, line by line."""
    for change in reconsidered.changes:
        yield from (line for said in _changed(change) for line in indent(voice.say(said), "", COLUMNS))
    for number, status, count in reconsidered.withdrawn:
        said = words("tickets.misread-withdrawn", id=number, count=count, status=words(f"tickets.{status}"))
        yield from indent(voice.say(said), "", COLUMNS)
    if reconsidered.later:
        yield from indent(voice.say(words("tickets.judged-later", why=reconsidered.later)), "", COLUMNS)
    if reconsidered.trouble:
        yield from indent(voice.say(reconsidered.trouble), "", COLUMNS)


def _taken(taken: Taken, answer: Answer) -> Words:
    if taken.taken_back:
        return words("tickets.taken-back", what=taken.name)
    if taken.no_report:
        return words("tickets.taken-no-report", what=taken.name, by=answer.by, fingerprint=answer.fingerprint)
    if taken.said is None:
        return words("tickets.taken-finding", what=taken.name, by=answer.by)
    key = "tickets.taken-as-read" if taken.said == taken.was else "tickets.taken-corrected"
    return words(key, what=taken.name, said=_quoted(taken.said), was=_quoted(taken.was), by=answer.by)


def _quoted(text: str | None) -> Words:
    if text is None:
        return words("tickets.nothing-there")
    return Words(f"“{text}”", f"“{text}”") if text.strip() else words("tickets.blank")


def _changed(change: Change) -> Iterator[Words]:
    before, after = (words(f"pages.verdict-{verdict}") for verdict in (change.before, change.after))
    key = "tickets.verdict-changed" if change.before != change.after else "tickets.verdict-same"
    yield words(key, name=change.name, before=before, after=after)
    for kind, found in (("gone", change.gone), ("sure", change.sure), ("new", change.new)):
        yield from (words(f"tickets.finding-{kind}", rule=f.rule, message=f.message) for f in found)
