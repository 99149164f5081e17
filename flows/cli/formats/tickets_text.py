"""Tickets as a person in the office reads them, from the document that programs get."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from flows.cli.layout import indent, pad, width
from flows.cli.voice import Voice
from gouji.words import words

COLUMNS = 80
COLOURS = {"open": "red", "resolved": "green"}

Entry = Mapping[str, Any]


def tickets(entries: Sequence[Entry], voice: Voice) -> str:
    if not entries:
        return voice.say(words("tickets.none")) + "\n"
    names = max(width(entry["agency"]) for entry in entries)
    counts = Counter(entry["status"] for entry in entries)
    said = voice.say(words("check.comma")).join(f"{voice.say(words(f'tickets.{status}'))} {count}" for status, count in counts.items())
    summary = voice.say(words("tickets.summary", count=len(entries), statuses=said))
    return "\n".join([*(_row(entry, names, voice) for entry in entries), "", summary]) + "\n"


def _row(entry: Entry, names: int, voice: Voice) -> str:
    status = click.style(pad(voice.say(words(f"tickets.{entry['status']}")), 10), fg=COLOURS.get(entry["status"]))
    rules = Counter(finding["rule"] for finding in entry["findings"])
    said = " ".join(rule if count == 1 else f"{rule}×{count}" for rule, count in rules.items())
    number = pad(f"#{entry['id']}", 6)
    return f"{number}{status}{pad(entry['agency'], names)}  {entry['year']}  {said}"


def ticket(entry: Entry, voice: Voice) -> str:
    return "\n".join([*_head(entry, voice), *_findings(entry, voice), "", *_history(entry, voice)]) + "\n"


def _head(entry: Entry, voice: Voice) -> Iterator[str]:
    status = click.style(voice.say(words(f"tickets.{entry['status']}")), fg=COLOURS.get(entry["status"]))
    yield f"#{entry['id']}  {entry['agency']}  {entry['year']}  {status}"
    for publication in entry["publications"]:
        gone = "" if publication["current"] else voice.say(words("tickets.gone"))
        yield f"  {publication['source']}: {publication['location']}{gone}"


def _findings(entry: Entry, voice: Voice) -> Iterator[str]:
    for finding in entry["findings"]:
        status = voice.say(words(f"tickets.finding-{finding['status']}"))
        yield ""
        yield f"  {status}  {finding['rule']}  {click.style(finding['fingerprint'], dim=True)}"
        yield from indent(finding["message"][voice.language], "    ", COLUMNS)
        if finding.get("picture"):
            yield f"    {voice.say(words('tickets.picture'))} {finding['picture']}"


def _history(entry: Entry, voice: Voice) -> Iterator[str]:
    yield voice.say(words("tickets.history"))
    yield from (f"  {event['message'][voice.language]}" for event in entry["history"])
