"""`gouji doctor`: whether everything is there that a patrol needs."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.command("doctor", cls=Command)
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, config: str, shape: str) -> int:
    from flows.cli.formats import doctor_formats
    from flows.doctor import State, examine

    settings = settings_from(config, voice)
    looks = []
    for look in examine(settings):
        looks.append(look)
        if shape == "text":
            click.echo(doctor_formats.line(look, voice), nl=False)
    click.echo(doctor_formats.as_json(looks) if shape == "json" else doctor_formats.ending(looks, voice), nl=False)
    return int(any(look.state is State.MISSING for look in looks))
