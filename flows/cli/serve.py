"""`gouji serve`: patrols on schedule."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice


@click.command("serve", cls=Command)
@CONFIG
@click.pass_obj
def command(voice: Voice, config: str) -> None:
    from flows.serve import serve

    serve(settings_from(config, voice), lambda sentence: click.echo(voice.say(sentence), err=True))
