"""`gouji run`: one patrol."""

import click

from flows.cli.command import Command
from flows.cli.formats.dump import dump
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.command("run", cls=Command)
@CONFIG
@click.option("--dry-run", is_flag=True, help="run.dry-run")
@click.option("--plain", is_flag=True, help="run.plain")
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, config: str, dry_run: bool, plain: bool, shape: str) -> int:
    from flows.cli.formats.run_text import as_text
    from flows.progress import shown

    settings = settings_from(config, voice)
    with shown(voice.language) as progress:
        if plain:
            from flows.plain import patrol

            summary = patrol(settings, dry_run=dry_run, progress=progress)
        else:
            from flows.run import run_patrol

            summary = run_patrol(settings, dry_run=dry_run, progress=progress)
    click.echo(dump(summary.as_json(voice.language)) if shape == "json" else as_text(summary, voice), nl=False)
    return int(not summary.complete)
