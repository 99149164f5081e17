"""The roster that the configuration names, and what the last patrol found of its bodies."""

from collections.abc import Sequence

from flows.cli.store import ledger_of
from gouji.errors import UsageError
from gouji.ledger import duties, exists, tables
from gouji.roster import Roster, read_roster
from gouji.settings import Settings
from gouji.words import words


def known_roster(settings: Settings) -> Roster:
    """The roster; a UsageError where none is configured."""
    if settings.roster is None:
        raise UsageError(words("roster.not-configured", path=settings.path))
    return read_roster(settings.roster.path)


def known_duties(settings: Settings) -> Sequence[tables.Duty]:
    """How each body stands; nothing before the first patrol."""
    if not exists(settings.ledger_url):
        return ()
    with ledger_of(settings) as ledger, ledger.reading() as session:
        return duties.all_duties(session)
