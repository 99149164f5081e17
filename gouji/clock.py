"""China's clock: the law's years and what people read go by it."""

from datetime import datetime, timedelta, timezone

# China's clocks never change, so no time zone database is needed.
CHINA = timezone(timedelta(hours=8))


def shown(moment: datetime) -> str:
    """The moment as a person in China reads it, to the minute."""
    return moment.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
