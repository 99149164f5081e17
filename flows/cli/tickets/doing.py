"""What the commands that do something to tickets share."""

from collections.abc import Callable
from typing import Any

import click

from flows.cli.options import settings_from
from flows.cli.tickets.who import number, user
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

ID: Decorator = click.argument("ticket_id", metavar="ID")
BY: Decorator = click.option("--by", metavar="NAME", help="tickets.by")


def said(option: str, value: str | None) -> str:
    """What the person wrote; a UsageError where nothing was written that must be."""
    if value is None or not value.strip():
        raise UsageError(words("tickets.say-why", option=option))
    return value.strip()


def carry_out(
    voice: Voice, config: str, ticket_id: str, kind: str, by: str | None, option: str, value: str | None, **what: Any
) -> None:  # fmt: skip
    """The one act is done to the one ticket, and what changed by it is told. `option` is where the person must have said what or why."""
    from flows.cli.formats.acts_text import as_text
    from flows.cli.store import ledger_of
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.act import act
    from gouji.ledger.tickets import ticket_json
    from gouji.ticket import Act, ActKind

    settings = settings_from(config, voice)
    with ledger_of(settings) as ledger, open_office(settings) as office, shown(voice.language) as progress:
        ticket_json(ledger, number(ticket_id))  # that there is no such ticket is said before a reason is asked for
        what["to" if option == "--to" else "reason"] = said(option, value)
        wanted = Act(ActKind(kind), by or user(), **what)
        if wanted.until and wanted.until < office.today:
            raise UsageError(words("tickets.until-past", until=wanted.until))
        done, reconsidered = act(office, [(number(ticket_id), wanted)], progress)
    click.echo(as_text(done, reconsidered, voice), nl=False)
