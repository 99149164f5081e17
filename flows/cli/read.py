"""`gouji read`: what stands in these reports."""

from pathlib import Path

import click

from flows.cli.command import NOT_DONE, Command
from flows.cli.options import format_option, output_option
from flows.cli.output import keep, put, reading_bar
from flows.cli.voice import Voice
from gouji.words import words


@click.command("read", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@format_option("text", "json", "csv", "xlsx")
@output_option()
@click.pass_obj
def command(voice: Voice, paths: tuple[str, ...], shape: str, output: str | None) -> int:
    from flows.cli.formats import read_formats
    from flows.files import read_files

    keep([Path(path) for path in paths], output)
    with reading_bar(voice.say(words("check.reading"))) as progress:
        files, remarks = read_files([Path(path) for path in paths], progress)
    troubles = [words("read.unread", path=file.source, reason=file.trouble) for file in files if file.trouble]
    for remark in [*remarks, *troubles]:
        click.echo(voice.say(remark), err=True)
    put(read_formats.write(files, shape, voice), output, spreadsheet=shape == "csv")
    if not files:
        return NOT_DONE
    return int(any(file.report is None or not file.report.readable for file in files))
