"""`gouji outbox`: messages not yet delivered."""

from typing import TYPE_CHECKING

import click

from flows.cli.command import Group
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from gouji.ledger import tables

command = Group("outbox")


@command.command("list")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def list_(voice: Voice, config: str, shape: str) -> None:
    from flows.cli.formats import outbox_formats
    from flows.cli.store import ledger_of

    with ledger_of(settings_from(config, voice)) as ledger, ledger.reading() as session:
        click.echo(outbox_formats.write(session, shape, voice), nl=False)


@command.command("retry")
@click.argument("numbers", nargs=-1, metavar="[ID]...")
@CONFIG
@click.pass_obj
def retry(voice: Voice, numbers: tuple[str, ...], config: str) -> None:
    from flows.cli.store import ledger_of
    from gouji.ledger import outbox

    with ledger_of(settings_from(config, voice)) as ledger, ledger.writing("outbox: again") as session:
        chosen = _chosen(session, numbers)
        for message in chosen:
            outbox.again(session, message)
    click.echo(voice.say(words("tickets.outbox-again", count=len(chosen))))


@command.command("drop")
@click.argument("numbers", nargs=-1, required=True, metavar="ID...")
@CONFIG
@click.pass_obj
def drop(voice: Voice, numbers: tuple[str, ...], config: str) -> None:
    from flows.cli.store import ledger_of
    from gouji.ledger import outbox

    with ledger_of(settings_from(config, voice)) as ledger, ledger.writing("outbox: drop") as session:
        chosen = _chosen(session, numbers)
        for message in chosen:
            message.state = outbox.DROPPED
    click.echo(voice.say(words("tickets.outbox-dropped-now", count=len(chosen))))


def _chosen(session: "Session", numbers: tuple[str, ...]) -> "list[tables.Message]":
    """The messages of these numbers, all where none is given; a number that is none of theirs is a UsageError and nothing is done."""
    from gouji.ledger import outbox

    there = {str(message.id): message for message in outbox.undelivered(session)}
    wanted = dict.fromkeys(number.removeprefix("#") for number in numbers)
    if unknown := [number for number in wanted if number not in there]:
        raise UsageError(words("tickets.outbox-unknown", numbers=", ".join(unknown)))
    return [there[number] for number in wanted] if wanted else list(there.values())
