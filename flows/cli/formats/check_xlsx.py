"""A workbook for people: findings, reports, and what was not checked, in the words of their language; programs read the CSV."""

from collections.abc import Iterable, Iterator, Sequence

from flows.checked import Checked
from flows.cli.formats.check_rows import FINDINGS, NOT_CHECKED, REPORTS, finding_rows, not_checked_rows, report_rows
from flows.cli.formats.sheet import Sheet, Value, as_xlsx
from flows.cli.voice import Voice
from gouji.words import words

# Columns that hold one of a few codes.
_CODED = ("severity", "doubt", "verdict")


def write(reports: Sequence[Checked], voice: Voice) -> bytes:
    sheets = {
        "findings": _sheet(FINDINGS, finding_rows(reports, voice), voice),
        "reports": _sheet(REPORTS, report_rows(reports, voice), voice),
        "not-checked": _sheet(NOT_CHECKED, not_checked_rows(reports, voice), voice),
    }
    return as_xlsx({voice.say(words(f"check.sheet-{name}")): sheet for name, sheet in sheets.items()})


def _sheet(columns: Sequence[str], rows: Iterable[list[Value]], voice: Voice) -> Sheet:
    header = [voice.say(words(f"check.column-{column}")) for column in columns]
    return Sheet(header, (list(_in_words(columns, row, voice)) for row in rows), pinned=2)


def _in_words(columns: Sequence[str], row: Sequence[Value], voice: Voice) -> Iterator[Value]:
    for column, value in zip(columns, row, strict=True):
        yield voice.say(words(f"check.{column}-{value}")) if column in _CODED else value
