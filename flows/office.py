"""Where a patrol works: ledger, archive, roster and settings, opened together and closed together."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from expectations.organisation import rulebook_of
from expectations.rulebook import Rulebook, installed
from flows.blocks import look_up_blocks_of
from flows.letters.sample import sample
from flows.letters.texts import Texts
from gouji.archive import Archive
from gouji.clock import CHINA
from gouji.errors import ConfigError
from gouji.language import Language, language
from gouji.ledger import Ledger, exists, filings, leases, open_ledger, patrols, rehearse, said
from gouji.ledger.book import silent
from gouji.roster import Roster, read_roster
from gouji.settings import Settings
from gouji.waivers import Waiver, holding
from gouji.words import words


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Office:
    """`now` is the clock. `checkpoint` hears every boundary at which a patrol may be cut off. In a rehearsal nothing lasts."""

    settings: Settings
    ledger: Ledger
    archive: Archive
    roster: Roster | None
    language: Language
    now: Callable[[], datetime] = utc_now
    checkpoint: Callable[[str], None] = silent
    rehearsal: bool = False
    rulebook: Rulebook = field(default_factory=installed)
    texts: Texts = field(default_factory=Texts)

    @property
    def waivers(self) -> tuple[Waiver, ...]:
        """Those that hold today: of the organisation's file, and what persons said on tickets."""
        with self.ledger.reading() as session:
            return holding((*self.rulebook.waivers, *said.waivers(session)), self.today)

    @property
    def pages(self) -> Path:
        """Where pages are written; those of a rehearsal lie apart."""
        return self.settings.rehearsed if self.rehearsal else self.settings.pages

    @property
    def today(self) -> date:
        return self.now().astimezone(CHINA).date()


@contextmanager
def open_office(
    settings: Settings,
    *,
    dry_run: bool = False,
    now: Callable[[], datetime] = utc_now,
    checkpoint: Callable[[str], None] = silent,
) -> Iterator[Office]:
    """The office that the settings describe. With `dry_run` it works on a ledger and an archive in which nothing lasts."""
    look_up_blocks_of(settings)
    with ExitStack() as stack:
        roster = read_roster(settings.roster.path) if settings.roster else None
        rulebook = rulebook_of(settings.rules.path if settings.rules else None)
        texts = Texts(settings.templates.path if settings.templates else None)
        texts.check(sample)
        check_agencies(settings, roster)
        ledger, archive = _rehearsed(settings, stack) if dry_run else _real(settings)
        stack.callback(ledger.close)
        ledger.checkpoint = checkpoint
        tongue = language(None, settings, os.environ)
        yield Office(settings, ledger, archive, roster, tongue, now, checkpoint, dry_run, rulebook, texts)


@contextmanager
def patrolling(office: Office) -> Iterator[int]:
    """The number of a patrol that nobody else makes at the same time; another one that still lives is a UsageError."""
    with alone(office):
        with office.ledger.writing("patrol begun") as session:
            filings.configured(session, office.settings.tracker_names)
            number = patrols.begin(session, office.now())
        yield number


@contextmanager
def alone(office: Office) -> Iterator[None]:
    """Nobody else patrols or judges in this ledger meanwhile; leases.Held where somebody does already."""
    holder = leases.Holder.this(uuid4().hex)
    with _lease_ledger(office) as ledger:
        with ledger.writing("lease taken") as session:
            leases.take(session, "patrol", holder, office.now())
        if ledger is office.ledger:
            ledger.guard = lambda session: leases.keep(session, "patrol", holder, office.now())
        try:
            yield
        finally:
            ledger.guard = None
            with ledger.writing("lease given back") as session:
                leases.give_back(session, "patrol", holder)


def check_agencies(settings: Settings, roster: Roster | None) -> None:
    """A notice on a body that the roster does not have is a ConfigError with its line: it would tell nothing, for ever."""
    for number, notice in enumerate(settings.notices):
        if notice.agency and (roster is None or roster.find(notice.agency) is None):
            line = settings.line("notices", number, "agency") or 1
            raise ConfigError(words("settings.no-such-agency", path=settings.path, line=line, agency=notice.agency))


def _real(settings: Settings) -> tuple[Ledger, Archive]:
    return open_ledger(settings.ledger_url), Archive(settings.archive)


def _rehearsed(settings: Settings, stack: ExitStack) -> tuple[Ledger, Archive]:
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="gouji-dry-run-")))
    return rehearse(settings.ledger_url, folder), Archive(folder / "archive", behind=Archive(settings.archive))


@contextmanager
def _lease_ledger(office: Office) -> Iterator[Ledger]:
    """Where the lease is taken: of a rehearsal, too, in the real ledger, unless there is none yet."""
    if not office.rehearsal or not exists(office.settings.ledger_url):
        yield office.ledger
        return
    ledger = open_ledger(office.settings.ledger_url)
    try:
        yield ledger
    finally:
        ledger.close()
