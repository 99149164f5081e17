"""`gouji tickets assign`: who sees to a ticket."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG
from flows.cli.tickets.doing import BY, ID, carry_out
from flows.cli.voice import Voice


@click.command("assign", cls=Command)
@ID
@click.option("--to", "whom", metavar="NAME", help="tickets.assign.to")
@BY
@CONFIG
@click.pass_obj
def command(voice: Voice, ticket_id: str, whom: str | None, by: str | None, config: str) -> None:
    carry_out(voice, config, ticket_id, "assign", by, "--to", whom)
