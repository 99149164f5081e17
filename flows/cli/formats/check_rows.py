"""Findings and reports as rows, for CSV and XLSX."""

from collections.abc import Iterator, Sequence

from flows.checked import Checked
from flows.cli.formats.as_json import agency_name
from flows.cli.formats.sheet import Value
from flows.cli.voice import Voice
from gouji.finding import Finding
from gouji.words.places import spot_in_words

FINDINGS = (
    "source",
    "agency",
    "year",
    "rule",
    "severity",
    "doubt",
    "message",
    "where",
    "figures",
    "expected",
    "actual",
    "basis",
    "fix",
    "also",
    "fingerprint",
)
REPORTS = ("source", "sha256", "agency", "year", "form", "verdict", "errors", "warnings", "infos", "reason", "renderings")
NOT_CHECKED = ("source", "agency", "year", "rule", "reason")


def finding_rows(reports: Sequence[Checked], voice: Voice) -> Iterator[list[Value]]:
    for report in reports:
        for finding in report.judgement.findings if report.judgement else ():
            yield [*_of(report), *_finding(finding, voice)]


def _of(report: Checked) -> list[Value]:
    return [report.source, agency_name(report), report.report.report_year if report.report else None]


def _finding(finding: Finding, voice: Voice) -> list[Value]:
    places = "；".join(voice.say(spot) for place in finding.where if (spot := spot_in_words(place)))
    told = [finding.rule, str(finding.severity), "true" if finding.doubt else "false", voice.say(finding.message), places]
    numbers = [" ".join(finding.figures), finding.expected, finding.actual]
    return [*told, *numbers, finding.basis, voice.say(finding.fix) if finding.fix else None, " ".join(finding.also), finding.fingerprint]


def report_rows(reports: Sequence[Checked], voice: Voice) -> Iterator[list[Value]]:
    for report in reports:
        source, agency, year = _of(report)
        counts = report.judgement.counts() if report.judgement else {}
        numbers = [counts.get(name, 0) for name in ("error", "warning", "info")]
        reason = voice.say(report.trouble) if report.trouble else None
        form = report.report.form if report.report else None
        yield [source, report.sha256, agency, year, form, str(report.verdict), *numbers, reason, " ".join(report.renderings)]


def not_checked_rows(reports: Sequence[Checked], voice: Voice) -> Iterator[list[Value]]:
    for report in reports:
        for entry in report.judgement.not_checked if report.judgement else ():
            yield [*_of(report), entry.rule, voice.say(entry.reason)]
