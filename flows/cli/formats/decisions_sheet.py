"""The list of tickets that an office fills in."""

from collections.abc import Iterator, Sequence

from flows.cli.formats.sheet import Sheet, Value, as_csv, as_xlsx
from flows.cli.voice import Voice
from flows.steps.take import COLUMNS
from gouji.ledger.listed import Line
from gouji.words import words

_EXPLAINED = ("decision", "answer", "until", "assignee", "mark")


def as_text(lines: Sequence[Line], voice: Voice) -> str:
    return as_csv(_header(voice), _rows(lines, voice))


def as_workbook(lines: Sequence[Line], voice: Voice) -> bytes:
    def say(key: str) -> str:
        return voice.say(words(f"decisions.{key}"))

    explained = [(say(f"column-{column}"), say(f"help-{column}")) for column in _EXPLAINED]
    return as_xlsx(
        {
            say("sheet"): Sheet(_header(voice), _rows(lines, voice), pinned=2),
            say("sheet-help"): Sheet((say("help"), say("help-what")), explained),
        }
    )


def _header(voice: Voice) -> list[str]:
    return [voice.say(words(f"decisions.column-{column}")) for column in COLUMNS]


def _rows(lines: Sequence[Line], voice: Voice) -> Iterator[list[Value]]:
    """One row a finding; what people decide is left for them to write."""
    for line in lines:
        finding = line.finding
        until = finding.waived.until.isoformat() if finding.waived and finding.waived.until else None
        status, whole = (voice.say(words(key)) for key in (f"tickets.finding-{line.status}", f"tickets.{line.ticket_status}"))
        yield [
            line.ticket_id, line.agency, line.year, whole, voice.say(finding.message), finding.basis, status,
            None, None, until, line.assignee, finding.rule, finding.fingerprint, line.mark,
        ]  # fmt: skip
