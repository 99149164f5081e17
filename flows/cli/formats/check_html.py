"""One file to open in a browser: the review page of every report, one after the other."""

from collections.abc import Sequence
from dataclasses import replace

from expectations.catalogue import catalogue
from expectations.data_docs import ReportPage, page_id, render_check
from flows.checked import Checked
from flows.cli.voice import Voice
from gouji.version import version


def write(reports: Sequence[Checked], voice: Voice) -> str:
    versions = {"gouji": version(), "rules": catalogue().hash}
    pages = [replace(_page(report), versions=versions) for report in reports]
    return render_check(pages, voice.language)


def _page(checked: Checked) -> ReportPage:
    report = checked.report
    return ReportPage(
        id=page_id(checked.agency, report.report_year if report else None, checked.sha256),
        source="gouji check",
        location=checked.source,
        sha256=checked.sha256,
        report=report,
        judgement=checked.judgement,
        agency=checked.agency,
        trouble=checked.trouble,
        published_on=report.published_on if report else None,
        previous=checked.previous,
        renderings=checked.renderings,
    )
