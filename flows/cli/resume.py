"""`gouji resume`: what was held goes out again."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice
from gouji.words import words


@click.command("resume", cls=Command)
@CONFIG
@click.pass_obj
def command(voice: Voice, config: str) -> None:
    from flows.cli.store import ledger_of
    from gouji.ledger import facts

    with ledger_of(settings_from(config, voice)) as ledger, ledger.writing("released by a person") as session:
        released = facts.release(session)
    click.echo(voice.say(words("tickets.resumed" if released else "tickets.not-paused")), err=True)
