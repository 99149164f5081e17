"""What a person is told of a configuration that cannot be used."""

import re
from pathlib import Path

import pytest

from gouji.errors import ConfigError
from gouji.settings import load, make_home
from gouji.settings.mistakes import TABLES, known_keys
from gouji.words import words
from tests.gouji.settings.configured import INBOX, loaded, refusal


def test_an_unknown_key_is_named_with_its_line_and_what_may_be_meant(tmp_path: Path) -> None:
    said = refusal(tmp_path, 'home = "state"\nhoem = 1\n')
    assert "第 2 行" in said
    assert "“hoem”" in said
    assert "“home”" in said


def test_every_mistake_of_a_file_is_told_at_once_in_the_order_of_the_lines(tmp_path: Path) -> None:
    said = refusal(tmp_path, f'ticket_level = "fatal"\n{INBOX}stag = "draft"\n[brake]\nshare = 2\ntickets = true\n')
    assert re.findall(r"第 (\d+) 行：\D*?“([\w.]+)”", said) == [
        ("1", "ticket_level"), ("6", "sources.stag"), ("8", "brake.share"), ("9", "brake.tickets"),
    ]  # fmt: skip


def test_a_missing_key_is_told_at_its_table(tmp_path: Path) -> None:
    said = refusal(tmp_path, f'{INBOX}\n[[sources]]\nname = "b"\ntype = "folder"\n')
    assert "第 6 行" in said
    assert "“sources.path”" in said


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('sources = [\n  {name = "a", type = "folder", path = "p"},\n  {name = 1, type = "folder", path = "p"},\n]', 3, "sources.name"),
        ('[[sources]]\nname = "a"\ntype = "floppy"', 3, "sources.type"),
        ('[[sources]]\nname = "a"', 1, "sources.type"),
        ('\n[sources]\nname = "a"', 2, "sources"),
        ('[schedule]\ncron = ["0 6 * * *",\n  "0 6 31 2 *"]', 3, "schedule.cron"),
        ('ticket_years = ["2025"]', 1, "ticket_years"),
        ('"timezone" = "Mars/Olympus"', 1, "timezone"),
        ('mail.host = "h"\nmail.from = "a@b"\nmail.to = "a@b"', 3, "mail.to"),
        ('mail.host = "h"\nmail.to = ["a@b\\nBcc: c@d"]\nmail.from = "a@b"', 2, "mail.to"),
        ('[roster]\npath = "nowhere.csv"', 2, "roster.path"),
        ("home = 3", 1, "home"),
        ("# 说明\nbrake.share = nan", 2, "brake.share"),
        ('[[notices]]\nto = "office"\nurl = "wecombot://key"', 3, "notices.url"),
        ('[[notices]]\nto = "all"\nurl = { env = "A" }', 2, "notices.to"),
        ('[[notices]]\nto = "body"\nurl = { env = "A" }', 2, "notices.to"),
        ('[[notices]]\nto = "office"\nagency = "青禾县水务局"\nurl = { env = "A" }', 2, "notices.to"),
        ('[[notices]]\nto = "office"\nwhen = "before-deadline"\nurl = { env = "A" }', 3, "notices.when"),
        ('[[notices]]\nto = "office"\nquiet = ["22:00-24:00"]\nurl = { env = "A" }', 3, "notices.quiet"),
        ('mail.host = "h"\nmail.from = "a@b"\nmail.to = ["a@b"]\nmail.bodies = true', 4, "mail.bodies"),
        ('mail.host = "h"\nmail.from = "a@b"\nmail.to = ["a@b"]\nmail.when = ["hourly"]', 4, "mail.when"),
        ('[operator]\nto = ["a@b"]', 2, "operator"),
        ('[templates]\npath = "nowhere"', 2, "templates.path"),
        ("[privacy]\nwho = 1", 2, "privacy.who"),
        ('[pages]\nurl = "ftp://a"', 2, "pages.url"),
    ],
)
def test_a_wrong_value_is_told_with_key_and_line(tmp_path: Path, text: str, line: int, key: str) -> None:
    said = refusal(tmp_path, text)
    assert f"第 {line} 行：" in said
    assert f"“{key}”" in said


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("home = “a”", 1, "半角"),
        ('timezone = "Asia/Shanghai"\nhome = "D:\\年报"', 2, "反斜杠"),
        ('home = "a"\nhome = "b"', 2, "两次"),
        (f'{INBOX}[sources]\nname = "b"', 5, "双方括号"),
        ("[mail\nport = 25", 1, "名称 = 值"),
        ("home =\nledger = 3\n", 1, "名称 = 值"),
        ('home = "a\x00"', 1, "名称 = 值"),
        ("home = " + "[" * 5000 + "]" * 5000, 1, "名称 = 值"),
    ],
)
def test_a_syntax_error_is_told_with_its_line_and_a_way_out(tmp_path: Path, text: str, line: int, hint: str) -> None:
    said = refusal(tmp_path, text)
    assert f"第 {line} 行" in said
    assert hint in said
    assert said.isprintable()


def test_a_file_that_is_not_there_or_not_utf8_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no configuration file"):
        load(tmp_path / "none.toml")
    (tmp_path / "gbk.toml").write_bytes('home = "a"\n# 说明\n'.encode("gbk"))
    with pytest.raises(ConfigError, match="line 2"):
        load(tmp_path / "gbk.toml")


def test_a_file_that_notepad_saved_loads(tmp_path: Path) -> None:
    path = tmp_path / "gouji.toml"
    path.write_bytes('home = "a"\r\nhoem = 1\r\n'.encode("utf-8-sig"))
    with pytest.raises(ConfigError, match=r"line 2.*hoem"):
        load(path)


def test_two_sources_of_one_name_are_refused(tmp_path: Path) -> None:
    assert "第 6 行" in refusal(tmp_path, INBOX + INBOX)


def test_a_source_may_not_hold_our_own_pages(tmp_path: Path) -> None:
    assert "第 5 行" in refusal(tmp_path, f'home = "inbox/state"\n{INBOX}')
    assert loaded(tmp_path, f'home = "."\n{INBOX}').sources


def test_a_home_that_cannot_be_written_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(ConfigError, match=r"line 2.*taken"):
        make_home(loaded(tmp_path, '\nhome = "taken"'))
    settings = loaded(tmp_path, "")
    make_home(settings)
    assert all(folder.is_dir() for folder in (settings.archive, settings.pages, settings.logs))


def test_every_key_has_its_sentence_of_what_is_expected() -> None:
    keys = {".".join((*table[:1], key)) for table in TABLES for key in known_keys(table)}
    assert all(words(f"settings.expected-{key}").zh for key in keys)
