"""What waits for a person: each question with the fingerprint by which it is answered."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import click

from flows.cli.layout import indent
from flows.cli.voice import Voice
from gouji.finding import Words
from gouji.ledger.waiting import Waiting
from gouji.questions import Question
from gouji.report import State
from gouji.words import words
from gouji.words.places import spot_in_words

COLUMNS = 80


def waiting(entries: Sequence[Waiting], voice: Voice, picture_of: Callable[[str], Path | None]) -> str:
    """All questions, document by document; `picture_of` knows the picture of a fingerprint."""
    if not entries:
        return voice.say(words("tickets.none-waiting")) + "\n"
    lines = [line for _, own in groupby(entries, key=_document) for line in _of_document(list(own), voice, picture_of)]
    asks = [words("tickets.how-to-confirm")] if any(not entry.is_unread for entry in entries) else []
    asks += [words("tickets.how-to-say-none")] if any(entry.is_unread for entry in entries) else []
    return "\n".join([*lines, *(line for said in asks for line in indent(voice.say(said), "", COLUMNS))]) + "\n"


def _document(entry: Waiting) -> tuple[str, str]:
    return entry.source, entry.location


def _of_document(entries: Sequence[Waiting], voice: Voice, picture_of: Callable[[str], Path | None]) -> Iterator[str]:
    first = entries[0]
    yield click.style(first.subject, bold=True) + f"  {first.source}: {first.location}"
    for entry in entries:
        yield from _waiting(entry, voice)
        if entry.fingerprint and (picture := picture_of(entry.fingerprint)):
            yield f"    {voice.say(words('tickets.picture'))} {picture}"
    yield ""


def _waiting(entry: Waiting, voice: Voice) -> Iterator[str]:
    alone = [question.fingerprint for question in entry.questions] == [entry.fingerprint] and entry.questions[0].is_figure
    mark = "  ".join(part for part in (entry.finding.rule if entry.finding else "", entry.fingerprint or "") if part)
    if mark and not alone:
        yield "  " + click.style(mark, dim=True)
    yield from indent(voice.say(entry.words), "  ", COLUMNS)
    for question in entry.questions:
        yield from _question(question, voice)


def _question(question: Question, voice: Voice) -> Iterator[str]:
    if not question.is_figure:
        return
    spot = spot_in_words(question.place)
    where = f"  {voice.say(spot)}" if spot else ""
    said = _said(question)
    yield "    " + click.style(question.fingerprint, dim=True) + f"  {voice.say(question.name)}{where}"
    yield from indent(voice.say(said), "      ", COLUMNS)


def _said(question: Question) -> Words:
    """What was read there and why that is doubted; signs that make no number stand on one line."""
    if question.state is State.UNREADABLE:
        raw = " ".join((question.raw or "").replace("\ufffd", "□").split())
        return words("tickets.not-legible", raw=raw, why=question.why)
    return words("tickets.read-as", read=_read(question), why=question.why)


def _read(question: Question) -> Words:
    match question.state:
        case State.BLANK:
            return words("tickets.blank")
        case State.ABSENT:
            return words("tickets.nothing-there")
    return Words(f"“{question.raw}”", f"“{question.raw}”")
