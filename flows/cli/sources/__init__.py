"""`gouji sources`: where reports come from."""

import click

from flows.cli.command import Group
from flows.cli.options import CONFIG, format_option, settings_from
from flows.cli.voice import Voice


@click.group(
    "sources",
    cls=Group,
    modules={"check": "flows.cli.sources.check", "try": "flows.cli.sources.try_"},
    invoke_without_command=True,
)
@CONFIG
@format_option("text", "json")
@click.pass_context
def command(ctx: click.Context, config: str, shape: str) -> None:
    if ctx.invoked_subcommand is not None:
        return
    from flows.cli.formats import sources_json, sources_text
    from flows.cli.formats.dump import dump

    voice: Voice = ctx.obj
    sources = settings_from(config, voice).sources
    click.echo(dump(sources_json.sources(sources)) if shape == "json" else sources_text.sources(sources, voice), nl=False)
