"""One file to open in a browser: the review page of every report, one after the other."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace

from expectations.data_docs import Picture, ReportPage, page_id, render_check
from flows.checked import Checked
from flows.cli.voice import Voice
from flows.files import bytes_again
from flows.pictures import Ask, drawn, request_of
from gouji.evidence import Evidence
from gouji.evidence.isolated import Drawings, Task
from gouji.finding import Words
from gouji.version import version
from gouji.words import words


def write(reports: Sequence[Checked], voice: Voice) -> str:
    pages = [_page(report) for report in reports]
    return render_check(_with_pictures(pages), voice.language)


def _with_pictures(pages: Sequence[ReportPage]) -> list[ReportPage]:
    """The pages with their pictures in them, so that all is one file."""
    gone: set[int] = set()
    made = drawn(_tasks(pages, gone))
    lost = words("pages.bytes-gone")
    return [_pictured(page, made.get(str(number)), lost if number in gone else None) for number, page in enumerate(pages)]


def _tasks(pages: Sequence[ReportPage], gone: set[int]) -> Iterator[Task]:
    """What is to be drawn; the numbers of pages whose document is not there any more are put into `gone`."""
    for number, page in enumerate(pages):
        request = request_of(Ask(str(number), page.report, page.judgement, {})) if page.report else None
        if request is None or not request.wanted:
            continue
        data = bytes_again(page.location, page.sha256, [file.name for file in page.report.files] if page.report else ())
        if data is None:
            gone.add(number)
        else:
            yield Task(str(number), data, request)


def _pictured(page: ReportPage, drawings: Drawings | None, lost: Words | None) -> ReportPage:
    if drawings is None:
        return replace(page, no_pictures=lost)
    pictures = {name: Picture(one, "" if one.excerpts or one.quotes else _inline(one)) for name, one in drawings.by_fingerprint.items()}
    return replace(page, pictures=pictures, no_pictures=drawings.trouble)


def _inline(evidence: Evidence) -> str:
    kind = "image/png" if evidence.suffix == "png" else "image/svg+xml"
    return f"data:{kind};base64,{b64encode(evidence.picture).decode()}"


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
        versions={"gouji": version(), "rules": checked.rulebook.hash},
        titles=checked.rulebook.titles(),
        changes=checked.rulebook.changes,
    )
