"""A password or token that stands outside the configuration and is looked up only when it is used."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gouji.errors import ConfigError
from gouji.words import words

_OTHERS_MAY_READ = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class Secret:
    """Where the secret is: a variable of the environment, or a file. Only `reveal` ever holds its value."""

    env: str | None = None
    file: Path | None = None

    def reveal(self, environ: Mapping[str, str] | None = None) -> str:
        """The secret itself, without the line end that an editor leaves in a file."""
        if self.env is not None:
            return _from_environment(self.env, os.environ if environ is None else environ)
        if self.file is not None:
            return _from_file(self.file)
        raise ValueError("a secret names a variable or a file")

    def __repr__(self) -> str:
        return f"Secret(env={self.env!r})" if self.env is not None else f"Secret(file={str(self.file)!r})"


def _from_environment(name: str, environ: Mapping[str, str]) -> str:
    value = environ.get(name, "")
    if not value:
        raise ConfigError(words("settings.secret-env-unset", name=name))
    return value


def _from_file(path: Path) -> str:
    try:
        _refuse_what_others_read(path)
        value = path.read_text("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(words("settings.secret-file-unreadable", path=path, reason=error)) from error
    if not value:
        raise ConfigError(words("settings.secret-file-empty", path=path))
    return value


def _refuse_what_others_read(path: Path) -> None:
    # Docker and systemd hand secrets over as files of root with mode 0444 in a folder of their own, so only a file that is ours is refused.
    if os.name != "posix" or path.is_relative_to("/run/"):
        return
    status = path.stat()
    if status.st_uid == os.geteuid() and status.st_mode & _OTHERS_MAY_READ:
        raise ConfigError(words("settings.secret-file-open", path=path))
