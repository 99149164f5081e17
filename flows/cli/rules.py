"""`gouji rules`: what is asked of a report, and on what basis."""

import click

from expectations.catalogue import catalogue
from expectations.rule import Rule
from flows.cli.command import Command
from flows.cli.formats.dump import dump
from flows.cli.layout import indent, pad, width
from flows.cli.options import format_option
from flows.cli.rule_names import known
from flows.cli.voice import Voice
from gouji.finding import Words
from gouji.words import words

COLUMNS = 80


@click.command("rules", cls=Command)
@click.argument("name", required=False, metavar="[NAME]")
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, name: str | None, shape: str) -> None:
    rules = catalogue()
    chosen = [rules.rule(found) for found in known(rules, [name])] if name else list(rules.rules)
    if shape == "json":
        click.echo(dump({"schema": "gouji/rules-1", "rules": [rule.as_json() for rule in chosen]}), nl=False)
    elif name:
        click.echo(_page(chosen[0], voice))
    else:
        click.echo(_list(chosen, voice))


def _list(rules: list[Rule], voice: Voice) -> str:
    column = max(width(rule.name) for rule in rules) + 2
    levels = {rule.name: voice.say(_level(rule)) for rule in rules}
    level_column = max(map(width, levels.values())) + 2
    lines = [pad(rule.name, column) + pad(levels[rule.name], level_column) + voice.say(rule.title) for rule in rules]
    return "\n".join([*lines, "", voice.say(words("rules.summary", count=len(rules)))])


def _level(rule: Rule) -> Words:
    return words(f"rules.{'diagnosis' if rule.kind == 'diagnosis' else rule.severity}")


def _page(rule: Rule, voice: Voice) -> str:
    status = words(f"rules.{rule.status}")
    facts = [
        words("rules.level", level=_level(rule), status=status, forms="、".join(rule.forms)),
        rule.explanation,
        words("rules.fix", fix=rule.fix),
        words("rules.basis", basis=rule.basis),
    ]
    title = click.style(voice.say(rule.title), bold=True)
    return "\n".join([f"{title}  {rule.name}", *(line for fact in facts for line in indent(voice.say(fact), "  ", COLUMNS))])
