"""`gouji tickets show`: one ticket, whole."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.tickets.who import number
from flows.cli.voice import Voice


@click.command("show", cls=Command)
@click.argument("ticket_id", metavar="ID")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, ticket_id: str, config: str, shape: str) -> None:
    from flows.cli.formats import tickets_text
    from flows.cli.formats.dump import dump
    from flows.cli.store import ledger_of
    from gouji.evidence import Shelf
    from gouji.ledger.tickets import ticket_json

    settings = settings_from(config, voice)
    with ledger_of(settings) as ledger:
        ticket = ticket_json(ledger, number(ticket_id))
    for finding in ticket["findings"]:
        picture = Shelf(settings.pages).find(finding["fingerprint"])
        finding["picture"] = str(picture) if picture else None
    click.echo(dump(ticket) if shape == "json" else tickets_text.ticket(ticket, voice), nl=False)
