"""Whether a schedule in cron's five fields can ever fire, and when it does next."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import product

_FIELDS = (("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("weekday", 0, 7))
_MONTHS = dict(zip(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], range(1, 13), strict=True))
_WEEKDAYS = dict(zip(["sun", "mon", "tue", "wed", "thu", "fri", "sat"], range(7), strict=True))
_LONGEST = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_PART = re.compile(r"(?P<first>\*|\w+)(?:-(?P<last>\w+))?(?:/(?P<step>\d+))?")


def is_cron(text: str) -> bool:
    """Whether the text is minute, hour, day, month, weekday, each in its range, and names a day that exists."""
    fields = text.split()
    if len(fields) != len(_FIELDS):
        return False
    sets = [_numbers(field, name, low, high) for field, (name, low, high) in zip(fields, _FIELDS, strict=True)]
    return all(sets) and (fields[4] != "*" or _some_day_exists(sets[2], sets[3]))


def next_time(text: str, after: datetime) -> datetime:
    """The first moment after this one, on the same clock, at which a valid schedule fires."""
    minutes, hours, days, months, weekdays = (
        _numbers(field, name, low, high) for field, (name, low, high) in zip(text.split(), _FIELDS, strict=True)
    )
    either = "*" not in (text.split()[2][0], text.split()[4][0])  # cron's own rule: of a day and a weekday either will do
    times = [time(hour, minute) for hour in sorted(hours) for minute in sorted(minutes)]
    day = after.date()
    while True:  # some day of it exists, or it would not be valid
        if day.month in months and _falls(day, days, weekdays, either):
            for moment in times:
                if (found := datetime.combine(day, moment, after.tzinfo)) > after:
                    return found
        day += timedelta(days=1)


def _falls(day: date, days: set[int], weekdays: set[int], either: bool) -> bool:
    of_month, of_week = day.day in days, bool({day.isoweekday(), day.isoweekday() % 7} & weekdays)
    return of_month or of_week if either else of_month and of_week


def fires_at(text: str, moment: datetime) -> bool:
    """Whether the schedule has a run in this minute of its own time zone. With both a day and a weekday given, either is enough."""
    minutes, hours, days, months, weekdays = _sets(text)
    if moment.minute not in minutes or moment.hour not in hours or moment.month not in months:
        return False
    is_day, is_weekday = moment.day in days, bool({moment.isoweekday(), moment.isoweekday() % 7} & weekdays)
    _, _, day, _, weekday = text.split()
    return (is_day or is_weekday) if not (day.startswith("*") or weekday.startswith("*")) else (is_day and is_weekday)


@cache
def _sets(text: str) -> tuple[set[int], ...]:
    return tuple(_numbers(field, name, low, high) for field, (name, low, high) in zip(text.split(), _FIELDS, strict=True))


def _numbers(field: str, name: str, low: int, high: int) -> set[int]:
    """The numbers that a field stands for; none where any part of it is wrong."""
    parts = [_part(part, name, low, high) for part in field.split(",")]
    return set().union(*parts) if all(parts) else set()


def _part(part: str, name: str, low: int, high: int) -> set[int]:
    match = _PART.fullmatch(part)
    if match is None or (match["first"] == "*" and match["last"]):
        return set()
    first = low if match["first"] == "*" else _number(match["first"], name)
    step = int(match["step"] or 1)
    last = _last(match, name, first, high)
    if first is None or last is None or step == 0 or not low <= first <= last <= high:
        return set()
    return set(range(first, last + 1, step))


def _last(match: re.Match[str], name: str, first: int | None, high: int) -> int | None:
    if match["last"]:
        return _number(match["last"], name)
    return high if match["first"] == "*" or match["step"] else first


def _number(word: str, name: str) -> int | None:
    names = {"month": _MONTHS, "weekday": _WEEKDAYS}.get(name, {})
    return int(word) if word.isascii() and word.isdigit() else names.get(word.lower())


def _some_day_exists(days: set[int], months: set[int]) -> bool:
    return any(day <= _LONGEST[month] for day, month in product(days, months))
