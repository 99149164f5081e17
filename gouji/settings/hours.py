"""Hours of the day at which nothing is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time


@dataclass(frozen=True, slots=True)
class Hours:
    """From `begin` until just before `end`, past midnight where `end` is the earlier."""

    begin: time
    end: time

    def hold(self, moment: datetime) -> bool:
        """Whether this moment, in the office's own time, is within them."""
        now = moment.time()
        if self.begin < self.end:
            return self.begin <= now < self.end
        return now >= self.begin or now < self.end

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"


def quiet_at(hours: Iterable[Hours], moment: datetime) -> bool:
    """Whether the moment is within any of them."""
    return any(some.hold(moment) for some in hours)
