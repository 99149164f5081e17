"""gouji doctor: what a patrol needs is looked at, and nothing is made, changed or sent."""

import json
import socket
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from gouji.clock import CHINA
from tests.flows.calling import Ended, gouji
from tests.flows.told import postbox
from tests.flows.town import FAULTY, Town


def doctor(town: Town, *arguments: str) -> Ended:
    return gouji("doctor", "--config", town.folder / "gouji.toml", *arguments)


def looks(town: Town) -> dict[str, tuple[str, str, str]]:
    """By what was looked at: its state, what is said, what to do."""
    found: list[dict[str, Any]] = json.loads(doctor(town, "--format", "json").out)["looks"]
    return {look["what"]["zh"]: (look["state"], look["said"]["zh"], (look["remedy"] or {"zh": ""})["zh"]) for look in found}


def test_a_new_office_is_ready_and_still_empty_afterwards(town: Town) -> None:
    before = sorted(town.folder.rglob("*"))
    ended = doctor(town)
    assert (ended.status, ended.err) == (0, "")
    assert "可以巡检（gouji run）" in ended.out.splitlines()[-1]
    assert sorted(town.folder.rglob("*")) == before
    assert looks(town)["台账"] == ("ready", "还没有，第一次巡检时建立", "")


def test_every_place_that_a_patrol_would_fail_at_is_missing_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    config = f"""
[mail]
host = "127.0.0.1"
port = {port}
from = "gouji@example.org"
to = ["office@example.org"]

[[notices]]
name = "robot"
url = {{ env = "GOUJI_TEST_UNSET" }}
to = "office"

[[trackers]]
type = "gitea"
api = "http://127.0.0.1:{port}"
repository = "office/reports"
token = {{ env = "GOUJI_TEST_UNSET" }}
"""
    town = Town.found(tmp_path / "town", config)
    (town.folder / "inbox").rmdir()
    found = looks(town)
    assert {what: state for what, (state, _, _) in found.items() if state == "missing"} == dict.fromkeys(
        ["来源 inbox", "邮件", "通知 robot", "工单 gitea"], "missing"
    )
    assert found["来源 inbox"][2] == f"mkdir -p {town.folder / 'inbox'}，或改正配置里的 path"
    assert str(port) in found["邮件"][1]
    assert "GOUJI_TEST_UNSET" in found["通知 robot"][1]
    assert "GOUJI_TEST_UNSET" in found["工单 gitea"][1]
    ended = doctor(town)
    assert (ended.status, ended.out.splitlines()[-1][:5]) == (1, "缺 4 项")


def test_a_mail_server_is_greeted_and_given_nothing(tmp_path: Path) -> None:
    with postbox() as box:
        town = Town.found(tmp_path / "town", box.settings())
        assert looks(town)["邮件"] == ("ready", f"127.0.0.1:{box.port} 接受连接；摘要发给 office@example.org", "")
        assert box.letters == []


def test_what_is_only_sent_to_or_on_the_network_is_said_to_be_untried(tmp_path: Path) -> None:
    config = '[[trackers]]\ntype = "webhook"\nurl = "https://hook.example/x"\n[[sources]]\nname = "county"\ntype = "website"\nurl = "https://county.example/"\n'
    found = looks(Town.found(tmp_path / "town", config))
    assert found["工单 webhook"] == ("unasked", "只能发送、不能询问，没有试", "")
    assert found["来源 county"] == ("unasked", "在网上，没有试", "gouji sources check county（照巡检的办法看一遍，不取报告）")


def test_a_ledger_of_another_version_is_named_and_left_as_it_is(town: Town) -> None:
    town.put("water", FAULTY)
    town.patrol()
    assert looks(town)["台账"] == ("ready", "打得开，结构与本版本一致", "")
    ledger = town.ledger()
    with ledger.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    assert looks(town)["台账"][1].startswith("打得开；结构与本版本不同")
    with ledger.engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "0001"
    ledger.close()


@pytest.mark.parametrize(("component", "what"), [("libreoffice-writer-nogui", "读 DOC、WPS"), ("libreoffice-calc-nogui", "读 XLS、ET")])
def test_without_libreoffice_the_package_is_named(town: Town, monkeypatch: pytest.MonkeyPatch, component: str, what: str) -> None:
    monkeypatch.setenv("PATH", "")
    state, _, remedy = looks(town)[what]
    assert (state, remedy) == ("less", f"sudo apt install {component}")


def test_bodies_whose_deadline_nobody_knows_are_counted_with_what_to_do(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", '[roster]\npath = "bodies.csv"\n')
    path = town.folder / "bodies.csv"
    rows = [
        "机构名称,机构类型,截止日期",
        "青禾县水务局,部门,",
        "青禾县柳镇人民政府,乡镇,",
        f"青禾县河镇人民政府,乡镇,{datetime.now(CHINA).year}-03-31",
    ]
    path.write_text("\n".join(rows), "utf-8")
    assert looks(town)["单位名单"] == ("less", f"{path}，3 个单位，其中 1 个的期限不明，过期也不会认定缺报告", "gouji roster check")
