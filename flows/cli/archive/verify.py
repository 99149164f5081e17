"""`gouji archive verify`: whether what was fetched is whole."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.command("verify", cls=Command)
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, config: str, shape: str) -> int:
    from flows.archived import verify
    from flows.cli.formats import archive_formats
    from flows.cli.output import reading_bar
    from flows.cli.store import ledger_of
    from gouji.archive import Archive

    settings = settings_from(config, voice)
    with ledger_of(settings) as ledger, ledger.reading() as session, reading_bar("") as tell:
        verified = verify(Archive(settings.archive), session, tell)
    click.echo(archive_formats.write(verified, settings.archive, shape, voice), nl=False)
    return int(not verified.whole)
