"""`gouji outbox`: messages not yet delivered."""

import click

from flows.cli.command import Group
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice

command = Group("outbox")


@command.command("list")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def list_(voice: Voice, config: str, shape: str) -> None:
    from flows.cli.formats import outbox_formats
    from flows.cli.store import ledger_of

    with ledger_of(settings_from(config, voice)) as ledger, ledger.reading() as session:
        click.echo(outbox_formats.write(session, shape, voice), nl=False)
