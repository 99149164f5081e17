"""The commands of an office: init, run, tickets, outbox, notify, docs, status."""

import json
import os
import pty
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from flows.cli.trouble import ledger_sentence
from gouji.ledger import outbox, tables
from gouji.settings import load
from gouji.words import words
from tests.flows.calling import gouji
from tests.flows.killing import killed
from tests.flows.town import AGENCY, FAULTY, SOUND, Town


def test_init_sets_up_what_a_patrol_needs_and_never_overwrites(tmp_path: Path) -> None:
    assert gouji("init", tmp_path).status == 0
    assert {path.name for path in tmp_path.iterdir()} == {"gouji.toml", "inbox", "bodies.csv"}
    (tmp_path / "bodies.csv").write_text("机构名称\n青禾县水务局\n", "utf-8")
    assert gouji("init", tmp_path).status == 0
    assert (tmp_path / "bodies.csv").read_text("utf-8") == "机构名称\n青禾县水务局\n"
    again = gouji("init", tmp_path).out
    assert again.startswith(f"已有 {tmp_path / 'gouji.toml'}，没有改动\n已有 {tmp_path / 'bodies.csv'}，没有改动\n")
    assert gouji("run", "--plain", "--config", tmp_path / "gouji.toml").status == 0


def test_init_asks_at_a_terminal_for_the_roster_and_the_column(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "flows.cli.main", "--lang", "zh", "init", str(tmp_path)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs) as asking:
        os.write(ours, "名单.xlsx\nwww.county.example\nhttps://www.county.example/ndbg/\n".encode())
        assert asking.wait(60) == 0
    os.close(theirs)
    os.close(ours)
    (tmp_path / "名单.xlsx").touch()
    made = load(tmp_path / "gouji.toml").model_dump()
    assert made["roster"]["path"] == tmp_path / "名单.xlsx"
    assert [(source["type"], source.get("url")) for source in made["sources"]] == [
        ("folder", None),
        ("website", "https://www.county.example/ndbg/"),
    ]


def test_the_status_says_what_stands_in_the_way_since_when_and_which_command_to_give(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    mail = f'[mail]\nhost = "127.0.0.1"\nport = {port}\nfrom = "a@b.cn"\nto = ["c@d.cn"]\n'
    town = Town.found(tmp_path / "town", mail + '[[sources]]\nname = "lost"\ntype = "folder"\npath = "lost"\n')
    town.put("water", FAULTY)
    town.patrol()
    town.patrol()
    lines = gouji("status", "--config", town.folder / "gouji.toml").out.splitlines()
    assert [line[:22] for line in lines if line.startswith("来源 lost")] == ["来源 lost：连续 2 次没有看全：文件夹"]
    assert [line.partition("：")[0] for line in lines if line.startswith("待发消息")] == ["待发消息 1 条，最早的自 2025-03-03 12:00 起"]
    assert lines[-1] == "现在可以看：gouji sources check lost；gouji outbox list"


def test_the_status_of_a_quiet_office_says_that_nothing_is_to_be_done(town: Town) -> None:
    town.put("water", SOUND)
    town.patrol()
    assert gouji("status", "--config", town.folder / "gouji.toml").out.splitlines()[-1] == "现在不用做什么。"


def test_the_status_tells_a_patrol_that_goes_on_from_one_that_broke_off(town: Town) -> None:
    config = town.folder / "gouji.toml"
    assert gouji("status", "--config", config).status == 2
    town.put("water", SOUND)
    under_way: list[str] = []

    def ask(boundary: str) -> None:
        if boundary == "patrol begun: committed" and not under_way:
            under_way.extend(gouji("status", "--config", config).out.splitlines())

    town.patrol(ask)
    assert [line.partition("（")[0] for line in under_way if line.startswith("巡检正在进行")] == ["巡检正在进行：2025-03-03 12:00 开始"]
    assert under_way[-1] == "现在不用做什么。"
    assert killed(town.patrol, "publish: index written") == "SIGKILL"
    first, second, *_, last = gouji("status", "--config", config).out.splitlines()
    assert first == "上次巡检 2025-03-03 12:00 完成，用时 0 秒"
    assert second == "2025-03-03 13:00 开始的巡检没有做完就中断了；已取来的都在，再运行 gouji run 接着做"
    assert last == "现在可以看：gouji run"
    town.now += timedelta(hours=1)
    town.patrol()
    assert gouji("status", "--config", config).out.splitlines()[-1] == "现在不用做什么。"


def test_the_status_names_the_log_in_which_a_broken_patrol_is_described(town: Town) -> None:
    town.put("water", SOUND)

    def break_off(boundary: str) -> None:
        if boundary == "publish: index written":
            raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError):
        town.patrol(break_off)
    (log,) = (town.folder / "home" / "logs").glob("failure-*.txt")
    first, second, *_ = gouji("status", "--config", town.folder / "gouji.toml").out.splitlines()
    assert (first, str(log) in second) == ("还没有完成过一次巡检。运行 gouji run。", True)


def test_what_was_refused_is_counted_wherever_messages_are(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    town.put("water", FAULTY)
    town.patrol()
    with closing(town.ledger()) as ledger, ledger.writing("refused") as session:
        (message,) = session.scalars(select(tables.Message))
        outbox.failed(session, message.id, town.now, words("tickets.pause-reason"), permanent=True)
    config = town.folder / "gouji.toml"
    lines = gouji("status", "--config", config).out.splitlines()
    assert lines[-3:-2] == ["被拒收的消息 1 条，不会自动再发；原因和办法见 gouji outbox list"]
    assert lines[-1] == "现在可以看：gouji outbox list"
    assert gouji("notify", "--config", config).out == "发出 0 条，待发 0 条，被拒收 1 条（gouji outbox list）。\n"
    told = gouji("run", "--plain", "--config", config).out.splitlines()
    assert "消息  发出 0，待发 0，被拒收 1（gouji outbox list 说明原因）" in told
    assert json.loads(gouji("notify", "--config", config, "--format", "json").out)["refused"] == 1


def test_what_the_machine_refuses_is_said_in_words_and_not_in_its_own(tmp_path: Path) -> None:
    token = '[[trackers]]\ntype = "github"\nrepository = "a/b"\ntoken = { file = "key" }\n'
    town = Town.found(tmp_path / "town", f'[[sources]]\nname = "lost"\ntype = "folder"\npath = "lost"\n{token}')
    config = town.folder / "gouji.toml"
    said = [
        gouji(*command, "--config", config) for command in (("doctor",), ("run", "--plain"), ("tickets", "import", tmp_path / "no.csv"))
    ]
    assert ["没有这个文件或文件夹" in "".join((ended.out + ended.err).split()) for ended in said] == [True, True, True]
    assert all("No such file" not in ended.out + ended.err and "Errno" not in ended.out for ended in said)


def test_a_patrol_without_any_source_says_so(tmp_path: Path) -> None:
    (tmp_path / "gouji.toml").write_text('home = "state"\n', "utf-8")
    ended = gouji("run", "--plain", "--config", tmp_path / "gouji.toml")
    assert (ended.status, ended.out.splitlines()[0].partition("。")[0]) == (0, "来源  没有配置：没有可查的")


def test_an_unknown_key_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "gouji.toml").write_text('home = "state"\nhoem = 1\n', "utf-8")
    ended = gouji("run", "--plain", "--config", tmp_path / "gouji.toml")
    assert (ended.status, ended.out) == (2, "")
    assert "hoem" in ended.err


def test_without_a_configuration_it_says_what_to_do(tmp_path: Path) -> None:
    ended = gouji("tickets", "list", "--config", tmp_path / "gouji.toml")
    assert (ended.status, "gouji init" in ended.err) == (2, True)


def test_before_the_first_patrol_there_is_no_ledger_and_none_is_made(town: Town) -> None:
    ended = gouji("tickets", "list", "--config", town.folder / "gouji.toml")
    assert (ended.status, "gouji run" in ended.err) == (2, True)
    assert not (town.folder / "home").exists()


def test_a_patrol_is_told_in_ten_lines_and_its_ticket_is_listed(town: Town) -> None:
    town.put("water", FAULTY)
    config = town.folder / "gouji.toml"
    ended = gouji("run", "--plain", "--config", config)
    assert ended.status == 0
    assert len(ended.out.splitlines()) <= 10
    assert "新立 1" in ended.out
    assert str(town.pages / "index.html") in ended.out
    (ticket,) = json.loads(gouji("tickets", "list", "--config", config, "--format", "json").out)["tickets"]
    assert (ticket["agency"], ticket["year"], ticket["status"]) == (AGENCY, 2024, "open")
    assert AGENCY in gouji("tickets", "list", "--config", config).out
    shown = gouji("tickets", "show", f"#{ticket['id']}", "--config", config).out
    assert "proceedings-sum" in shown
    assert "    改法 核对案件登记，改正分项或总计。" in shown.splitlines()
    assert "    依据 国办公开办函〔2021〕30号表式" in shown
    assert ticket["findings"][0]["fingerprint"] in shown


def test_a_rehearsal_says_what_would_be_opened_and_opens_nothing(town: Town) -> None:
    town.put("water", FAULTY)
    config = town.folder / "gouji.toml"
    out = gouji("run", "--plain", "--dry-run", "--config", config).out
    assert f"将立工单：{AGENCY} 2024" in out
    assert f"  其中“复议诉讼各项之和与总计不符”（proceedings-sum）涉及 1 个单位：{AGENCY}" in out.splitlines()
    assert gouji("run", "--plain", "--config", config, "--format", "json").out.count('"opened": 1') == 1


def test_what_waits_for_a_person_is_listed(town: Town) -> None:
    town.put("broken.pdf", b"%PDF-1.4\nnothing")
    config = town.folder / "gouji.toml"
    gouji("run", "--plain", "--config", config)
    assert "broken.pdf" in gouji("tickets", "list", "--waiting", "--config", config).out


def test_a_ticket_that_is_not_there_is_one_sentence(town: Town) -> None:
    town.patrol()
    ended = gouji("tickets", "show", "77", "--config", town.folder / "gouji.toml")
    assert (ended.status, ended.out) == (2, "")
    assert "77" in ended.err


@pytest.mark.parametrize(
    ("said", "begins"),
    [("database or disk is full", "台账所在的磁盘已满"), ("connection refused", "台账数据库连不上或不能写（connection refused）")],
)
def test_a_database_that_fails_half_way_is_one_sentence_and_no_fault_of_gouji(said: str, begins: str) -> None:
    sentence = ledger_sentence(OperationalError("insert", {}, sqlite3.OperationalError(said)))
    assert sentence is not None
    assert sentence.zh.startswith(begins)
    assert ledger_sentence(KeyError("status")) is None


def test_what_goes_out_can_be_held_and_released(town: Town) -> None:
    town.patrol()
    config = town.folder / "gouji.toml"
    assert gouji("pause", "--config", config).status == 0
    assert "gouji resume" in gouji("status", "--config", config).out
    assert gouji("resume", "--config", config).status == 0
    assert "gouji resume" not in gouji("status", "--config", config).out


def test_pages_are_built_again_from_the_ledger(ticketed: Town) -> None:
    town, config = ticketed, ticketed.folder / "gouji.toml"
    (town.pages / "index.html").unlink()
    ended = gouji("docs", "build", "--config", config)
    assert (ended.status, ended.out.strip()) == (0, str(town.pages / "index.html"))
    assert (town.pages / "index.html").exists()


def test_nothing_waits_to_be_sent_after_a_patrol_without_mail(town: Town) -> None:
    town.patrol()
    config = town.folder / "gouji.toml"
    assert gouji("outbox", "list", "--config", config).out == "没有待发的消息。\n"
    assert gouji("notify", "--dry-run", "--config", config).out == "没有待发的消息。\n"
    assert gouji("notify", "--config", config).status == 0


def test_the_configurations_language_goes_before_the_locale_and_lang_before_both(town: Town) -> None:
    town.patrol()
    config = town.folder / "gouji.toml"
    assert gouji("tickets", "list", "--config", config, LANG="en_US.UTF-8").out == "没有工单。\n"
    assert gouji("tickets", "list", "--config", config, "--lang", "en").out == "No tickets.\n"
