"""What a patrol did, in about ten lines."""

from collections.abc import Iterator, Mapping, Sequence

from flows.cli.layout import indent
from flows.cli.voice import Voice
from flows.summary import PatrolSummary
from gouji.finding import Words
from gouji.words import words

# What fires most is what a person looks at first; the rest is in --format json.
_MOST = 3


def as_text(summary: PatrolSummary, voice: Voice) -> str:
    lines = [voice.say(line) for line in _lines(summary)]
    troubles = [line for trouble in summary.troubles for line in indent(voice.say(trouble), "  ! ", 80)]
    return "\n".join([*lines, *troubles, voice.say(words("run.pages", path=summary.pages))]) + "\n"


def _lines(summary: PatrolSummary) -> Iterator[Words]:
    said = summary.as_json()
    if summary.dry_run:
        yield words("run.rehearsal")
    if not summary.looks:
        yield words("run.no-sources")
    yield words("run.documents", **said["documents"])
    yield words("run.reports", **said["reports"])
    if summary.judged.untold:
        yield _without_ticket(said["without_ticket"])
    if summary.roster:
        yield words("run.roster", **summary.roster)
    yield from _undated(summary.undated)
    yield words("run.tickets", **said["tickets"])
    if summary.dry_run:
        yield from _would(summary)
    else:
        yield words("run.messages-refused" if said["refused"] else "run.messages", refused=said["refused"], **said["messages"])
    if summary.delivered.held:
        yield summary.delivered.held


def _would(summary: PatrolSummary) -> Iterator[Words]:
    """What a rehearsal would have done: tickets, by which rules, letters to whom."""
    yield from (words("run.would-open", agency=agency, year=year) for agency, year, *_ in summary.settled.new)
    yield from (_would_rules(summary.titles[rule], rule, names) for rule, names in summary.would_rules[:_MOST])
    if summary.would_waive:
        yield words("run.would-waive", count=summary.would_waive)
    for subject, to in zip(summary.would_send, summary.would_reach, strict=True):
        yield words("run.would-send", subject=subject, to=", ".join(to) or "–")
    yield from (words("run.would-file", subject=subject) for subject in summary.would_file)


def _undated(bodies: Sequence[tuple[str, Words]]) -> Iterator[Words]:
    """Of whom nothing will be said whatever they do, reason by reason, with the first few names."""
    by_reason: dict[Words, list[str]] = {}
    for name, why in bodies:
        by_reason.setdefault(why, []).append(name)
    for why, names in by_reason.items():
        key = "run.undated" if len(names) <= _MOST else "run.undated-more"
        yield words(key, why=why, count=len(names), names="、".join(names[:_MOST]))


def _without_ticket(counts: Mapping[str, int]) -> Words:
    """Why fewer tickets were opened than reports are to be corrected."""
    parts = [words(f"run.without-ticket-{reason}", count=count) for reason, count in counts.items() if count]
    return words("run.without-ticket", parts=Words("；".join(p.zh for p in parts), "; ".join(p.en for p in parts)))


def _would_rules(title: Words, rule: str, names: Sequence[str]) -> Words:
    key = "run.would-rule" if len(names) <= _MOST else "run.would-rule-more"
    return words(key, title=title, rule=rule, count=len(names), names="、".join(names[:_MOST]))
