"""`gouji roster list`: who must report, and how each one stands."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.command("list", cls=Command)
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, config: str, shape: str) -> None:
    from flows.cli.formats import roster_text
    from flows.cli.formats.dump import dump
    from flows.cli.roster.known import known_duties, known_roster

    settings = settings_from(config, voice)
    roster, owed = known_roster(settings), known_duties(settings)
    click.echo(dump(roster_text.as_json(roster, owed)) if shape == "json" else roster_text.bodies(roster, owed, voice), nl=False)
