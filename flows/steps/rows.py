"""What a person wrote in one row of the list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gouji.errors import UsageError
from gouji.ledger.listed import Line
from gouji.roster.sheet import Cell
from gouji.roster.values import RowValues
from gouji.ticket import ActKind
from gouji.words import words

_DECISIONS = (ActKind.WAIVE, ActKind.DISPUTE, ActKind.RETRACT, ActKind.REOPEN, ActKind.CLOSE)


@dataclass(frozen=True, slots=True)
class Decided:
    """`kind` is None where nothing is decided."""

    kind: ActKind | None
    reason: str | None
    until: date | None
    assignee: str | None
    mark: str


def decided(cells: Mapping[str, object], standing: Mapping[tuple[int, str], Line]) -> tuple[Decided, Line]:
    """What is decided, and of which line; a UsageError says what of the row is wrong."""
    text = {name: _text(value) for name, value in cells.items()}
    line = _line(text, standing)
    kind = _kind(text.get("decision", ""))
    reason = text.get("answer") or None
    if kind and not reason:
        raise UsageError(words("decisions.no-reason", decision=words(f"decisions.decide-{kind}"), column=words("decisions.column-answer")))
    return Decided(kind, reason, _until(cells, kind), text.get("assignee") or None, text.get("mark", "")), line


def _text(value: object) -> str:
    """The cell's text without the apostrophe by which an export kept a spreadsheet from running it."""
    said = str(value).strip()
    return said[1:] if said[:1] == "'" and said[1:2] and said[1] in "=+-@＝＋－＠" else said


def _line(text: Mapping[str, str], standing: Mapping[tuple[int, str], Line]) -> Line:
    given = text.get("id", "").removeprefix("#")
    number = int(given) if given.isascii() and given.isdigit() else 0
    if not any(ticket_id == number for ticket_id, _ in standing):
        raise UsageError(words("decisions.no-ticket", given=given))
    line = standing.get((number, text.get("fingerprint", "").lower()))
    if line is None:
        raise UsageError(words("decisions.no-finding", id=number, given=text.get("fingerprint", "")))
    return line


def _kind(given: str) -> ActKind | None:
    known = {kind: words(f"decisions.decide-{kind}") for kind in _DECISIONS}
    for kind, said in (*known.items(), (ActKind.WAIVE, words("decisions.decide-waive-before"))):
        if given.lower() in (said.zh, said.en):
            return kind
    if given:
        choices = words("decisions.choices", **{kind.value: said for kind, said in known.items()})
        raise UsageError(words("decisions.no-such-decision", given=given, choices=choices))
    return None


def _until(cells: Mapping[str, object], kind: ActKind | None) -> date | None:
    """The last day of a waiver. What an export wrote there of an earlier one is nothing that a person decided."""
    if kind is not ActKind.WAIVE:
        return None
    column = words("decisions.column-until").zh
    value: Cell = cells.get("until", "")  # type: ignore[assignment]  # cells of a sheet are text or dates
    values = RowValues(0, {"until": value}, {"until": column})
    until = values.date("until")
    if values.problems:
        raise UsageError(words("decisions.bad-date", column=words("decisions.column-until"), given=value))
    return until
