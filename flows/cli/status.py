"""`gouji status`: how things stand."""

from datetime import UTC, datetime

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice


@click.command("status", cls=Command)
@CONFIG
@click.pass_obj
def command(voice: Voice, config: str) -> None:
    from flows.cli.formats.status_text import status
    from flows.cli.store import ledger_of

    settings = settings_from(config, voice)
    with ledger_of(settings) as ledger, ledger.reading() as session:
        click.echo(status(session, settings, voice, datetime.now(UTC)), nl=False)
