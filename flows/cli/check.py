"""`gouji check`: what is wrong with these reports."""

from datetime import date
from pathlib import Path

import click

from flows.cli.command import NOT_DONE, Choice, Command
from flows.cli.options import Date, Year, format_option, names, output_option
from flows.cli.output import keep, put, reading_bar
from flows.cli.voice import Voice
from gouji.publication import Stage
from gouji.words import words

FORMATS = ("text", "json", "sarif", "junit", "csv", "xlsx", "html")


@click.command("check", cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--previous", multiple=True, metavar="PATH", help="check.previous")
@click.option("--roster", metavar="FILE", help="check.roster")
@click.option("--rules", "local_rules", metavar="FILE", help="check.rules")
@click.option("--stage", type=Choice("draft", "published"), default="draft", metavar="draft|published", help="check.stage")
@click.option("--published", type=Date(), metavar="DATE", help="check.published")
@click.option("--agency", metavar="NAME", help="check.agency")
@click.option("--year", type=Year(), metavar="YEAR", help="check.year")
@click.option("--select", metavar="NAMES", help="check.select")
@click.option("--ignore", metavar="NAMES", help="check.ignore")
@format_option(*FORMATS)
@output_option()
@click.option("--fail-on", type=Choice("error", "warning", "never"), default="error", metavar="error|warning|never", help="check.fail-on")
@click.option("--verbose", is_flag=True, help="check.verbose")
@click.pass_obj
def command(
    voice: Voice,
    paths: tuple[str, ...],
    previous: tuple[str, ...],
    roster: str | None,
    local_rules: str | None,
    stage: str,
    published: date | None,
    agency: str | None,
    year: int | None,
    select: str | None,
    ignore: str | None,
    shape: str,
    output: str | None,
    fail_on: str,
    verbose: bool,
) -> int:
    from expectations.organisation import rulebook_of
    from flows.checked import Question
    from flows.checking import check
    from flows.cli.formats import check_formats
    from flows.cli.rule_names import known
    from gouji.roster import read_roster

    keep([Path(path) for path in (*paths, *previous, roster, local_rules) if path], output)
    rulebook = rulebook_of(Path(local_rules) if local_rules else None)
    rules = rulebook.catalogue
    question = Question(
        paths=tuple(map(Path, paths)),
        previous=tuple(map(Path, previous)),
        roster=read_roster(Path(roster)) if roster else None,
        stage=Stage(stage),
        published=published,
        agency=agency,
        year=year,
        select=frozenset(known(rules, names(select))) if select else None,
        ignore=frozenset(known(rules, names(ignore))),
        rulebook=rulebook,
    )
    with reading_bar(voice.say(words("check.reading"))) as progress:
        answer = check(question, progress)
    for remark in answer.remarks:
        click.echo(voice.say(remark), err=True)
    put(check_formats.write(answer.reports, shape, voice, verbose=verbose), output, spreadsheet=shape == "csv")
    if not answer.reports:  # nothing checked must not end like nothing found
        return NOT_DONE
    return check_formats.exit_status(answer.reports, fail_on)
