"""`gouji notify`: what waits goes out."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice
from gouji.words import words


@click.command("notify", cls=Command)
@CONFIG
@click.option("--dry-run", is_flag=True, help="notify.dry-run")
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, config: str, dry_run: bool, shape: str) -> int:
    from flows.cli.formats import notify_formats
    from flows.cli.formats.dump import dump
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.deliver import deliver
    from flows.steps.digest import tell

    with open_office(settings_from(config, voice), dry_run=dry_run) as office, shown(voice.language) as progress:
        tell(office, patrol=False)
        if dry_run:
            click.echo(notify_formats.write(office, shape, voice), nl=False)
            return 0
        delivered = deliver(office, progress)
    for trouble in (*((delivered.held,) if delivered.held else ()), *delivered.troubles):
        click.echo(voice.say(trouble), err=True)
    counts = {"sent": delivered.sent, "waiting": delivered.waiting}
    if shape == "json":
        click.echo(dump({"schema": "gouji/notify-1", "messages": counts, "refused": delivered.refused}), nl=False)
    else:
        click.echo(
            voice.say(words("tickets.notified-refused" if delivered.refused else "tickets.notified", refused=delivered.refused, **counts))
        )
    return int(bool(delivered.troubles))
