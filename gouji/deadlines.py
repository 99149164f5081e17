"""Until when a report may be published: the law's days, moved where an organisation's file says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Deadlines:
    """`days` are month and day by who must publish (`department`, `government`) where they are not the law's.

    `holidays` are days off, `workdays` Saturdays and Sundays on which offices work; `weekends` tells whether the other Saturdays and
    Sundays are days off too. A deadline on a day off moves to the next day on which offices work. `grace` days follow that.
    The law moves nothing and knows no grace, so nothing is moved by default.
    """

    days: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    weekends: bool = False
    grace: int = 0

    def day(self, who: str, law: date) -> date:
        """The day by which this kind of body must publish, the law's day given; neither moved nor with its grace yet."""
        month, day = self.days.get(who, (law.month, law.day))
        return date(law.year, month, day)

    def last(self, day: date) -> date:
        """The last day that is still in time for this deadline."""
        while self._off(day):
            day += timedelta(days=1)
        return day + timedelta(days=self.grace)

    def _off(self, day: date) -> bool:
        if day in self.workdays:
            return False
        return day in self.holidays or (self.weekends and day.weekday() >= 5)
