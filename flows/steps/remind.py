"""Some days before a deadline the office is told, once for each of these days, who has not published yet.

These are events, of which its next letter tells with all else; letters of the deadline alone (flows/letters/deadlines.py) go to
whoever the configuration names, and who gets these is not reminded a second time.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flows.office import Office
from gouji.ledger import duties, events, tables


@dataclass(frozen=True, slots=True)
class _Reminder:
    """`mark` is the configured number of days that has been reached."""

    year: int
    due: date
    mark: int
    owing: tuple[tables.Duty, ...]

    @property
    def key(self) -> str:
        return f"remind-{self.year}-{self.due.isoformat()}-{self.mark}"


def remind(office: Office) -> None:
    """What newly is to be remembered is an event; the next letter tells of it."""
    with office.ledger.reading() as session:
        told = events.keys(session, "reminder")
        new = [one for one in _reminders(duties.all_duties(session), office) if one.key not in told]
    if not new:
        return
    with office.ledger.writing("settle: reminders") as session:
        for one in new:
            body: dict[str, object] = {
                "year": one.year, "due": one.due.isoformat(), "days": (one.due - office.today).days,
                "agencies": [{"id": duty.agency_id, "name": duty.agency} for duty in one.owing],
            }  # fmt: skip
            events.record(session, one.key, "reminder", office.now(), body=body)


def _reminders(owed: Sequence[tables.Duty], office: Office) -> Iterator[_Reminder]:
    """One for each deadline that is near. Of whom a document may be the report, or whose lists nobody has read, nothing is said."""
    near: dict[tuple[int, date], list[tables.Duty]] = defaultdict(list)
    for duty in owed:
        if duty.state == "open" and duty.due and duties.is_owing(duty):
            near[duty.year, duty.due].append(duty)
    for (year, due), owing in sorted(near.items()):
        left = (due - office.today).days
        reached = [mark for mark in office.settings.deadline.remind_days if 0 <= left <= mark]
        if reached:
            yield _Reminder(year, due, min(reached), tuple(owing))
