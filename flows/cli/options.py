"""Options that several commands take."""

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from flows.cli.command import Choice
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words

if TYPE_CHECKING:
    from gouji.settings import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

CONFIG: Decorator = click.option("--config", metavar="FILE", envvar="GOUJI_CONFIG", default="gouji.toml", help="option.config")


def output_option() -> Decorator:
    return click.option("--output", type=OutputFile(), metavar="FILE", help="option.output")


def format_option(*choices: str) -> Decorator:
    return click.option("--format", "shape", type=Choice(*choices), default=choices[0], metavar="|".join(choices), help="option.format")


def settings_from(config: str, voice: Voice) -> "Settings":
    """The configuration, in whose language the person is spoken to from now on."""
    from flows.blocks import look_up_blocks_of
    from gouji.settings import load

    settings = load(Path(config))
    look_up_blocks_of(settings)
    voice.prefer(settings)
    return settings


class OutputFile(click.ParamType[str]):
    """A file to write, refused at once where it cannot be written: not after minutes of work."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        path = Path(value)
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "no such folder", value)
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder", value)
        if not os.access(path if path.exists() else path.parent, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise PermissionError(errno.EACCES, "not to be written", value)
        return value


class Date(click.ParamType[date]):
    """A day, YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise UsageError(words("cli.not-a-date", option=param.opts[-1] if param else "", value=value)) from None


class Year(click.ParamType[int]):
    """A report year."""

    name = "year"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if len(text) == 4 and text.isascii() and text.isdigit():
            return int(text)
        raise UsageError(words("cli.not-a-year", option=param.opts[-1] if param else "", value=value))


class Port(click.ParamType[int]):
    """A port of this machine, 0 for any that is free."""

    name = "port"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if len(text) <= len("65535") and text.isascii() and text.isdigit() and int(text) < 2**16:
            return int(text)
        raise UsageError(words("cli.not-a-port", option=param.opts[-1] if param else "", value=value))


def names(value: str | None) -> list[str]:
    """The names of a list written with commas or blanks."""
    return (value or "").replace(",", " ").replace("，", " ").split()
