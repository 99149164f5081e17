"""Reads an organisation's file. Imports neither Great Expectations nor pandas."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from expectations.organisation.mistakes import Mistakes
from expectations.organisation.model import OrganisationFile
from gouji.errors import ConfigError
from gouji.settings.lines import key_lines
from gouji.settings.mistakes import broken_syntax
from gouji.words import words
from gouji.words.refusals import reason_of

# What people write by hand has a few hundred lines; what is much larger is some other file.
_LARGEST = 2_000_000


def read(path: Path) -> tuple[OrganisationFile, Mistakes]:
    """What the file holds, and where to put what else is wrong with it; a ConfigError names the line of each mistake."""
    text = _text(path)
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise broken_syntax(path, text, error) from None
    mistakes = Mistakes(path, key_lines(text))
    try:
        return OrganisationFile.model_validate(values), mistakes
    except ValidationError as error:
        mistakes.refused(error)
        mistakes.end()
        raise


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise ConfigError(words("organisation.too-large", path=path))
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(words("organisation.unreadable", path=path, reason=reason_of(error))) from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(words("settings.not-utf8", path=path, line=data.count(b"\n", 0, error.start) + 1)) from None
