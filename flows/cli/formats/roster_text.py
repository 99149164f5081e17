"""The bodies that must report, as a person in the office reads them, and what is doubtful in their list."""

from collections.abc import Iterator, Sequence
from typing import Any

from flows.cli.layout import indent, pad, width
from flows.cli.voice import Voice
from flows.steps.roster_lines import why
from gouji.agencies.due import due_of
from gouji.deadlines import Deadlines
from gouji.finding import Words
from gouji.ledger import duties, tables
from gouji.roster import Roster
from gouji.words import words

_COLUMNS = 80


def as_json(roster: Roster, owed: Sequence[tables.Duty]) -> dict[str, Any]:
    """The document gouji/roster-1."""
    return {
        "schema": "gouji/roster-1",
        "bodies": [
            {
                "row": row, "id": agency.id, "name": agency.name, "kind": agency.kind, "superior": agency.superior,
                "aliases": list(agency.aliases), "duties": [_duty(duty) for duty in owed if duty.agency_id == agency.id],
            }
            for row, agency in zip(roster.rows, roster.agencies, strict=True)
        ],
        "problems": [problem.as_json() for problem in roster.problems],
    }  # fmt: skip


def _duty(duty: tables.Duty) -> dict[str, Any]:
    said, finding = why(duty), duties.finding_of(duty)
    return {
        "year": duty.year, "state": duty.state, "due": duty.due.isoformat() if duty.due else None,
        "until": duty.until.isoformat() if duty.until else None, "why": said.as_json() if said else None,
        "evidence": [page.as_json() for page in finding.evidence] if finding else [],
        **({"more_evidence": finding.more_evidence} if finding and finding.more_evidence else {}),
    }  # fmt: skip


def bodies(roster: Roster, owed: Sequence[tables.Duty], voice: Voice) -> str:
    """A line for each body and year, with what there is to say under it."""
    names = max((width(agency.name) for agency in roster.agencies), default=0)
    by_body = {agency.id: [duty for duty in owed if duty.agency_id == agency.id] for agency in roster.agencies}
    lines = [line for agency in roster.agencies for line in _body(agency.name, by_body[agency.id], names, voice)]
    end = [voice.say(words("roster.bodies", count=len(roster.agencies)))]
    end += [voice.say(words("roster.no-patrol"))] if not owed else []
    end += [voice.say(words("roster.has-problems", count=len(roster.problems)))] if roster.problems else []
    return "\n".join([*lines, *end]) + "\n"


def _body(name: str, owed: Sequence[tables.Duty], names: int, voice: Voice) -> Iterator[str]:
    if not owed:
        yield name
    for duty in owed:
        state = voice.say(words(f"pages.duty-{duty.state}"))
        due = voice.say(words("roster.due", due=duty.due)) if duty.due else ""
        yield f"{pad(name, names)}  {duty.year}  {pad(state, 12)}{due}".rstrip()
        if said := why(duty):
            yield from indent(voice.say(said), "    ", _COLUMNS)


def problems(roster: Roster, deadlines: Deadlines, year: int, voice: Voice) -> str:
    """What is wrong by row, then whose deadline nobody knows."""
    unknown = [
        words("roster.no-deadline", row=row, name=agency.name, why=words(f"judging.reason-{due.reason}"))
        for row, agency in zip(roster.rows, roster.agencies, strict=True)
        if (due := due_of(agency, year, deadlines)).reason and not due.excused
    ]
    end: list[Words] = [words("roster.checked", count=len(roster.agencies), problems=len(roster.problems), unknown=len(unknown), year=year)]
    return "".join(voice.say(line) + "\n" for line in (*roster.problems, *unknown, *end))
