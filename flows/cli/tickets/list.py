"""`gouji tickets list`: all tickets, or what waits for a person."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.command("list", cls=Command)
@CONFIG
@click.option("--waiting", is_flag=True, help="tickets.list.waiting")
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, config: str, waiting: bool, shape: str) -> None:
    from flows.cli.formats import tickets_text, waiting_text
    from flows.cli.formats.dump import dump
    from flows.cli.store import ledger_of
    from gouji.evidence import Shelf
    from gouji.ledger.tickets import tickets_json, waiting_json, waiting_list

    settings = settings_from(config, voice)
    with ledger_of(settings) as ledger:
        if shape == "json":
            said = dump(waiting_json(ledger) if waiting else tickets_json(ledger))
        elif waiting:
            said = waiting_text.waiting(waiting_list(ledger), voice, Shelf(settings.pages).find)
        else:
            said = tickets_text.tickets(tickets_json(ledger)["tickets"], voice)
    click.echo(said, nl=False)
