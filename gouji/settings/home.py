"""The folders in which gouji keeps what it knows."""

import tempfile
from pathlib import Path

from gouji.errors import ConfigError
from gouji.settings.model import Settings
from gouji.words import words
from gouji.words.refusals import reason_of


def make_home(settings: Settings) -> None:
    """The home folder, archive, pages and logs are there and can be written; else a ConfigError that says what to do."""
    for folder in (settings.home, settings.archive, settings.pages, settings.logs):
        try:
            _make_writable(folder)
        except OSError as error:
            line = settings.line("home") or 1
            raise ConfigError(
                words("settings.home-unwritable", path=settings.path, line=line, folder=folder, reason=reason_of(error))
            ) from error


def _make_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Only a real file tells: permission bits say nothing on a full disk, a read-only mount or a network share.
    with tempfile.TemporaryFile(dir=folder):
        pass
