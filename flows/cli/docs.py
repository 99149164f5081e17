"""`gouji docs`: the review pages."""

from contextlib import suppress
from pathlib import Path

import click

from flows.cli.command import Group
from flows.cli.options import CONFIG, Port, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words

command = Group("docs")


@command.command("build")
@CONFIG
@click.pass_obj
def build(voice: Voice, config: str) -> int:
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.publish import publish

    with open_office(settings_from(config, voice)) as office, shown(voice.language) as progress:
        published = publish(office, progress, every=True)
    if published.trouble:
        raise UsageError(published.trouble)
    click.echo(published.index)
    return 0


@command.command("open")
@CONFIG
@click.pass_obj
def open_(voice: Voice, config: str) -> None:
    index = _index(config, voice)
    click.echo(index)
    click.launch(str(index))


@command.command("serve")
@CONFIG
@click.option("--port", type=Port(), default=8740, metavar="PORT", help="option.port")
@click.pass_obj
def serve(voice: Voice, config: str, port: int) -> None:
    from flows.pages_server import address, server

    # Being told to stop is how it ends, not that something was left undone.
    with suppress(KeyboardInterrupt), server(_index(config, voice).parent, port) as serving:
        click.echo(voice.say(words("cli.docs.serving", address=address(serving))))
        serving.serve_forever()


def _index(config: str, voice: Voice) -> Path:
    """The page with all reports; UsageError where no patrol has made it yet."""
    index = settings_from(config, voice).pages / "index.html"
    if not index.exists():
        raise UsageError(words("cli.no-pages", index=index))
    return index
