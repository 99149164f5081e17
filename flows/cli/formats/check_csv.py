"""One row a finding; a report without any has none, and one that could not be read has a row with the reason."""

from collections.abc import Sequence

from flows.checked import Checked
from flows.cli.formats.check_rows import FINDINGS, finding_rows
from flows.cli.formats.sheet import Value, as_csv
from flows.cli.voice import Voice


def write(reports: Sequence[Checked], voice: Voice) -> str:
    unread = [_unread(report, voice) for report in reports if report.trouble]
    return as_csv(FINDINGS, [*finding_rows(reports, voice), *unread])


def _unread(report: Checked, voice: Voice) -> list[Value]:
    said = {"source": report.source, "severity": "unreadable", "message": voice.say(report.trouble) if report.trouble else None}
    return [said.get(column) for column in FINDINGS]
