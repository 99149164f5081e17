"""`gouji tickets dispute`: what the agency answered to a finding."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG
from flows.cli.tickets.doing import BY, ID, carry_out
from flows.cli.voice import Voice


@click.command("dispute", cls=Command)
@ID
@click.argument("fingerprint", metavar="FINGERPRINT")
@click.option("--answer", metavar="TEXT", help="tickets.dispute.answer")
@BY
@CONFIG
@click.pass_obj
def command(voice: Voice, ticket_id: str, fingerprint: str, answer: str | None, by: str | None, config: str) -> None:
    carry_out(voice, config, ticket_id, "dispute", by, "--answer", answer, fingerprints=(fingerprint,))
