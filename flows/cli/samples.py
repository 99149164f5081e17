"""`gouji samples`: reports made on purpose."""

from pathlib import Path

import click

from flows.cli.command import Command
from flows.cli.voice import Voice
from gouji.words import words


@click.command("samples", cls=Command)
@click.argument("folder", metavar="DIR")
@click.pass_obj
def command(voice: Voice, folder: str) -> None:
    from samples import write_all

    written = write_all(Path(folder))
    click.echo(voice.say(words("cli.samples-written", count=len(written), folder=folder)))
