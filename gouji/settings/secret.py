"""A password or token that stands outside the configuration and is looked up only when it is used."""

import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from gouji.errors import ConfigError
from gouji.finding import Words
from gouji.words import words
from gouji.words.refusals import reason_of

_OTHERS_MAY_READ = stat.S_IRWXG | stat.S_IRWXO
HIDDEN = "******"
# A value that is shorter is a word of other texts as well, and hiding it would tell where it stood.
_SHORTEST = 4
_LONG, _KEY = 8, re.compile("[0-9A-Z]")

# What this process has looked up, so that no text that leaves it holds any of it.
_revealed: set[str] = set()
# How a block is looked up; flows/ says so, for only it knows Prefect.
_blocks: list[Callable[[str], str]] = []


@dataclass(frozen=True, slots=True)
class Secret:
    """Where the secret is: a variable of the environment, a file, or a block of Prefect's. Only `reveal` ever holds its value."""

    env: str | None = None
    file: Path | None = None
    block: str | None = None

    def reveal(self, environ: Mapping[str, str] | None = None) -> str:
        """The secret itself, without the line end that an editor leaves in a file."""
        value = self._looked_up(os.environ if environ is None else environ)
        _revealed.add(value)
        return value

    @property
    def place(self) -> str:
        """Where it is kept, which may be told."""
        return self.env or self.block or str(self.file)

    def _looked_up(self, environ: Mapping[str, str]) -> str:
        if self.env is not None:
            return _from_environment(self.env, environ)
        if self.file is not None:
            return _from_file(self.file)
        if self.block is not None:
            return _from_block(self.block)
        raise ValueError("a secret names a variable, a file or a block")

    def __repr__(self) -> str:
        kind = "env" if self.env is not None else "block" if self.block is not None else "file"
        return f"Secret({kind}={self.place!r})"


def look_up_blocks_by(look_up: Callable[[str], str]) -> None:
    """From now on a secret that is a block of Prefect's is looked up so."""
    _blocks[:] = [look_up]


def without_secrets(text: str) -> str:
    """The text with every secret that was looked up in this process hidden, also as it stands in an address."""
    for value in sorted(_revealed, key=len, reverse=True):
        for part in (value, *_parts(value)):
            if len(part) >= _SHORTEST:
                text = text.replace(part, HIDDEN)
    return text


def _parts(address: str) -> list[str]:
    """What of an address is a key by the look of it: a service's answer may repeat that alone."""
    scheme, found, rest = address.partition("://")
    if not found or not scheme.isascii():
        return []
    password = re.search(r"//[^/@]*:([^/@]*)@", address)
    keys = [piece for piece in re.split(r"[/?@:&=#]", rest) if len(piece) >= _LONG and "." not in piece and _KEY.search(piece)]
    return [unquote(part) for part in keys] + keys + ([password[1], unquote(password[1])] if password else [])


def _from_environment(name: str, environ: Mapping[str, str]) -> str:
    value = environ.get(name, "")
    if not value:
        raise ConfigError(words("settings.secret-env-unset", name=name))
    return value


def _from_block(name: str) -> str:
    if not _blocks:
        raise ConfigError(words("settings.secret-block-nowhere", name=name))
    value = _blocks[0](name)
    if not value:
        raise ConfigError(words("settings.secret-block-empty", name=name))
    return value


def _from_file(path: Path) -> str:
    try:
        _refuse_what_others_read(path)
        value = path.read_text("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(words("settings.secret-file-unreadable", path=path, reason=_reason(error))) from error
    if not value:
        raise ConfigError(words("settings.secret-file-empty", path=path))
    return value


def _reason(error: OSError | UnicodeDecodeError) -> Words:
    return reason_of(error) if isinstance(error, OSError) else words("refused.not-text")


def _refuse_what_others_read(path: Path) -> None:
    # Docker and systemd hand secrets over as files of root with mode 0444 in a folder of their own, so only a file that is ours is refused.
    if os.name != "posix" or path.is_relative_to("/run/"):
        return
    status = path.stat()
    if status.st_uid == os.geteuid() and status.st_mode & _OTHERS_MAY_READ:
        raise ConfigError(words("settings.secret-file-open", path=path))
