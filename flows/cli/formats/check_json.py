"""gouji/check-1."""

from collections.abc import Sequence

from flows.checked import Checked
from flows.cli.formats.as_json import checked_json
from flows.cli.formats.dump import dump
from flows.cli.voice import Voice
from gouji.version import version


def write(reports: Sequence[Checked], _voice: Voice) -> str:
    tool = {"name": "gouji", "version": version()}
    return dump({"schema": "gouji/check-1", "tool": tool, "reports": [checked_json(report) for report in reports]})
