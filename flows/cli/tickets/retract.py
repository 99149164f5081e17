"""`gouji tickets retract`: what we said was wrong, of one ticket or of all that a rule found."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, settings_from
from flows.cli.tickets.doing import BY, carry_out, said
from flows.cli.tickets.who import is_number, user
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words


@click.command("retract", cls=Command)
@click.argument("ticket_id", required=False, metavar="[ID]")
@click.argument("fingerprint", required=False, metavar="[FINGERPRINT]")
@click.option("--rule", metavar="NAME", help="tickets.retract.rule")
@click.option("--run", "run", metavar="ID", help="tickets.retract.run")
@click.option("--reason", metavar="TEXT", help="tickets.reason")
@BY
@CONFIG
@click.pass_obj
def command(
    voice: Voice, ticket_id: str | None, fingerprint: str | None, rule: str | None, run: str | None, reason: str | None,
    by: str | None, config: str,
) -> None:  # fmt: skip
    if (ticket_id is None) == (rule is None) or (run is not None and rule is None):
        raise UsageError(words("tickets.retract-what"))
    if rule is None:
        carry_out(voice, config, str(ticket_id), "retract", by, "--reason", reason, fingerprints=(fingerprint,) if fingerprint else ())
    else:
        _recall(voice, config, rule, _patrol(run), by or user(), said("--reason", reason))


def _patrol(run: str | None) -> int | None:
    if run is None or is_number(run):
        return int(run) if run else None
    raise UsageError(words("tickets.no-run", run=run))


def _recall(voice: Voice, config: str, rule: str, run: int | None, by: str, reason: str) -> None:
    from flows.cli.formats.acts_text import as_text
    from flows.cli.store import ledger_of
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.recall import recall

    settings = settings_from(config, voice)
    with ledger_of(settings), open_office(settings) as office, shown(voice.language) as progress:
        done, reconsidered = recall(office, rule, run, by, reason, progress)
    click.echo(as_text(done, reconsidered, voice), nl=False)
