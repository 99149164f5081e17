"""`gouji sources check`: what the configured sources would collect."""

import click

from flows.cli.command import Command
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.settings import Settings, SourceSetting
from gouji.words import words


@click.command("check", cls=Command)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@CONFIG
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, names: tuple[str, ...], config: str, shape: str) -> int:
    from flows.cli.formats import sources_json, sources_text
    from flows.cli.formats.dump import dump
    from flows.surveys import named, survey_of
    from gouji.roster import read_roster

    settings = settings_from(config, voice)
    roster = read_roster(settings.roster.path) if settings.roster else None
    surveys = []
    for setting in _chosen(settings, names):
        survey = survey_of(setting, settings)
        # A file's name says little of whose report it is; the titles of a column say it.
        beside = named(survey.items, roster) if roster and setting.type == "website" else None
        surveys.append((setting, survey, beside))
        if shape == "text":
            click.echo(sources_text.survey(setting, survey, beside, roster, voice), nl=False)
    if shape == "json":
        click.echo(dump(sources_json.surveys(surveys)), nl=False)
    elif not surveys:
        click.echo(sources_text.sources((), voice), nl=False)
    return int(any(survey.troubles for _, survey, _ in surveys))


def _chosen(settings: Settings, names: tuple[str, ...]) -> list[SourceSetting]:
    known = {source.name: source for source in settings.sources}
    for name in names:
        if name not in known:
            raise UsageError(words("sources.no-such", name=name, known=", ".join(known) or "—"))
    return [known[name] for name in names or known]
