"""`gouji tickets confirm`: a person looked at the document and says what is printed there."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, Year, settings_from
from flows.cli.tickets.who import user
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words


@click.command("confirm", cls=Command)
@click.argument("fingerprint", metavar="FINGERPRINT")
@click.option("--value", metavar="V", help="tickets.confirm.value")
@click.option("--figure", metavar="ID", help="tickets.confirm.figure")
@click.option("--agency", metavar="NAME", help="tickets.confirm.agency")
@click.option("--year", type=Year(), metavar="YEAR", help="tickets.confirm.year")
@click.option("--undo", is_flag=True, help="tickets.confirm.undo")
@click.option("--by", metavar="NAME", help="tickets.confirm.by")
@click.option("--reason", metavar="TEXT", help="tickets.confirm.reason")
@CONFIG
@click.pass_obj
def command(
    voice: Voice, fingerprint: str, value: str | None, figure: str | None, agency: str | None, year: int | None,
    undo: bool, by: str | None, reason: str | None, config: str,
) -> None:  # fmt: skip
    from flows.cli.formats.confirm_text import as_text
    from flows.cli.store import ledger_of
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.answer import answer, unsay
    from gouji.ledger.answers import Answer

    if undo and (value, figure, agency, year) != (None, None, None, None):
        raise UsageError(words("ledger.undo_alone"))
    settings = settings_from(config, voice)
    said = Answer(fingerprint, by or user(), value, reason, figure, agency, year)
    with ledger_of(settings), open_office(settings) as office, shown(voice.language) as progress:
        recorded, reconsidered = unsay(office, fingerprint, said.by, reason, progress) if undo else answer(office, said, progress)
    click.echo(as_text(said, recorded, reconsidered, voice), nl=False)
