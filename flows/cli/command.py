"""Commands that speak the person's language, and are imported when they are asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from flows.cli.help_page import help_page
from flows.cli.voice import LANGUAGES
from gouji.errors import UsageError
from gouji.words import words

DONE, FOUND, NOT_DONE = 0, 1, 2  # the contract's exit statuses


class Choice(click.ParamType[str]):
    """One of a few words."""

    name = "choice"

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return value
        option = param.opts[-1] if param else ""
        raise UsageError(words("cli.not-a-choice", option=option, value=value, choices=" | ".join(self.choices)))


class Speaking:
    """What commands and groups share: their pages of help, and no argument left over."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(help_page(ctx))

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, help="option.help", callback=_show_help)


class Command(Speaking, click.Command):
    """A command whose help is the sentence `NAME.help` of the catalogue; an option's `help` is the name of one too."""

    allow_extra_args = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as wrong:
            wrong.ctx = ctx  # click's parser does not say whose option it was
            raise
        if rest:
            raise UsageError(words("cli.too-many", arguments=" ".join(rest), command=ctx.command_path))
        return rest


class Group(Speaking, click.Group):
    """Commands under one name; `modules` says where each one stands, and only the one asked for is imported."""

    command_class = Command

    def __init__(self, *args: Any, modules: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(_language_option())
        self.modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.modules, *self.commands]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.modules:
            command: click.Command = import_module(self.modules[cmd_name]).command
            return command
        return self.commands.get(cmd_name)


def _language_option() -> click.Option:
    # Already heard by voice_for, before anything was parsed.
    return click.Option(["--lang"], type=Choice(*LANGUAGES), metavar="zh|en", expose_value=False, help="option.lang")


def _show_help(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()
