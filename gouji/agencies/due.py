"""By which day a body must have published its report on a year, or why none is due or nobody knows."""

import re
from dataclasses import dataclass
from datetime import date

from gouji.agencies.duties import duty_of
from gouji.agency import Agency
from gouji.deadlines import Deadlines

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Due:
    """`excused`: none is due (founded-later, dissolved-before). `reason`: nobody knows whether or until when one is."""

    day: date | None = None
    excused: str | None = None
    reason: str | None = None


def due_of(agency: Agency, year: int, deadlines: Deadlines) -> Due:
    """The roster's own day, if it is of this year's reports, else the law's, else that of a local notice."""
    unclear = dict(agency.unclear)
    day, reason = _day(agency, year, deadlines)
    if agency.founded and agency.founded.year > year:
        return Due(day, excused="founded-later")
    # A body dissolved within the days in which reports are published leaves it to its successor.
    if agency.dissolved and (agency.dissolved.year <= year or (day is not None and agency.dissolved <= day)):
        return Due(day, excused="dissolved-before")
    if "founded" in unclear and not _year_at_most(unclear["founded"], year):
        return Due(day, reason="founding-unclear")
    if "dissolved" in unclear:
        return Due(day, reason="end-unclear")
    if "deadline" in unclear:
        return Due(None, reason="deadline-unclear")
    return Due(day, reason=reason)


def _day(agency: Agency, year: int, deadlines: Deadlines) -> tuple[date | None, str | None]:
    if agency.deadline and agency.deadline.year == year + 1:
        return deadlines.shifted(agency.deadline), None
    duty = duty_of(agency)
    if duty is None:
        return None, "duty-unknown"
    due = {"department": deadlines.department, "government": deadlines.government}.get(duty) or deadlines.local.get(agency.kind or "")
    if due is None:
        return None, "deadline-of-another-year" if agency.deadline else "no-local-deadline"
    return deadlines.day(due, year), None


def _year_at_most(printed: str, year: int) -> bool:
    """Whether the text names a year, and none after this one: 2019年春."""
    years = [int(found) for found in _YEAR.findall(printed)]
    return bool(years) and max(years) <= year
