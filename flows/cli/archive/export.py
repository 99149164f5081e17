"""`gouji archive export`: the record of requests as a WARC file."""

from pathlib import Path

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, OutputFile, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.words import words


@click.command("export", cls=Command)
@click.option("--warc", "warc", type=OutputFile(), metavar="FILE", required=True, help="archive.export.warc")
@click.option("--source", metavar="NAME", help="archive.export.source")
@CONFIG
@click.pass_obj
def command(voice: Voice, warc: str, source: str | None, config: str) -> int:
    from flows.cli.store import ledger_of
    from flows.warc import export
    from gouji.archive import Archive
    from gouji.ledger import fetches

    settings = settings_from(config, voice)
    path = Path(warc)
    with ledger_of(settings) as ledger, ledger.reading() as session:
        if source is not None and source not in (known := fetches.sources(session)):
            raise UsageError(words("sources.no-such", name=source, known=", ".join(known) or "—"))
        # "x": an archive that somebody exported before is not overwritten.
        with path.open("xb") as file:
            done = export(fetches.all_of(session, source), Archive(settings.archive), file, packed=path.suffix == ".gz", name=path.name)
    click.echo(voice.say(words("archive.exported", records=done.records, path=path) if done.records else words("archive.none")))
    if done.lost:
        click.echo(voice.say(words("archive.export-lost", count=done.lost)), err=True)
    return int(bool(done.lost))
