"""`gouji init`: a configuration, an inbox and a roster to begin with."""

import sys
from pathlib import Path

import click

from flows.cli.command import Command
from flows.cli.voice import Voice
from gouji.roster import roster_template
from gouji.settings import commented_config
from gouji.words import words

ROSTER = "bodies.csv"


@click.command("init", cls=Command)
@click.argument("folder", default=".", metavar="[DIR]")
@click.pass_obj
def command(voice: Voice, folder: str) -> None:
    home = Path(folder)
    config, inbox, roster = home / "gouji.toml", home / "inbox", home / ROSTER
    inbox.mkdir(parents=True, exist_ok=True)
    if not config.exists():
        named = _ask_for_roster(voice)
        _write(config, _configuration(voice, named).encode(), voice)
        roster = home / named
    if roster.suffix == ".csv" and not roster.exists():
        _write(roster, roster_template(), voice)
    click.echo(voice.say(words("cli.init-next", config=config, inbox=inbox, roster=roster)))


def _configuration(voice: Voice, roster: str) -> str:
    """The commented configuration, the roster named as the person has it."""
    text = commented_config("en" if voice.language == "en" else "zh")
    # A TOML literal string: a path may hold backslashes.
    return text if roster == ROSTER else text.replace(f'path = "{ROSTER}"', f"path = '{roster}'")


def _ask_for_roster(voice: Voice) -> str:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ROSTER
    named: str = click.prompt(voice.say(words("cli.init-roster")), default=ROSTER)
    return named


def _write(path: Path, data: bytes, voice: Voice) -> None:
    # "x": a file that came between the look and the writing is not overwritten either.
    with path.open("xb") as file:
        file.write(data)
    click.echo(voice.say(words("cli.init-written", path=path)))
