"""Schedules and quiet hours."""

from datetime import datetime, time

import pytest

from gouji.settings.cron import is_cron, next_time
from gouji.settings.hours import Hours, quiet_at


@pytest.mark.parametrize("text", ["* * * * *", "0 6 * 1-3 *", "*/15 8-18/2 1,15 * mon", "0 0 29 2 *", "0 0 31 2 1", "5/10 * * * 7"])
def test_a_schedule_that_fires_is_accepted(text: str) -> None:
    assert is_cron(text)


@pytest.mark.parametrize("text", ["", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "a * * * *", "*/0 * * * *", "0 0 30 2 *", "5-3 * * * *", "@daily"])  # fmt: skip
def test_a_schedule_that_never_fires_is_refused(text: str) -> None:
    assert not is_cron(text)


@pytest.mark.parametrize(
    ("cron", "after", "fires"),
    [
        ("0 6 * 1-3 *", datetime(2026, 1, 31, 6, 0), datetime(2026, 2, 1, 6, 0)),
        ("0 6 * 1-3 *", datetime(2026, 3, 31, 6, 1), datetime(2027, 1, 1, 6, 0)),
        ("30 22,8 * * mon-fri", datetime(2026, 2, 6, 23, 0), datetime(2026, 2, 9, 8, 30)),
        ("0 0 1 * 0", datetime(2026, 2, 2, 0, 0), datetime(2026, 2, 8, 0, 0)),
        ("0 0 29 2 *", datetime(2026, 3, 1, 0, 0), datetime(2028, 2, 29, 0, 0)),
    ],
)
def test_a_schedule_tells_when_it_fires_next(cron: str, after: datetime, fires: datetime) -> None:
    assert next_time(cron, after) == fires


@pytest.mark.parametrize(("at", "quiet"), [("21:59", False), ("22:00", True), ("03:00", True), ("06:59", True), ("07:00", False)])
def test_quiet_hours_go_past_midnight(at: str, quiet: bool) -> None:
    hours = [Hours(time.fromisoformat("22:00"), time.fromisoformat("07:00"))]
    assert quiet_at(hours, datetime.fromisoformat(f"2025-03-03T{at}:00+08:00")) is quiet
