"""`gouji notify`: what waits goes out."""

from typing import TYPE_CHECKING

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.voice import Voice
from gouji.words import words

if TYPE_CHECKING:
    from flows.office import Office


@click.command("notify", cls=Command)
@CONFIG
@click.option("--dry-run", is_flag=True, help="notify.dry-run")
@click.pass_obj
def command(voice: Voice, config: str, dry_run: bool) -> int:
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.deliver import deliver

    with open_office(settings_from(config, voice)) as office, shown(voice.language) as progress:
        if dry_run:
            _show(office, voice)
            return 0
        delivered = deliver(office, progress)
    for trouble in (*((delivered.held,) if delivered.held else ()), *delivered.troubles):
        click.echo(voice.say(trouble), err=True)
    click.echo(voice.say(words("tickets.notified", sent=delivered.sent, waiting=delivered.waiting)))
    return int(bool(delivered.troubles))


def _show(office: "Office", voice: Voice) -> None:
    from gouji.ledger import outbox

    with office.ledger.reading() as session:
        subjects = [message.payload["subject"] for message in outbox.waiting(session)]
    for subject in subjects:
        click.echo(voice.say(words("tickets.would-send", subject=subject)))
    if not subjects:
        click.echo(voice.say(words("tickets.outbox-none")))
