"""The formats of `gouji check`, and its exit status."""

from collections.abc import Sequence
from importlib import import_module

from flows.checked import Checked
from flows.cli.voice import Voice
from gouji.finding import Finding, Severity, Verdict

WRITERS = {
    "text": "flows.cli.formats.check_text",
    "json": "flows.cli.formats.check_json",
    "sarif": "flows.cli.formats.check_sarif",
    "junit": "flows.cli.formats.check_junit",
    "csv": "flows.cli.formats.check_csv",
    "xlsx": "flows.cli.formats.check_xlsx",
    "html": "flows.cli.formats.check_html",
}


def write(reports: Sequence[Checked], shape: str, voice: Voice, *, verbose: bool) -> str | bytes:
    """The reports in this format; only text has more to say to the curious."""
    module = import_module(WRITERS[shape])
    written: str | bytes = module.write(reports, voice, verbose) if shape == "text" else module.write(reports, voice)
    return written


def exit_status(reports: Sequence[Checked], fail_on: str) -> int:
    """1 where a finding, doubtful or not, is as grave as this, or a document could not be read."""
    if fail_on == "never":
        return 0
    grave = {Severity.ERROR} if fail_on == "error" else {Severity.ERROR, Severity.WARNING}
    return int(any(r.verdict is Verdict.UNREADABLE or any(f.severity in grave for f in _findings(r)) for r in reports))


def _findings(report: Checked) -> Sequence[Finding]:
    return report.judgement.findings if report.judgement else ()
