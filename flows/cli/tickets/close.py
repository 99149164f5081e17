"""`gouji tickets close`: nothing more is to be done about a ticket, though something may still stand."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG
from flows.cli.tickets.doing import BY, ID, carry_out
from flows.cli.voice import Voice


@click.command("close", cls=Command)
@ID
@click.option("--reason", metavar="TEXT", help="tickets.reason")
@BY
@CONFIG
@click.pass_obj
def command(voice: Voice, ticket_id: str, reason: str | None, by: str | None, config: str) -> None:
    carry_out(voice, config, ticket_id, "close", by, "--reason", reason)
