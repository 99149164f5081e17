"""What was done to tickets, and what changed by it."""

from collections.abc import Sequence

from flows.cli.formats.confirm_text import consequences
from flows.cli.layout import indent
from flows.cli.voice import Voice
from flows.steps.act import Done
from flows.steps.reconsider import Reconsidered
from gouji.finding import Words
from gouji.words import words

COLUMNS = 80


def as_text(done: Sequence[Done], reconsidered: Reconsidered, voice: Voice) -> str:
    lines = [line for one in done for line in indent(voice.say(_done(one)), "", COLUMNS)]
    return "\n".join([*lines, *consequences(reconsidered, voice)]) + "\n"


def _done(one: Done) -> Words:
    ticket, act = one.ticket, one.act
    until = words("ledger.event_until", until=act.until.isoformat()) if act.until else ""
    status = words(f"tickets.{ticket.status}")
    what = words(f"tickets.done-{act.kind}", count=len(one.touched), by=act.by, to=act.to, until=until)
    return words("tickets.done", id=ticket.id, agency=ticket.agency, year=ticket.year, what=what, status=status)
