"""The days of a report: those of its year on which its body existed, and when it can have been signed."""

from collections.abc import Iterator
from datetime import date

from expectations.frames.kind import Case
from gouji.report import Report

# A period that misses more days than this may be a body's that was founded or dissolved within the year.
_DAYS_OF_A_SLIP = 31


def whole_year(case: Case) -> tuple[date, date] | None:
    """The days of the report year on which the body existed, as far as the roster says."""
    year, agency = case.report.report_year, case.dossier.agency
    if year is None:
        return None
    founded, dissolved = (agency.founded, agency.dissolved) if agency else (None, None)
    start = founded if founded and founded.year == year else date(year, 1, 1)
    end = dissolved if dissolved and dissolved.year == year else date(year, 12, 31)
    return start, end


def signing(report: Report) -> tuple[float | None, float | None, float | None]:
    """The first day on which the report can be signed, the day under it, and the last: the day of publication where that is earlier."""
    year, signed = report.report_year, report.signed_on
    if year is None or signed is None:
        return None, None, None
    last, published = date(year + 1, 12, 31), report.published_on
    if published and published.year > year:
        last = min(last, published)
    return day_number(date(year + 1, 1, 1)), day_number(signed), day_number(last)


def doubts_of_signature(case: Case) -> Iterator[str]:
    """A later version is signed later, and a page's own day may be its draft's; a body that was dissolved reports early."""
    report, year, signed = case.report, case.report.report_year, case.report.signed_on
    yield from report.doubts
    if not report.year.sure:
        yield "year"
    if year is None or signed is None:
        return
    if signed > date(year + 1, 12, 31):
        yield "may-be-a-later-version"
    elif signed >= date(year + 1, 1, 1):
        yield "page-day"
    ended = report.period is not None and report.period.end < date(year, 12, 31)
    if signed < date(year + 1, 1, 1) and (ended or (case.dossier.agency and case.dossier.agency.dissolved)):
        yield "founded-or-dissolved"


def may_be_part_of_a_year(case: Case) -> bool:
    """Whether so many days are missing that the body may have been founded or dissolved within the year."""
    whole, period = whole_year(case), case.report.period
    if whole is None or period is None:
        return False
    return (period.start - whole[0]).days > _DAYS_OF_A_SLIP or (whole[1] - period.end).days > _DAYS_OF_A_SLIP


def day_number(day: date) -> float:
    """The day as a number like 20240131, so that later days are larger."""
    return float(day.year * 10000 + day.month * 100 + day.day)


def span(start: date, end: date) -> str:
    """Both days in one text."""
    return f"{start.isoformat()}/{end.isoformat()}"
