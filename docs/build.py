"""The references of docs/, made from what the code knows: python -m docs.build writes them, --check says which are out of date."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click
from pydantic.fields import FieldInfo

from expectations.catalogue import catalogue
from expectations.rule import Rule
from flows.cli.answering import gouji
from flows.cli.help_page import help_page
from flows.cli.voice import LANGUAGES, Voice
from gouji.finding import Words
from gouji.form import NAMES, form
from gouji.form.model import FormTable
from gouji.settings import commented_config
from gouji.settings.mistakes import TABLES
from gouji.settings.tracking import COLUMN_FIELDS, NEEDED
from gouji.words import words

FOLDER = Path(__file__).parent
SEVERAL = ("trackers", "notices")  # tables of which a configuration may have many
MADE = "<!-- Made by python -m docs.build; change what it is made from. -->\n"


def main(arguments: list[str]) -> int:
    """0 when every reference says what the code says (or has just been written so)."""
    pages = {FOLDER / name: MADE + "\n" + "\n".join(lines()) + "\n" for name, lines in PAGES.items()}
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            click.echo(f"{path} is out of date: run python -m docs.build", err=True)
        return int(bool(stale))
    for path in stale:
        path.write_text(pages[path], "utf-8")
    return 0


def rules() -> Iterator[str]:
    yield "# 规则 · Rules\n"
    yield "| | | | |\n|---|---|---|---|"
    for rule in catalogue().rules:
        yield f"| [`{rule.name}`](#{rule.name}) | {rule.severity} | {rule.title.zh} | {rule.title.en} |"
    for rule in catalogue().rules:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    kind = "diagnosis" if rule.kind == "diagnosis" else rule.severity
    yield f"\n## {rule.name}\n"
    yield f"{rule.title.zh} · {rule.title.en}\n"
    yield f"{_both(words(f'rules.{kind}'))}; {_both(words(f'rules.{rule.status}'))}; {', '.join(rule.forms)}; {rule.basis}\n"
    for language in LANGUAGES:
        yield f"{rule.explanation.get(language)}\n"
        yield words("rules.fix", fix=rule.fix).get(language) + "\n"


def _both(said: Words) -> str:
    return f"{said.zh} {said.en}"


def commands() -> Iterator[str]:
    yield "# 命令 · Commands\n"
    for ctx in contexts():
        yield f"## {ctx.command_path}\n"
        for language in LANGUAGES:
            ctx.find_root().obj = Voice(language, {})
            yield f"```text\n{help_page(ctx)}```\n"


def contexts() -> Iterator[click.Context]:
    """One for each command, groups before what is in them."""
    waiting = [click.Context(gouji(), info_name="gouji", terminal_width=100)]
    while waiting:
        ctx = waiting.pop(0)
        yield ctx
        if isinstance(ctx.command, click.Group):
            named = [(name, ctx.command.get_command(ctx, name)) for name in ctx.command.list_commands(ctx)]
            waiting = [click.Context(command, ctx, name, terminal_width=100) for name, command in named if command] + waiting


def figures() -> Iterator[str]:
    yield "# 数据项 · Figures\n"
    yield "每个数的编号是 表.行.列。A figure's id is table.row.column.\n"
    for name in NAMES:
        yield f"## {name} 年格式 · Form of {name}\n\n{form(name).basis}\n"
        for table in form(name).tables:
            yield from _table(table)


def _table(table: FormTable) -> Iterator[str]:
    yield f"### {table.name} `{table.id}`\n"
    for block in table.blocks:
        if block.heading:
            yield f"{block.heading}\n"
        yield "| | |\n|---|---|"
        yield from (f"| `{row.id}` | {row.label} |" for row in block.rows)
        yield "\n| | |\n|---|---|"
        yield from (f"| `{column.id}` | {column.label} |" for column in block.columns)
        yield ""


def settings() -> Iterator[str]:
    yield "# 配置 · Settings\n"
    yield "`gouji init` 写出下面这样的 `gouji.toml`。`gouji init` writes a `gouji.toml` like this.\n"
    for language in LANGUAGES:
        yield f"```toml\n{commented_config(language)}```\n"
    yield "全部键和默认值，— 为必填。All keys and their defaults; — must be given."
    tables = {name for name, *_ in filter(None, TABLES)}
    for path, table in TABLES.items():
        yield f"\n### {_heading(path)}\n\n| | |\n|---|---|"
        keys = ((field.alias or name, field) for name, field in table.model_fields.items())
        yield from (f"| `{key}` | {_default(field)} |" for key, field in keys if path or key not in tables)

    yield "\n### [trackers.columns]\n"
    fields = " ".join(f"`{{{name}}}`" for name in COLUMN_FIELDS)
    yield f"表头 = 内容，内容中可用 Headings and what stands under them, in which can stand: {fields}\n"
    yield "必填 Must be given:\n\n| type | |\n|---|---|"
    for kind, needed in NEEDED.items():
        yield f"| `{kind}` | {', '.join('/'.join(f'`{key}`' for key in keys) for keys in needed)} |"


def _heading(path: tuple[str, ...]) -> str:
    match path:
        case ():
            return "gouji.toml"
        case (name, kind):
            return f"[[{name}]] type = {kind}"
        case (name, *_):
            return f"[[{name}]]" if name in SEVERAL else f"[{name}]"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "—"
    default = field.get_default()
    # TOML writes lists, numbers, truths and texts as JSON does.
    return "" if default is None else f"`{json.dumps(default, ensure_ascii=False, default=str)}`"


PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "rules.md": rules,
    "commands.md": commands,
    "figures.md": figures,
    "settings.md": settings,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
