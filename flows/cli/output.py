"""Where a command's data goes: standard output or a file."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from flows.walking import DOCUMENTS, walked
from gouji.document.bound.runs import is_picture
from gouji.errors import UsageError
from gouji.whole import write_whole
from gouji.words import words


def keep(inputs: Sequence[Path], output: str | None) -> None:
    """UsageError where what is to be written is one of the files to be read, by this name or another, or would be the next time."""
    path = Path(output) if output else None
    if path is None:
        return
    if not path.exists():
        _keep_apart(inputs, path)
        return
    named = {given.resolve() for given in inputs}
    read = {real for real in walked(inputs) if real in named or real.suffix.lower() in DOCUMENTS or is_picture(real.name)}
    if path.resolve() in read:
        raise UsageError(words("check.output-is-input", path=output))


def _keep_apart(inputs: Sequence[Path], path: Path) -> None:
    """A report's ending in a folder that is walked: refused the first time as it would be the second, when nobody could tell what it is."""
    real = path.resolve()
    folders = {given.resolve() for given in inputs if given.is_dir()}
    if real.suffix.lower() in DOCUMENTS and folders & set(real.parents):
        raise UsageError(words("check.output-among-inputs", path=path))


def put(data: str | bytes, output: str | None, *, spreadsheet: bool = False) -> None:
    """The data is on standard output, or in the file; a CSV file gets the mark by which a spreadsheet knows UTF-8."""
    if output and isinstance(data, str):
        _write(Path(output), click.unstyle(data).encode("utf-8-sig" if spreadsheet else "utf-8"))
    elif output and isinstance(data, bytes):
        _write(Path(output), data)
    elif isinstance(data, str):
        click.echo(data, nl=False)
    elif sys.stdout.isatty():
        raise UsageError(words("cli.binary-on-terminal"))
    else:
        click.echo(data, nl=False)


def _write(path: Path, data: bytes) -> None:
    # On a full disk yesterday's answer is better than half of today's; a device or a pipe can only be written to,
    # and what may not be written to is not to be replaced.
    real = path.resolve()
    if os.access(real.parent, os.W_OK) and (not real.exists() or (real.is_file() and os.access(real, os.W_OK))):
        write_whole(real, data)
    else:
        path.write_bytes(data)


@contextmanager
def reading_bar(label: str) -> Iterator[Callable[[str], None]]:
    """What is told the name of each document read; shows them on a terminal, else says nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(label) as status:
        yield lambda name: status.update(f"{label} {Path(name).name}")
