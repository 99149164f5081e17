"""`gouji tickets waive`: the office does not object to a finding, for a time or for good."""

from datetime import date

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, Date
from flows.cli.tickets.doing import BY, ID, carry_out
from flows.cli.voice import Voice


@click.command("waive", cls=Command)
@ID
@click.argument("fingerprint", required=False, metavar="[FINGERPRINT]")
@click.option("--reason", metavar="TEXT", help="tickets.reason")
@click.option("--until", type=Date(), metavar="DATE", help="tickets.waive.until")
@BY
@CONFIG
@click.pass_obj
def command(
    voice: Voice, ticket_id: str, fingerprint: str | None, reason: str | None, until: date | None, by: str | None, config: str
) -> None:
    marks = (fingerprint,) if fingerprint else ()
    carry_out(voice, config, ticket_id, "waive", by, "--reason", reason, fingerprints=marks, until=until)
