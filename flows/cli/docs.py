"""`gouji docs`: the review pages."""

import click

from flows.cli.command import Group
from flows.cli.options import CONFIG, settings_from
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
    index = settings_from(config, voice).pages / "index.html"
    if not index.exists():
        raise UsageError(words("cli.no-pages", index=index))
    click.echo(index)
    click.launch(str(index))
