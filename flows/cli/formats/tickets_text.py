"""Tickets as a person in the office reads them, from the document that programs get."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import click

from flows.cli.layout import indent, pad, width
from flows.cli.voice import Voice
from gouji.clock import shown
from gouji.finding import Waived, Words
from gouji.words import words
from gouji.words.rules import waived_words

COLUMNS = 80
LISTS = 5
COLOURS = {"open": "red", "resolved": "green"}

Entry = Mapping[str, Any]


def tickets(entries: Sequence[Entry], voice: Voice, *, some: bool = False) -> str:
    """One line a ticket; `some`: only some were asked for."""
    if not entries:
        return voice.say(words("tickets.none-wanted" if some else "tickets.none")) + "\n"
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
    if entry["assignee"]:
        yield f"  {voice.say(words('tickets.assignee', name=entry['assignee']))}"
    for publication in entry["publications"]:
        gone = "" if publication["current"] else voice.say(words("tickets.gone"))
        yield f"  {publication['source']}: {publication['location']}{gone}"
    for link in entry["links"]:
        yield f"  {voice.say(words('tickets.filed', tracker=link['tracker'], where=link['url'] or link['key']))}"


def _findings(entry: Entry, voice: Voice) -> Iterator[str]:
    for finding in (*entry["findings"], *entry["withdrawn"]):
        status = voice.say(words(f"tickets.finding-{finding.get('status', 'retracted')}"))
        yield ""
        yield f"  {status}  {finding['rule']}  {click.style(finding['fingerprint'], dim=True)}"
        yield from indent(finding["message"][voice.language], "    ", COLUMNS)
        yield from (line for said in _law_and_cure(finding) for line in indent(voice.say(said), "    ", COLUMNS))
        yield from (line for said in _said(finding) for line in indent(voice.say(said), "    ", COLUMNS))
        yield from (f"    {voice.say(said)}" for said in _lists(finding.get("evidence", ()), finding.get("more_evidence", 0)))
        if finding.get("picture"):
            yield f"    {voice.say(words('tickets.picture'))} {finding['picture']}"


def _law_and_cure(finding: Entry) -> Iterator[Words]:
    """What is to be done, and on what basis: whoever was told can answer the agency from here."""
    if fix := finding.get("fix"):
        yield words("check.fix", fix=Words(fix["zh"], fix["en"]))
    if finding.get("basis"):
        yield words("check.basis", basis=finding["basis"])


def _lists(pages: Sequence[Entry], more: int) -> Iterator[Words]:
    """Where something was looked for, and under which hash that is kept."""
    for page in pages[:LISTS]:
        yield words("tickets.list", address=page["address"])
        yield words("tickets.list-kept", at=shown(datetime.fromisoformat(page["fetched_at"])), sha256=page["sha256"])
    if len(pages) > LISTS:
        yield words("tickets.lists-more", count=len(pages) - LISTS)
    if more:
        yield words("tickets.lists-unnamed", count=more)


def _said(finding: Entry) -> Iterator[Words]:
    """What people said of the finding."""
    if waived := finding.get("waived"):
        until = date.fromisoformat(waived["until"]) if waived["until"] else None
        yield waived_words(Waived(until, waived["reason"], waived["by"], waived.get("withdrawn", False)))
    if disputed := finding.get("disputed"):
        yield words("tickets.disputed", by=disputed["by"], answer=disputed["answer"])


def _history(entry: Entry, voice: Voice) -> Iterator[str]:
    yield voice.say(words("tickets.history"))
    yield from (f"  {event['message'][voice.language]}" for event in entry["history"])
