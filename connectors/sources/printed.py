"""What pages print where an address, a number or a day should stand: it may be anything, and never ends a look."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urljoin, urlsplit


def address(base: str, printed: str | None) -> str | None:
    """Where a link of the page at `base` leads; None for an address that nobody could open."""
    try:
        url = urljoin(base, (printed or "").strip())
        urlsplit(url)
    except ValueError:
        return None
    return url


def addresses(base: str, printed: Iterable[str]) -> list[str]:
    """Those of the links that somebody could open."""
    return [url for one in printed if (url := address(base, one)) is not None]


def number(printed: str) -> int | None:
    """A number in plain digits, of a size that counts something; None for anything else."""
    return int(printed) if printed.isascii() and printed.isdigit() and len(printed) < 10 else None


def day(year: str, month: str, of_month: str) -> date | None:
    """The day; None where the calendar has none such."""
    try:
        return date(int(year), int(month), int(of_month))
    except ValueError:
        return None
