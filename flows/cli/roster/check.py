"""`gouji roster check`: what is wrong or doubtful in the list, row by row."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice


@click.command("check", cls=Command)
@CONFIG
@click.pass_obj
def command(voice: Voice, config: str) -> int:
    from datetime import datetime

    from expectations.organisation import rulebook_of
    from flows.cli.formats import roster_text
    from flows.cli.roster.known import known_roster
    from gouji.clock import CHINA

    settings = settings_from(config, voice)
    roster = known_roster(settings)
    deadlines = rulebook_of(settings.rules.path if settings.rules else None).customs.deadlines
    year = datetime.now(CHINA).year - 1
    click.echo(roster_text.problems(roster, deadlines, year, voice), nl=False)
    return int(bool(roster.problems))
