"""`gouji rules`: what is asked of a report, and on what basis; and an organisation's own rules tried on their samples."""

from pathlib import Path

import click

from expectations.organisation import rulebook_of
from expectations.rule import Rule
from expectations.rulebook import Rulebook
from flows.cli.command import Command
from flows.cli.formats.dump import dump
from flows.cli.layout import indent, pad, width
from flows.cli.options import format_option
from flows.cli.rule_names import known
from flows.cli.voice import Voice
from gouji.errors import UsageError
from gouji.finding import Words
from gouji.words import words

COLUMNS = 80
TEST = "test"


@click.command("rules", cls=Command)
@click.argument("name", required=False, metavar="[NAME]")
@click.argument("file", required=False, metavar="[test FILE]")
@click.option("--rules", "local_rules", metavar="FILE", help="check.rules")
@format_option("text", "json")
@click.pass_obj
def command(voice: Voice, name: str | None, file: str | None, local_rules: str | None, shape: str) -> int:
    if name == TEST:
        return _test(file, voice)
    if file:
        raise UsageError(words("cli.too-many", arguments=file, command="gouji rules"))
    book = rulebook_of(Path(local_rules) if local_rules else None)
    rules = book.catalogue
    chosen = [rules.rule(found) for found in known(rules, [name])] if name else list(rules.rules)
    if shape == "json":
        click.echo(dump({"schema": "gouji/rules-1", "rules": [_json(rule, book) for rule in chosen], **_off(book)}), nl=False)
    elif name:
        click.echo(_page(chosen[0], book, voice))
    else:
        click.echo(_list(chosen, book, voice))
    return 0


def _test(file: str | None, voice: Voice) -> int:
    """1 where a rule does not say of its samples what it should."""
    if file is None:
        raise UsageError(words("rules.test-what"))
    from flows.cli.formats.trials_text import as_text
    from flows.trying import trials

    book, tried = trials(Path(file))
    click.echo(as_text(book, tried, voice), nl=False)
    return int(not all(trial.right for trial in tried))


def _json(rule: Rule, book: Rulebook) -> dict[str, object]:
    local = {"local": True} if rule.name in book.local else {}
    changed = {"changed": book.changed[rule.name].as_json()} if rule.name in book.changed else {}
    return {**rule.as_json(), **local, **changed}


def _off(book: Rulebook) -> dict[str, object]:
    return {"off": list(book.off)} if book.off else {}


def _list(rules: list[Rule], book: Rulebook, voice: Voice) -> str:
    column = max(width(rule.name) for rule in rules) + 2
    levels = {rule.name: voice.say(_level(rule)) for rule in rules}
    level_column = max(map(width, levels.values())) + 2
    lines = [pad(rule.name, column) + pad(levels[rule.name], level_column) + voice.say(_titled(rule, book)) for rule in rules]
    changes = [line for change in book.changes for line in indent(voice.say(change), "", COLUMNS)]
    return "\n".join([*lines, "", *changes, voice.say(words("rules.summary", count=len(rules)))])


def _titled(rule: Rule, book: Rulebook) -> Words:
    """The title, and whether it is the organisation's own rule or one that it changed."""
    kind = "local" if rule.name in book.local else "changed" if rule.name in book.changed else None
    return words(f"rules.titled-{kind}", title=rule.title) if kind else rule.title


def _level(rule: Rule) -> Words:
    return words(f"rules.{'diagnosis' if rule.kind == 'diagnosis' else rule.severity}")


def _page(rule: Rule, book: Rulebook, voice: Voice) -> str:
    status = words(f"rules.{rule.status}")
    facts = [
        words("rules.level", level=_level(rule), status=status, forms="、".join(rule.forms)),
        *([book.changed[rule.name]] if rule.name in book.changed else []),
        rule.explanation,
        words("rules.fix", fix=rule.fix),
        words("rules.basis", basis=rule.basis),
    ]
    title = click.style(voice.say(_titled(rule, book)), bold=True)
    return "\n".join([f"{title}  {rule.name}", *(line for fact in facts for line in indent(voice.say(fact), "  ", COLUMNS))])
