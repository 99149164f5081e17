"""The days by which reports must be public: 《政府信息公开条例》第四十九条, and what a place adds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

Day = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Month and day of the year after the report year. `local` has those of a local notice by kind of body (gouji.agency.KINDS).

    `holidays` are days off; with `weekends` Saturdays and Sundays are too, but for `workdays`, on which offices work. A deadline on
    a day off moves to the next that is none; then `grace` days are added. The law moves nothing, so nothing is moved by default.
    """

    department: Day = (1, 31)
    government: Day = (3, 31)
    local: Mapping[str, Day] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    weekends: bool = False
    grace: int = 0

    def day(self, due: Day, report_year: int) -> date:
        """The last day on which publication is in time."""
        return self.shifted(date(report_year + 1, *due))

    def shifted(self, day: date) -> date:
        """The day moved past days off and by the days of grace."""
        while self._off(day):
            day += timedelta(days=1)
        return day + timedelta(days=self.grace)

    def _off(self, day: date) -> bool:
        if day in self.workdays:
            return False
        return day in self.holidays or (self.weekends and day.weekday() >= 5)
