"""`gouji pause`: nothing goes out until a person releases it."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice
from gouji.words import words


@click.command("pause", cls=Command)
@CONFIG
@click.pass_obj
def command(voice: Voice, config: str) -> None:
    from flows.cli.store import ledger_of
    from flows.office import utc_now
    from gouji.ledger import facts

    with ledger_of(settings_from(config, voice)) as ledger, ledger.writing("paused by a person") as session:
        facts.hold(session, words("tickets.pause-reason"), utc_now())
    click.echo(voice.say(words("tickets.paused")), err=True)
