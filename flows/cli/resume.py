"""`gouji resume`: what was held goes out again, or what a source no longer shows counts as taken down."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words


@click.command("resume", cls=Command)
@CONFIG
@click.option("--source", metavar="NAME", help="resume.source")
@click.pass_obj
def command(voice: Voice, config: str, source: str | None) -> None:
    from flows.cli.store import ledger_of
    from flows.steps.shortfall import accept
    from gouji.ledger import facts

    settings = settings_from(config, voice)
    if source is not None:
        if source not in {setting.name for setting in settings.sources}:
            raise UsageError(words("tickets.no-such-source", name=source, known=", ".join(s.name for s in settings.sources)))
        with ledger_of(settings) as ledger, ledger.writing("source accepted by a person") as session:
            accept(session, source)
        click.echo(voice.say(words("tickets.source-accepted", name=source)), err=True)
        return
    with ledger_of(settings) as ledger, ledger.writing("released by a person") as session:
        released = facts.release(session)
    click.echo(voice.say(words("tickets.resumed" if released else "tickets.not-paused")), err=True)
