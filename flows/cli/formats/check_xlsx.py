"""A workbook: findings, reports, and what was not checked."""

from collections.abc import Sequence

from flows.checked import Checked
from flows.cli.formats.check_rows import FINDINGS, NOT_CHECKED, REPORTS, finding_rows, not_checked_rows, report_rows
from flows.cli.formats.sheet import Sheet, as_xlsx
from flows.cli.voice import Voice
from gouji.words import words


def write(reports: Sequence[Checked], voice: Voice) -> bytes:
    sheets = {
        "check.sheet-findings": Sheet(FINDINGS, finding_rows(reports, voice)),
        "check.sheet-reports": Sheet(REPORTS, report_rows(reports, voice)),
        "check.sheet-not-checked": Sheet(NOT_CHECKED, not_checked_rows(reports, voice)),
    }
    return as_xlsx({voice.say(words(name)): sheet for name, sheet in sheets.items()})
