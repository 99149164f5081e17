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
    if config.exists():
        _kept(config, voice)
    else:
        named, column = _asked(voice)
        _write(config, _configuration(voice, named, column).encode(), voice)
        roster = home / named
    if roster.exists():
        _kept(roster, voice)
    elif roster.suffix == ".csv":
        _write(roster, roster_template(), voice)
    click.echo(voice.say(words("cli.init-next", config=config, inbox=inbox, roster=roster)))


def _asked(voice: Voice) -> tuple[str, str]:
    """The roster and the column's address; without a terminal nobody is asked."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ROSTER, ""
    roster: str = click.prompt(voice.say(words("cli.init-roster")), default=ROSTER)
    return roster, _asked_column(voice)


def _asked_column(voice: Voice) -> str:
    while True:
        given: str = click.prompt(voice.say(words("cli.init-column")), default="", show_default=False)
        if not given or given.startswith(("http://", "https://")):
            return given
        click.echo(voice.say(words("http.no-address", url=given)))


def _configuration(voice: Voice, roster: str, column: str) -> str:
    """The commented configuration, with the roster and the column that the person named."""
    text = commented_config("en" if voice.language == "en" else "zh")
    # TOML literal strings: a path may hold backslashes.
    text = text if roster == ROSTER else text.replace(f'path = "{ROSTER}"', f"path = '{roster}'")
    return f'{text}\n[[sources]]\nname = "website"\ntype = "website"\nurl = \'{column}\'\n' if column else text


def _kept(path: Path, voice: Voice) -> None:
    click.echo(voice.say(words("cli.init-kept", path=path)))


def _write(path: Path, data: bytes, voice: Voice) -> None:
    # "x": a file that came between the look and the writing is not overwritten either.
    with path.open("xb") as file:
        file.write(data)
    click.echo(voice.say(words("cli.init-written", path=path)))
