"""Where a command's data goes: standard output or a file."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from gouji.errors import UsageError
from gouji.words import words


def put(data: str | bytes, output: str | None, *, spreadsheet: bool = False) -> None:
    """The data is on standard output, or in the file; a CSV file gets the mark by which a spreadsheet knows UTF-8."""
    if output and isinstance(data, str):
        Path(output).write_text(click.unstyle(data), "utf-8-sig" if spreadsheet else "utf-8", newline="")
    elif output and isinstance(data, bytes):
        Path(output).write_bytes(data)
    elif isinstance(data, str):
        click.echo(data, nl=False)
    elif sys.stdout.isatty():
        raise UsageError(words("cli.binary-on-terminal"))
    else:
        click.echo(data, nl=False)


@contextmanager
def reading_bar(label: str) -> Iterator[Callable[[str], None]]:
    """What is told the name of each document read; shows them on a terminal, else says nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(label) as status:
        yield lambda name: status.update(f"{label} {Path(name).name}")
