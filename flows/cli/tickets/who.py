"""Who speaks."""

import getpass

from gouji.errors import UsageError
from gouji.words import words


def user() -> str:
    """The name under which the person works on this machine."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a process whose number has no name; Python raises the latter from 3.13 on
        raise UsageError(words("tickets.no-name")) from None


def number(ticket_id: str) -> int:
    """The ticket's number as a person writes it, with or without its mark."""
    written = ticket_id.removeprefix("#")
    if not is_number(written):
        raise UsageError(words("ledger.no_ticket", id=ticket_id))
    return int(written)


def is_number(written: str) -> bool:
    """Whether it may be the number of anything in the ledger, whose columns hold no more than ten digits."""
    return written.isascii() and written.isdigit() and len(written) < 10
