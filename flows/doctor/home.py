"""The office's own things: its folder, the room on its disk, its ledger, its rules and texts."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from expectations.organisation import rulebook_of
from flows.doctor.model import Look, State, looked
from flows.letters.sample import sample
from flows.letters.texts import Texts
from gouji.finding import Words
from gouji.ledger import exists, has_todays_schema
from gouji.settings import Settings
from gouji.words import words

# Ten thousand PDFs of about a megabyte fit in the archive ten times over; a patrol over sixty bodies needs some 100 MB.
LITTLE_ROOM = 1_000_000_000


def home(settings: Settings) -> Look:
    what = words("doctor.home")
    there = _nearest(settings.home)
    if not os.access(there, os.W_OK | os.X_OK):
        return Look(what, State.MISSING, words("doctor.home-closed", path=settings.home), words("doctor.home-open", path=there))
    free = shutil.disk_usage(there).free
    said = words("doctor.home-ready" if settings.home.is_dir() else "doctor.home-new", path=settings.home, room=f"{free / 1e9:.1f}")
    if free < LITTLE_ROOM:
        return Look(what, State.MISSING, said, words("doctor.home-room"))
    return Look(what, State.READY, said)


def ledger(settings: Settings) -> Look:
    what = words("doctor.ledger")
    return looked(what, lambda: _ledger(settings.ledger_url))


def own_files(settings: Settings) -> Iterator[Look]:
    """The organisation's rules and texts, tried as a patrol reads them; where it has none, nothing is said."""
    if settings.rules:
        rules = settings.rules.path
        yield looked(words("doctor.rules"), lambda: _rules(rules))
    if settings.templates:
        folder = settings.templates.path
        yield looked(words("doctor.templates"), lambda: _templates(folder))


def _rules(path: Path) -> Words:
    rulebook_of(path)
    return words("doctor.own-ready", path=path)


def _templates(folder: Path) -> Words:
    Texts(folder).check(sample)
    return words("doctor.own-ready", path=folder)


def _ledger(url: str) -> Words:
    if not exists(url):
        return words("doctor.ledger-new")
    return words("doctor.ledger-ready" if has_todays_schema(url) else "doctor.ledger-older")


def _nearest(folder: Path) -> Path:
    """The folder itself, or the one above it that is there."""
    return next(path for path in (folder, *folder.parents) if path.exists())
