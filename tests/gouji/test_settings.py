"""The configuration: what is accepted, and what a person is told of what is not."""

import re
import subprocess
import sys
import tomllib
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tomlkit import dumps

from gouji.errors import ConfigError
from gouji.language import language
from gouji.publication import Stage
from gouji.settings import FolderSetting, Secret, Settings, commented_config, load, make_home
from gouji.settings.cron import is_cron, next_time
from gouji.settings.hours import Hours, quiet_at
from gouji.settings.lines import key_lines
from gouji.settings.mistakes import TABLES, known_keys
from gouji.settings.secret import look_up_blocks_by, without_secrets
from gouji.words import words

INBOX = '[[sources]]\nname = "inbox"\ntype = "folder"\npath = "inbox"\n'


def loaded(folder: Path, text: str) -> Settings:
    path = folder / "gouji.toml"
    path.write_text(text, "utf-8")
    return load(path)


def refusal(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, text)
    return caught.value.words.zh


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_what_init_writes_loads(tmp_path: Path, tongue: Any) -> None:
    (tmp_path / "bodies.csv").write_text("机构名称\n", "utf-8")
    settings = loaded(tmp_path, commented_config(tongue))
    assert settings.sources == (FolderSetting(type="folder", name="inbox", path=tmp_path / "inbox", stage=Stage.PUBLISHED),)


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_what_init_writes_as_a_comment_loads_as_well(tmp_path: Path, tongue: Any) -> None:
    for name in ("bodies.csv", "rules.toml", "pages.csv"):
        (tmp_path / name).touch()
    (tmp_path / "templates").mkdir()
    every_key = re.sub(r"^# (?=\[+\w|\w+ = )", "", commented_config(tongue), flags=re.MULTILINE)
    settings = loaded(tmp_path, every_key.replace('ledger = "postgresql', 'ledger = "postgresql'))
    assert settings.mail is not None
    assert settings.ticket_years == (2025,)
    assert settings.rules is not None
    assert (settings.mail.bodies, settings.mail.superiors, str(settings.mail.quiet[0])) == (True, True, "22:00-07:00")
    assert [(notice.key, notice.to, notice.url) for notice in settings.notices] == [("office-chat", "office", Secret(env="GOUJI_CHAT_URL"))]
    assert settings.operator is not None
    assert [source.type for source in settings.sources] == ["folder", "website", "list", "object-store"]


def test_an_empty_file_is_a_configuration_with_every_default(tmp_path: Path) -> None:
    settings = loaded(tmp_path, "")
    assert settings.home == tmp_path / "gouji-data"
    assert settings.ledger_url == f"sqlite:///{tmp_path}/gouji-data/ledger.sqlite"
    assert settings.pages == tmp_path / "gouji-data" / "pages"
    assert (settings.timezone, settings.ticket_level, settings.brake.tickets, settings.brake.share) == ("Asia/Shanghai", "error", 5, 0.1)
    assert settings.schedule.cron == ("0 6 * 1-3 *", "0 6 1 4-12 *")


def test_every_example_of_the_contract_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "bodies.csv").touch()
    (tmp_path / "rules.toml").touch()
    settings = loaded(
        tmp_path,
        f"""
        home = "data"
        ledger = "sqlite:///mine.sqlite"
        ticket_years = [2024, 2025]
        schedule.cron = ["*/5 8-18 * jan-mar mon-fri"]
        {INBOX}
        [[sources]]
        name = "county"
        type = "website"
        url = "https://county.example/ndbg/"
        allow_hosts = ["10.0.0.8:8080"]
        requests_per_second = 2
        from_year = 2021
        [[sources]]
        name = "store"
        type = "object-store"
        bucket = "reports"
        [roster]
        path = "bodies.csv"
        [mail]
        host = "127.0.0.1"
        from = "勾稽 <gouji@example.org>"
        to = ["office@example.org"]
        password = {{ file = "secret" }}
        [[trackers]]
        type = "github"
        repository = "owner/name"
        api = "https://code.example/api"
        token = {{ env = "GOUJI_TOKEN" }}
        [rules]
        path = "rules.toml"
        """,
    )
    assert settings.ledger_url == f"sqlite:///{tmp_path}/mine.sqlite"
    assert [source.type for source in settings.sources] == ["folder", "website", "object-store"]
    assert settings.mail is not None
    assert settings.mail.password == Secret(file=tmp_path / "secret")


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
    "text",
    [
        '[mail]\nhost = "h"\nfrom = "a@b.org"\nto = ["a@b.org"]\npassword = "hunter2"',
        '[[trackers]]\ntype = "jira"\ntoken = "hunter2"',
        'ledger = "postgresql+psycopg://gouji:hunter2@db/gouji"',
        '[[trackers]]\ntype = "jira"\ntoken = "hunter2',
        '[[sources]]\nname = "w"\ntype = "website"\nurl = "https://u:hunter2@h/"',
    ],
)
def test_a_secret_written_out_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, text)
    assert "hunter2" not in str(caught.value.words) + repr(caught.value.__cause__)


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


def test_a_secret_is_looked_up_only_when_used_and_never_shown(tmp_path: Path) -> None:
    secret = Secret(env="GOUJI_TEST_SECRET")
    with pytest.raises(ConfigError, match="GOUJI_TEST_SECRET"):
        secret.reveal({})
    assert secret.reveal({"GOUJI_TEST_SECRET": "hunter2"}) == "hunter2"
    file = tmp_path / "secret"
    file.write_text("hunter2\n")
    file.chmod(0o600)
    assert Secret(file=file).reveal() == "hunter2"
    assert "hunter2" not in repr(Secret(file=file))


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("hunter2")
    file.chmod(0o644)
    with pytest.raises(ConfigError, match="chmod 600"):
        Secret(file=file).reveal()


def test_a_ledger_with_a_password_comes_from_the_environment(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("postgresql+psycopg://gouji:hunter2@db/gouji")
    path.chmod(0o600)
    assert loaded(tmp_path, 'ledger = { file = "secret" }').ledger_url == "postgresql+psycopg://gouji:hunter2@db/gouji"


def test_a_home_that_cannot_be_written_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(ConfigError, match=r"line 2.*taken"):
        make_home(loaded(tmp_path, '\nhome = "taken"'))
    settings = loaded(tmp_path, "")
    make_home(settings)
    assert all(folder.is_dir() for folder in (settings.archive, settings.pages, settings.logs))


@pytest.mark.parametrize(
    ("option", "configured", "environ", "spoken"),
    [
        ("en", "zh", {"LANG": "zh_CN.UTF-8"}, "en"),
        ("zh", "en", {}, "zh"),
        (None, "zh", {"LANG": "en_GB.UTF-8"}, "zh"),
        (None, None, {"LANG": "en_GB.UTF-8"}, "en"),
        (None, None, {"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB"}, "zh"),
        (None, None, {"LC_ALL": "", "LANG": "en_GB"}, "en"),
        (None, None, {"LANG": "C.UTF-8"}, "zh"),
        (None, None, {"LC_ALL": "POSIX", "LANG": "en_GB"}, "zh"),
        (None, None, {}, "zh"),
        (None, None, {"LANG": "fr_FR"}, "en"),
    ],
)
def test_the_option_goes_before_the_configuration_and_that_before_the_locale(
    option: str | None, configured: Any, environ: dict[str, str], spoken: str
) -> None:
    assert language(option, Settings.model_construct(language=configured), environ) == spoken
    if configured is None:
        assert language(option, None, environ) == spoken


def test_tickets_are_for_last_year_unless_the_years_are_named(tmp_path: Path) -> None:
    today = date(2026, 3, 1)
    assert [year for year in (2024, 2025, 2026) if loaded(tmp_path, "").tickets_for(year, today)] == [2025]
    assert [year for year in (2023, 2024) if loaded(tmp_path, "ticket_years = [2024]").tickets_for(year, today)] == [2024]
    assert loaded(tmp_path, 'ticket_years = "all"').tickets_for(2009, today)


@pytest.mark.parametrize("text", ["* * * * *", "0 6 * 1-3 *", "*/15 8-18/2 1,15 * mon", "0 0 29 2 *", "0 0 31 2 1", "5/10 * * * 7"])
def test_a_schedule_that_fires_is_accepted(text: str) -> None:
    assert is_cron(text)


@pytest.mark.parametrize("text", ["", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "a * * * *", "*/0 * * * *", "0 0 30 2 *", "5-3 * * * *", "@daily"])  # fmt: skip
def test_a_schedule_that_never_fires_is_refused(text: str) -> None:
    assert not is_cron(text)


def test_every_key_has_its_sentence_of_what_is_expected() -> None:
    keys = {".".join((*table[:1], key)) for table in TABLES for key in known_keys(table)}
    assert all(words(f"settings.expected-{key}").zh for key in keys)


def test_lines_are_those_that_a_person_counts() -> None:
    text = (
        '# a\n"x.y" = """\nfirst\nsecond"""\n\n[a . b]\nc = {d = [1,\n 2], e = \'#\'}\n[[t]]\nn = 1\n[t.sub]\nk = 1\n[[t]]\nn = 2 # [[t]]\n'
    )
    lines = key_lines(text)
    assert lines[("x.y",)] == 2
    assert lines[("a", "b")] == 6
    assert (lines["a", "b", "c", "d", 0], lines["a", "b", "c", "d", 1], lines["a", "b", "c", "e"]) == (7, 8, 8)
    assert (lines["t", 0], lines["t", 0, "sub", "k"], lines["t", 1, "n"]) == (9, 12, 14)


SCALARS = st.one_of(st.integers(-9, 9), st.booleans(), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), st.dates())
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab. \"'#[", max_size=4), inner, max_size=3)
)


@given(st.dictionaries(st.text('ab. "#=', max_size=4), TREES, max_size=4))
def test_every_key_that_toml_holds_has_a_line(tree: dict[str, Any]) -> None:
    text = dumps(tree)
    assert set(key_lines(text)) == paths(tomllib.loads(text))


def paths(value: Any, before: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path for key, held in inner for path in ({(*before, key)} | paths(held, (*before, key)))}


def test_reading_a_configuration_imports_no_framework() -> None:
    code = "import sys, gouji.settings; print([m for m in ('pandas', 'prefect', 'pdfplumber', 'sqlalchemy') if m in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_urgent_messages_need_a_server_and_go_to_those_of_the_mail_where_nobody_else_is_named(tmp_path: Path) -> None:
    path, mail = tmp_path / "gouji.toml", '[mail]\nhost = "127.0.0.1"\nfrom = "gouji@example.org"\nto = ["office@example.org"]\n'
    path.write_text('[privacy]\nto = ["privacy@example.org"]\n', "utf-8")
    with pytest.raises(ConfigError, match=r"line 2: privacy.to"):
        load(path)
    path.write_text(f'{mail}[privacy]\nto = ["privacy@example.org"]\n', "utf-8")
    assert load(path).urgent_to == ("privacy@example.org",)
    path.write_text(mail, "utf-8")
    assert load(path).urgent_to == ("office@example.org",)


@pytest.mark.parametrize(
    ("cron", "after", "fires"),
    [
        ("0 6 * 1-3 *", datetime(2026, 1, 31, 6, 0), datetime(2026, 2, 1, 6, 0)),
        ("0 6 * 1-3 *", datetime(2026, 3, 31, 6, 1), datetime(2027, 1, 1, 6, 0)),
        ("30 22,8 * * mon-fri", datetime(2026, 2, 6, 23, 0), datetime(2026, 2, 9, 8, 30)),
        ("0 0 1 * 0", datetime(2026, 2, 2, 0, 0), datetime(2026, 2, 8, 0, 0)),
        ("0 0 29 2 *", datetime(2026, 3, 1, 0, 0), datetime(2028, 2, 29, 0, 0)),
    ],
)
def test_a_schedule_tells_when_it_fires_next(cron: str, after: datetime, fires: datetime) -> None:
    assert next_time(cron, after) == fires


def test_two_notices_that_cannot_be_told_apart_are_refused(tmp_path: Path) -> None:
    same = '[[notices]]\nto = "office"\nurl = { env = "A" }\n'
    assert "分不开" in refusal(tmp_path, same + same)
    named = same.replace("to =", 'name = "甲"\nto =')
    assert [notice.key for notice in loaded(tmp_path, same + named).notices] == ["A-office-patrol", "甲"]


@pytest.mark.parametrize(("at", "quiet"), [("21:59", False), ("22:00", True), ("03:00", True), ("06:59", True), ("07:00", False)])
def test_quiet_hours_go_past_midnight(at: str, quiet: bool) -> None:
    hours = [Hours(time.fromisoformat("22:00"), time.fromisoformat("07:00"))]
    assert quiet_at(hours, datetime.fromisoformat(f"2025-03-03T{at}:00+08:00")) is quiet


def test_what_was_looked_up_is_hidden_wherever_it_turns_up() -> None:
    address = "wecombot://Planted-Key-0001/?x=1"
    assert Secret(env="PLANTED").reveal({"PLANTED": address}) == address
    assert without_secrets(f"failed: {address}") == "failed: ******"
    assert without_secrets("https://qyapi.example/send?key=Planted-Key-0001&v=2") == "https://qyapi.example/send?key=******&v=2"


def test_a_block_is_looked_up_by_whoever_can() -> None:
    look_up_blocks_by({"mail": "planted-block-0002"}.__getitem__)
    assert Secret(block="mail").reveal() == "planted-block-0002"
    assert repr(Secret(block="mail")) == "Secret(block='mail')"


def test_the_guide_on_notices_shows_a_configuration_that_loads(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "notices.md").read_text("utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "bodies.csv").write_text("机构名称\n", "utf-8")
    [shown] = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    settings = loaded(tmp_path, shown + '[roster]\npath = "bodies.csv"\n')
    assert settings.mail is not None
    assert settings.mail.when == ("patrol", "before-deadline")


TRACKER = '[[trackers]]\ntype = "github"\nrepository = "office/reports"\ntoken = { env = "GOUJI_TOKEN" }\n'


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[[trackers]]\ntype = "xlsx"', 2, "trackers.path"),
        ('[[trackers]]\ntype = "github"\nrepository = "a/b"', 2, "trackers.token"),
        ('[[trackers]]\ntype = "jira"\ntoken = { env = "T" }\nurl = "https://j.example"', 2, "trackers.project"),
        (f"{TRACKER}{TRACKER}name = 'github'\n", 6, "github"),
        ('[[trackers]]\ntype = "xlsx"\npath = "a.xlsx"\n[trackers.columns]\n"单位" = "{agancy}"', 2, "agancy"),
        ('[[trackers]]\ntype = "webhook"\nurl = "https://user:pass@robot.example/"', 3, "trackers.url"),
    ],
)
def test_a_tracker_without_what_it_needs_is_told_with_its_line(tmp_path: Path, text: str, line: int, key: str) -> None:
    said = refusal(tmp_path, text)
    assert f"第 {line} 行" in said
    assert key in said


def test_trackers_of_one_type_have_names_of_their_own(tmp_path: Path) -> None:
    settings = loaded(tmp_path, f"{TRACKER}{TRACKER}{TRACKER}name = '市局'\n")
    assert settings.tracker_names == ("github", "github-2", "市局")
