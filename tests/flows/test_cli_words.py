"""In which language, and how, the commands speak of themselves."""

import re
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from docs.build import contexts
from flows.cli.help_page import help_page
from flows.cli.layout import indent, pad, shorten, width, wrap
from flows.cli.voice import Voice, voice_for
from tests.flows.calling import gouji

CJK = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize(
    ("environment", "language"),
    [({}, "zh"), ({"LANG": "C.UTF-8"}, "zh"), ({"LANG": "POSIX"}, "zh"), ({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "en_US.UTF-8"}, "en")],
)
def test_the_locale_decides_where_nobody_said_anything(environment: dict[str, str], language: str) -> None:
    assert voice_for([], environment).language == language


def test_lang_goes_before_the_locale_wherever_it_stands() -> None:
    for arguments in (["--lang", "en", "check"], ["check", "--lang=en", "a.pdf"], ["check", "a.pdf", "--lang", "en"]):
        assert voice_for(arguments, {"LANG": "zh_CN.UTF-8"}).language == "en"


def test_help_is_chinese_unless_english_is_asked_for() -> None:
    assert gouji("check", "--help").out.startswith("用法：gouji check [选项] PATH...\n")
    english = gouji("check", "--help", "--lang", "en")
    assert english.status == 0
    assert english.out.startswith("Usage: gouji check [OPTIONS] PATH...\n")


def test_every_command_explains_itself_in_both_languages() -> None:
    for ctx, voice in product(contexts(), (Voice("zh", {}), Voice("en", {}))):
        ctx.find_root().obj = voice
        page = help_page(ctx)
        without_quotes = re.sub("（.*?）|[(].*?[)]", "", page)
        assert bool(CJK.search(without_quotes)) is (voice.language == "zh")
        assert all(width(line) <= 100 for line in page.splitlines())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "没有命令 chek，是不是 check / recheck？用法见：gouji --help\n"),
        (["check", "a.pdf", "--formt", "json"], "没有选项 --formt，是不是 --format？用法见：gouji check --help\n"),
        (["check"], "缺少 PATH。用法见：gouji check --help\n"),
        (["check", "a.pdf", "--output"], "选项 --output 后面缺少内容。用法见：gouji check --help\n"),
        (["check", "a.pdf", "--verbose=1"], "选项 --verbose 后面不带内容。用法见：gouji check --help\n"),
        (["check", "a.pdf", "--year", "二零"], "--year 要写成 2024 这样的年份，不能是“二零”。\n"),
        (["check", "a.pdf", "--published", "1月"], "--published 要写成 2025-01-28 这样的日期，不能是“1月”。\n"),
        (["rules", "a", "b"], "多出了“b”。用法见：gouji rules --help\n"),
    ],
)
def test_a_command_typed_wrongly_is_answered_in_one_sentence(arguments: list[str], sentence: str) -> None:
    ended = gouji(*arguments)
    assert (ended.status, ended.out, ended.err) == (2, "", sentence)


def test_an_unknown_format_names_those_there_are() -> None:
    ended = gouji("read", "a.pdf", "--format", "yaml", "--lang", "en")
    assert (ended.status, ended.err) == (2, "--format cannot be “yaml”, only text | json | csv | xlsx.\n")


def test_gouji_alone_shows_what_it_can_do() -> None:
    ended = gouji()
    assert ended.status == 2
    assert "gouji [选项] COMMAND" in ended.err


HEAVY = "import sys, flows.cli.answering as m; m.answer(%r, m.voice_for([], {})); print([n for n in %r if n in sys.modules])"


@pytest.mark.parametrize("asked", [["--help"], ["--version"], ["check", "--help"], ["tickets", "list", "--help"]])
def test_help_loads_no_heavy_library(asked: list[str]) -> None:
    heavy = ["great_expectations", "pandas", "numpy", "prefect", "pydantic", "sqlalchemy", "lxml", "pdfplumber", "openpyxl", "rich"]
    ended = subprocess.run([sys.executable, "-c", HEAVY % (asked, heavy)], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("[]\n")


def test_a_reader_who_leaves_early_hears_no_complaint(tmp_path: Path) -> None:
    command = f"{Path(sys.executable).parent / 'gouji'} rules --format json | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) in (("141\n", ""), ("0\n", ""))


def test_a_chinese_character_is_two_columns_wide() -> None:
    assert width("表2") == 3
    assert width(pad("表", 6)) == 6
    assert shorten("政府信息公开", 7) == "政府信…"
    assert indent("a\nb", "  ", 10) == ["  a", "  b"]


def test_lines_break_between_characters_but_never_before_a_closing_mark() -> None:
    assert wrap("核对登记，改正总计。", 8) == ["核对登", "记，改正", "总计。"]
    assert wrap("see gouji check --help", 10) == ["see gouji", "check", "--help"]
