"""`gouji recheck`: what the rules of today would make of all reports."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.command("recheck", cls=Command)
@click.option("--apply", is_flag=True, help="recheck.apply")
@click.option("--accept", multiple=True, metavar="NAME", help="recheck.accept")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, apply: bool, accept: tuple[str, ...], config: str, shape: str) -> int:
    from expectations.rulebook import installed
    from flows.cli.formats import recheck_text
    from flows.cli.formats.dump import dump
    from flows.cli.options import names
    from flows.cli.rule_names import known
    from flows.cli.store import ledger_of
    from flows.office import open_office
    from flows.progress import shown
    from flows.steps.recheck import recheck

    settings = settings_from(config, voice)
    with ledger_of(settings), open_office(settings) as office, shown(voice.language) as progress:
        named = [name for written in accept for name in names(written)]
        off = [name for name in named if name in office.rulebook.off]
        accepted = [*off, *known(office.rulebook.catalogue, [name for name in named if name not in off])]
        found = recheck(office, accept=accepted, apply=apply, progress=progress)
        titles = {rule.name: rule.title for rule in (*installed().catalogue.rules, *office.rulebook.catalogue.rules)}
    if shape == "json":
        click.echo(dump(recheck_text.as_json(found, voice.language)), nl=False)
    else:
        click.echo(recheck_text.as_text(found, titles, voice, applied=apply), nl=False)
    return int(bool(found.refused or found.trouble))
