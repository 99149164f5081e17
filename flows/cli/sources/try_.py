"""`gouji sources try`: what an address would give, and how to write it into the configuration."""

from pathlib import Path

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice
from gouji.roster import Roster, read_roster
from gouji.settings import Settings


@click.command("try", cls=Command)
@click.argument("url", metavar="URL")
@click.option("--allow-host", "allow_hosts", multiple=True, metavar="HOST[:PORT]", help="sources.try.allow-host")
@click.option("--roster", "roster_file", metavar="FILE", help="sources.try.roster")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, url: str, allow_hosts: tuple[str, ...], roster_file: str | None, config: str, shape: str) -> int:
    from flows.cli.formats import sources_json, sources_text
    from flows.cli.formats.dump import dump
    from flows.surveys import named, setting_for, survey_of

    # A newcomer has no configuration yet; who has one gets its roster and its manners.
    settings = settings_from(config, voice) if Path(config).is_file() else None
    setting = setting_for(url, allow_hosts, settings)
    survey = survey_of(setting, settings)
    roster = _roster(roster_file, settings)
    beside = named(survey.items, roster) if roster else None
    if shape == "json":
        click.echo(dump(sources_json.trial(setting, survey, beside)), nl=False)
    else:
        click.echo(sources_text.trial(setting, survey, beside, roster, voice), nl=False)
    return int(bool(survey.troubles))


def _roster(file: str | None, settings: Settings | None) -> Roster | None:
    if file:
        return read_roster(Path(file))
    return read_roster(settings.roster.path) if settings and settings.roster else None
