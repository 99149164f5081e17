"""JSON as the outside contract has it."""

from collections.abc import Sequence
from decimal import Decimal

from expectations.rulebook import Rulebook
from flows.checked import Checked
from flows.files import ReadFile
from gouji.finding import Severity
from gouji.report import Figure, Period, Report, Stranger, TableReading
from gouji.words.doubts import doubt_words


def report_json(file: ReadFile) -> dict[str, object]:
    """REPORT of gouji/read-1; one that could not be read has nothing but the reason."""
    report = file.report
    return {
        "source": file.source,
        "sha256": file.sha256,
        **_files(report),
        "agency": report.agency.value if report else None,
        "year": report.report_year if report else None,
        "form": report.form if report else None,
        "title": report.title.text if report and report.title else None,
        "published_on": _day(report.published_on) if report else None,
        "signed_on": _day(report.signed_on) if report else None,
        "period": _period(report.period) if report else None,
        "sections": _sections(report) if report else [],
        "figures": {name: figure_json(figure) for name, figure in report.figures.items()} if report else {},
        **_doubtful(report),
        "reason": file.trouble.as_json() if file.trouble else None,
    }


def _files(report: Report | None) -> dict[str, object]:
    """The pictures that are the report's pages, where it came in several."""
    files = [{"name": file.name, "sha256": file.sha256, "page": file.page} for file in report.files] if report else []
    return {"files": files} if files else {}


def _doubtful(report: Report | None) -> dict[str, object]:
    """What makes the document and its tables doubtful, what of it was not read, and the rows that the form does not know."""
    return {
        "doubts": _reasons(report.doubts) if report else [],
        "unread": _reasons(report.unread) if report else [],
        "tables": {table.id: _table(table) for table in report.tables.values()} if report else {},
    }


def _table(table: TableReading) -> dict[str, object]:
    return {"doubts": _reasons(table.doubts), "strange": [_stranger(row) for row in table.strange]}


def _stranger(row: Stranger) -> dict[str, object]:
    return {"label": row.label, "printed": list(row.printed), "where": row.place.as_json() if row.place else None}


def _reasons(doubts: Sequence[str]) -> list[dict[str, object]]:
    return [{"name": doubt.partition(":")[0], **doubt_words(doubt).as_json()} for doubt in doubts]


def figure_json(figure: Figure) -> dict[str, object]:
    """FIGURE: the printed text, its number and where it stands; `second` only where it was read in a second way."""
    again = {} if figure.second is None else {"second": figure.second}
    return {
        "value": None if figure.value is None else number(figure.value),
        "raw": figure.raw,
        "state": str(figure.state),
        "sure": figure.sure,
        "where": figure.place.as_json() if figure.place else None,
        **again,
    }


def number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def checked_json(checked: Checked) -> dict[str, object]:
    """CHECKED of gouji/check-1."""
    report, judgement = checked.report, checked.judgement
    counts = judgement.counts() if judgement else {str(severity): 0 for severity in Severity}
    return {
        "source": checked.source,
        "sha256": checked.sha256,
        **_files(report),
        "renderings": list(checked.renderings),
        "agency": agency_name(checked),
        "year": report.report_year if report else None,
        "form": report.form if report else None,
        "published_on": _day(report.published_on) if report else None,
        "verdict": str(checked.verdict),
        "reason": checked.trouble.as_json() if checked.trouble else None,
        **_doubtful(report),
        "counts": counts,
        "findings": [finding.as_json() for finding in judgement.findings] if judgement else [],
        "trial": [finding.as_json() for finding in judgement.trial] if judgement else [],
        "not_checked": [entry.as_json() for entry in judgement.not_checked] if judgement else [],
    }


def rules_json(book: Rulebook) -> dict[str, object]:
    """What an organisation made of the rules, under the key `rules`; nothing where they are as gouji delivers them."""
    if not (book.changes or book.local):
        return {}
    changes = [change.as_json() for change in book.changes]
    return {"rules": {"hash": book.hash, "off": list(book.off), "local": list(book.local), "changes": changes}}


def agency_name(checked: Checked) -> str | None:
    """The agency's name as settled, else as the report says it."""
    if checked.agency:
        return checked.agency.name
    return checked.report.agency.value if checked.report else None


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _period(period: Period | None) -> list[str] | None:
    return None if period is None else [str(period.start), str(period.end)]


def _sections(report: Report) -> list[dict[str, object]]:
    return [{"number": section.number, "heading": section.heading, "text": section.text} for section in report.sections]
