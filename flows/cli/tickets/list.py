"""`gouji tickets list`: all tickets, or what waits for a person."""

import click

from flows.cli.command import Choice, Command
from flows.cli.options import CONFIG, Year, format_option, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words

STATUSES = ("open", "resolved", "waived", "closed", "retracted")


@click.command("list", cls=Command)
@CONFIG
@click.option("--waiting", is_flag=True, help="tickets.list.waiting")
@click.option("--status", type=Choice(*STATUSES), metavar="S", help="tickets.list.status")
@click.option("--agency", metavar="NAME", help="tickets.list.agency")
@click.option("--year", type=Year(), metavar="YEAR", help="tickets.list.year")
@click.option("--rule", metavar="RULE", help="tickets.list.rule")
@format_option("text", "json")
@click.pass_obj
def command(
    voice: Voice, config: str, waiting: bool, status: str | None, agency: str | None, year: int | None, rule: str | None, shape: str
) -> None:
    from flows.cli.formats import tickets_text, waiting_text
    from flows.cli.formats.dump import dump
    from flows.cli.store import ledger_of
    from gouji.evidence import Shelf
    from gouji.ledger.tickets import tickets_json, waiting_json, waiting_list
    from gouji.ledger.wanted import ALL, Wanted

    if waiting and status:
        raise UsageError(words("tickets.waiting-has-no-status"))
    wanted = Wanted(status, agency, year, rule)
    settings = settings_from(config, voice)
    with ledger_of(settings) as ledger:
        if shape == "json":
            said = dump(waiting_json(ledger, wanted) if waiting else tickets_json(ledger, wanted))
        elif waiting:
            said = waiting_text.waiting(waiting_list(ledger, wanted), voice, Shelf(settings.pages).find)
        else:
            said = tickets_text.tickets(tickets_json(ledger, wanted)["tickets"], voice, some=wanted != ALL)
    click.echo(said, nl=False)
