"""Reads the configuration."""

import tomllib
from pathlib import Path

from pydantic import ValidationError

from gouji.errors import ConfigError
from gouji.settings.lines import KeyPath, key_lines
from gouji.settings.mistakes import broken_syntax, wrong_values
from gouji.settings.model import Settings
from gouji.settings.routes import refuse_notices_to_nobody
from gouji.settings.sources import FolderSetting
from gouji.settings.tracking import refuse_unclear_trackers
from gouji.words import words
from gouji.words.refusals import reason_of


def load(path: Path) -> Settings:
    """The configuration that the file holds; anything wrong in it is a ConfigError that names key and line."""
    text = _text(path)
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:  # brackets within brackets, thousands deep
        raise broken_syntax(path, text, error) from None
    lines = key_lines(text)
    try:
        settings = Settings.model_validate(values, context={"base": path.absolute().parent})
    except ValidationError as error:
        # `from None`: pydantic's own text holds the values, and a secret may be among them.
        raise wrong_values(path, lines, error) from None
    _refuse_names_given_twice(path, settings, lines)
    _refuse_our_own_pages_as_source(path, settings, lines)
    _refuse_letters_without_a_server(path, settings, lines)
    refuse_notices_to_nobody(path, settings, lines)
    refuse_unclear_trackers(path, settings, lines)
    return _settled(settings, path, lines)


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError(words("settings.no-file", path=path)) from None
    except OSError as error:
        raise ConfigError(words("settings.unreadable", path=path, reason=reason_of(error))) from None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigError(words("settings.not-utf8", path=path, line=data.count(b"\n", 0, error.start) + 1)) from None


def _refuse_names_given_twice(path: Path, settings: Settings, lines: dict[KeyPath, int]) -> None:
    seen: set[str] = set()
    for position, source in enumerate(settings.sources):
        if source.name in seen:
            line = lines.get(("sources", position, "name"), 1)
            raise ConfigError(words("settings.source-twice", path=path, line=line, name=source.name))
        seen.add(source.name)


def _refuse_our_own_pages_as_source(path: Path, settings: Settings, lines: dict[KeyPath, int]) -> None:
    for position, source in enumerate(settings.sources):
        for folder in (settings.archive, settings.pages, settings.logs, settings.confidential):
            if isinstance(source, FolderSetting) and _overlap(source.path, folder):
                line = lines.get(("sources", position, "path"), 1)
                raise ConfigError(words("settings.source-holds-home", path=path, line=line, name=source.name, folder=folder))


def _refuse_letters_without_a_server(path: Path, settings: Settings, lines: dict[KeyPath, int]) -> None:
    if settings.privacy and settings.mail is None:
        raise ConfigError(words("settings.privacy-without-mail", path=path, line=lines.get(("privacy", "to"), 1)))


def _overlap(one: Path, other: Path) -> bool:
    one, other = one.resolve(), other.resolve()
    return one.is_relative_to(other) or other.is_relative_to(one)


def _settled(settings: Settings, path: Path, lines: dict[KeyPath, int]) -> Settings:
    settings._path = path.absolute()
    settings._lines = lines
    return settings
