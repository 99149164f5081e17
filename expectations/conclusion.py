"""Findings -> the verdict on a report, with what an organisation waives taken into account. Imports no Great Expectations."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from gouji.agency import Agency
from gouji.finding import Finding, Severity, Verdict
from gouji.judgement import Judgement
from gouji.report import Report, State
from gouji.waivers import Waiver, first_that_fits


def verdict(report: Report, standing: Iterable[Finding]) -> Verdict:
    """What the findings make of the report; what is waived makes nothing of it."""
    grave = [finding for finding in standing if finding.severity is Severity.ERROR and not finding.waived]
    if any(finding.accuses for finding in grave):
        return Verdict.FAIL
    return Verdict.REVIEW if grave or _unsure(report) else Verdict.PASS


def with_waivers(judgement: Judgement, waivers: Sequence[Waiver], report: Report, agency: Agency | None) -> Judgement:
    """The judgement with these waivers, and none but these, laid over it."""
    if judgement.verdict is Verdict.UNREADABLE:
        return judgement
    name, year = report.agency.value, report.report_year

    def laid(findings: Sequence[Finding]) -> tuple[Finding, ...]:
        return tuple(replace(f, waived=first_that_fits(waivers, f, agency, name, year)) for f in findings)

    standing = laid(judgement.findings)
    return replace(judgement, verdict=verdict(report, standing), findings=standing, trial=laid(judgement.trial))


def _unsure(report: Report) -> bool:
    """Whether a figure could not surely be placed or read, or the document was not surely read whole."""
    if report.doubts or any(table.doubts for table in report.tables.values()):
        return True
    return any(figure.doubts or figure.state is _UNREADABLE for figure in report.figures.values())


_UNREADABLE = State.UNREADABLE  # looked up once: there are two hundred figures a report
