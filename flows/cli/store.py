"""The ledger, opened for a command that only looks at it or writes down a person's word."""

from collections.abc import Iterator
from contextlib import contextmanager

from gouji.errors import UsageError
from gouji.ledger import Ledger, exists, open_ledger
from gouji.settings import Settings
from gouji.words import words


@contextmanager
def ledger_of(settings: Settings) -> Iterator[Ledger]:
    """The ledger as it is. One that nobody has made yet is not made by looking."""
    if not exists(settings.ledger_url):
        raise UsageError(words("tickets.no-ledger", config=settings.path))
    ledger = open_ledger(settings.ledger_url)
    try:
        yield ledger
    finally:
        ledger.close()
