"""The page that `--help` prints."""

import shutil

import click

from flows.cli.layout import indent, pad, width
from flows.cli.voice import Voice
from gouji.words import words


def help_page(ctx: click.Context) -> str:
    """Usage, what the command does, its options and commands, in the person's language."""
    columns = ctx.terminal_width or min(shutil.get_terminal_size().columns, 100)
    text = _say(ctx, f"{_key(ctx)}.help").rstrip("\n")
    parts = [_usage(ctx), "\n".join(indent(text, "  ", columns)), _options(ctx, columns), _commands(ctx, columns)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _usage(ctx: click.Context) -> str:
    arguments = [p.make_metavar(ctx) for p in ctx.command.params if isinstance(p, click.Argument)]
    rest = ["COMMAND …"] if isinstance(ctx.command, click.Group) else arguments
    return " ".join([_say(ctx, "usage") + ctx.command_path, _say(ctx, "usage-options"), *rest])


def _options(ctx: click.Context, columns: int) -> str:
    options = [p for p in ctx.command.get_params(ctx) if isinstance(p, click.Option) and not p.hidden]
    rows = [(_names(ctx, option), _say(ctx, option.help or "")) for option in options]
    return _table(_say(ctx, "options"), rows, columns)


def _names(ctx: click.Context, option: click.Option) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.make_metavar(ctx)}"


def _commands(ctx: click.Context, columns: int) -> str:
    if not isinstance(ctx.command, click.Group):
        return ""
    names = ctx.command.list_commands(ctx)
    prefix = "" if ctx.parent is None else f"{_key(ctx)}."
    return _table(_say(ctx, "commands"), [(name, _say(ctx, f"{prefix}{name}.short")) for name in names], columns)


def _table(heading: str, rows: list[tuple[str, str]], columns: int) -> str:
    column = min(max((width(name) for name, _ in rows), default=0) + 4, 30)
    lines = [heading]
    for name, text in rows:
        described = indent(text, " " * column, columns)
        fits = width(name) + 4 <= column
        lines += [pad("  " + name, column) + described[0].lstrip(), *described[1:]] if fits else ["  " + name, *described]
    return "\n".join(lines)


def _key(ctx: click.Context) -> str:
    """The command's name in the catalogue: gouji, check, tickets.list."""
    return ".".join(ctx.command_path.split()[1:]) or "gouji"


def _say(ctx: click.Context, name: str) -> str:
    voice: Voice = ctx.find_root().obj
    return voice.say(words(f"cli.{name}"))
