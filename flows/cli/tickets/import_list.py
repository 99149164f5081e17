"""`gouji tickets import`: what people decided in an exported list."""

from pathlib import Path

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.tickets.doing import BY
from flows.cli.tickets.who import user
from flows.cli.voice import Voice
from gouji.words import words


@click.command("import", cls=Command)
@click.argument("file", metavar="FILE")
@BY
@CONFIG
@click.pass_obj
def command(voice: Voice, file: str, by: str | None, config: str) -> None:
    from flows.cli.formats.acts_text import as_text
    from flows.cli.store import ledger_of
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.take import take

    settings = settings_from(config, voice)
    with ledger_of(settings), open_office(settings) as office, shown(voice.language) as progress:
        taken = take(office, Path(file), by or user(), progress)
    if taken.already:
        click.echo(voice.say(words("decisions.already", count=taken.already)))
    if taken.done:
        click.echo(as_text(taken.done, taken.reconsidered, voice), nl=False)
    elif not taken.already:
        click.echo(voice.say(words("decisions.none")))
