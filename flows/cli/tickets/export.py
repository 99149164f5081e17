"""`gouji tickets export`: the list of tickets, to be read, kept or filled in."""

from pathlib import Path

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, output_option, settings_from
from flows.cli.output import keep, put
from flows.cli.voice import Voice


@click.command("export", cls=Command)
@format_option("csv", "xlsx", "json")
@output_option()
@CONFIG
@click.pass_obj
def command(voice: Voice, shape: str, output: str | None, config: str) -> None:
    from flows.cli.formats import decisions_sheet
    from flows.cli.formats.dump import dump
    from flows.cli.store import ledger_of
    from gouji.ledger.listed import lines
    from gouji.ledger.tickets import tickets_whole

    keep([Path(config)], output)
    with ledger_of(settings_from(config, voice)) as ledger:
        if shape == "json":
            put(dump(tickets_whole(ledger)), output)
            return
        with ledger.reading() as session:
            listed = list(lines(session))
    put(decisions_sheet.as_text(listed, voice) if shape == "csv" else decisions_sheet.as_workbook(listed, voice), output, spreadsheet=True)
