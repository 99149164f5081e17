"""What a configuration may say, and what holds where it says nothing."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gouji.publication import Stage
from gouji.settings import FolderSetting, Secret, commented_config
from tests.gouji.settings.configured import INBOX, loaded


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
    settings = loaded(tmp_path, every_key)
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


def test_tickets_are_for_last_year_unless_the_years_are_named(tmp_path: Path) -> None:
    today = date(2026, 3, 1)
    assert [year for year in (2024, 2025, 2026) if loaded(tmp_path, "").tickets_for(year, today)] == [2025]
    assert [year for year in (2023, 2024) if loaded(tmp_path, "ticket_years = [2024]").tickets_for(year, today)] == [2024]
    assert loaded(tmp_path, 'ticket_years = "all"').tickets_for(2009, today)


def test_reading_a_configuration_imports_no_framework() -> None:
    code = "import sys, gouji.settings; print([m for m in ('pandas', 'prefect', 'pdfplumber', 'sqlalchemy') if m in sys.modules])"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
