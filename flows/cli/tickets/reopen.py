"""`gouji tickets reopen`: a person thinks better of a closing, a waiver, a dispute or a withdrawal."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG
from flows.cli.tickets.doing import BY, ID, carry_out
from flows.cli.voice import Voice


@click.command("reopen", cls=Command)
@ID
@click.argument("fingerprint", required=False, metavar="[FINGERPRINT]")
@click.option("--reason", metavar="TEXT", help="tickets.reason")
@BY
@CONFIG
@click.pass_obj
def command(voice: Voice, ticket_id: str, fingerprint: str | None, reason: str | None, by: str | None, config: str) -> None:
    marks = (fingerprint,) if fingerprint else ()
    carry_out(voice, config, ticket_id, "reopen", by, "--reason", reason, fingerprints=marks)
