"""`gouji tickets`: what has to be mended, and what waits for a person."""

import click

from flows.cli.command import Group
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words

command = Group("tickets")


@command.command("list")
@CONFIG
@click.option("--waiting", is_flag=True, help="tickets.list.waiting")
@format_option("text", "json")
@click.pass_obj
def list_(voice: Voice, config: str, waiting: bool, shape: str) -> None:
    from flows.cli.formats import tickets_text
    from flows.cli.formats.dump import dump
    from flows.cli.store import ledger_of
    from gouji.ledger.tickets import tickets_json, waiting_json, waiting_list

    with ledger_of(settings_from(config, voice)) as ledger:
        if shape == "json":
            said = dump(waiting_json(ledger) if waiting else tickets_json(ledger))
        elif waiting:
            said = tickets_text.waiting(waiting_list(ledger), voice)
        else:
            said = tickets_text.tickets(tickets_json(ledger)["tickets"], voice)
    click.echo(said, nl=False)


@command.command("show")
@click.argument("ticket_id", metavar="ID")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def show(voice: Voice, ticket_id: str, config: str, shape: str) -> None:
    from flows.cli.formats import tickets_text
    from flows.cli.formats.dump import dump
    from flows.cli.store import ledger_of
    from gouji.ledger.tickets import ticket_json

    number = ticket_id.removeprefix("#")
    if not (number.isascii() and number.isdigit()):
        raise UsageError(words("ledger.no_ticket", id=ticket_id))
    with ledger_of(settings_from(config, voice)) as ledger:
        ticket = ticket_json(ledger, int(number))
    click.echo(dump(ticket) if shape == "json" else tickets_text.ticket(ticket, voice), nl=False)
