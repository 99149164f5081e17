"""Tickets in an office's trackers: there once, kept up, and what people do there comes back."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference

from gouji.finding import Words
from gouji.ledger import facts
from gouji.ticket import FindingStatus, TicketStatus
from gouji.words import words
from tests.connectors.trackers.forges import ENV, Issues
from tests.connectors.trackers.houses import server
from tests.connectors.trackers.paper import FolderHouse, XlsxHouse
from tests.connectors.trackers.server import TOKEN, Fault
from tests.flows.calling import Ended, gouji
from tests.flows.registry import Registry
from tests.flows.town import AGENCY, FAULTY, OTHER, SOUND, Town
from tests.gouji.findings import finding

BOTH = '[[trackers]]\ntype = "folder"\npath = "tickets"\n[[trackers]]\ntype = "xlsx"\nname = "清单"\npath = "问题清单.xlsx"\n'
ONE, TWO, THREE = finding(), finding(printed="14"), finding(printed="15")


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return Registry.found(tmp_path / "town", BOTH)


def on(github: Issues) -> str:
    """A configuration with this GitHub."""
    where = f'repository = "office/reports"\napi = "{github.url}"\npause = 0\n'
    return f'[[trackers]]\ntype = "github"\n{where}token = {{ env = "{ENV}" }}\n'


def called(registry: Registry, *arguments: object) -> Ended:
    return gouji(*arguments, "--config", registry.folder / "gouji.toml")


def test_a_patrol_files_what_it_found_with_place_law_and_cure_and_takes_it_back_when_mended(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", BOTH)
    folder, book = FolderHouse(town.folder), XlsxHouse(town.folder)
    town.put("report", FAULTY)
    assert town.patrol(dry_run=True).as_json()["would"]["file"] == [f"folder {AGENCY} 2024", f"清单 {AGENCY} 2024"]
    assert (folder.records(), book.records()) == ([], [])
    town.patrol()
    for record in (*folder.records(), *book.records()):
        assert all(
            part in record.shown for part in ("表四 · 行政复议 · 总计", "41", "相差38", "国办公开办函〔2021〕30号", "核对案件登记", ".html")
        )
    town.put("report", SOUND)
    town.patrol()
    assert [(r.open, "已更正" in r.labels) for r in (*folder.records(), *book.records())] == [(False, True), (False, True)]


def test_a_persons_words_and_closing_come_back_and_only_something_new_opens_the_ticket_again(registry: Registry) -> None:
    folder, book = FolderHouse(registry.folder), XlsxHouse(registry.folder)
    registry.judged(ONE)
    registry.deliver()
    [file], [_] = folder.records(), book.records()
    assert [(link["tracker"], link["key"]) for link in registry.ticket()["links"]] == [("folder", file.id), ("清单", "1")]

    folder.say(file.id, "已转水务局办公室 @all")
    registry.judged(ONE, TWO)
    registry.deliver()
    assert "已转水务局办公室" in folder.records()[0].shown
    assert "已转水务局办公室" in registry.ticket()["history"][-1]["message"]["zh"]

    folder.close(file.id)
    registry.deliver()
    assert (registry.ticket()["status"], "由人办结" in registry.ticket()["history"][-1]["message"]["zh"]) == ("closed", True)
    registry.deliver()
    assert ([r.open for r in folder.records()], [r.open for r in book.records()]) == ([False], [False])

    registry.judged(ONE, TWO, THREE)
    registry.deliver()
    assert (registry.ticket()["status"], [r.open for r in folder.records()]) == ("open", [True])
    registry.judged()
    registry.deliver()
    assert ([r.open for r in folder.records()], [r.open for r in book.records()]) == ([False], [False])
    assert {state for _, state, _ in registry.outbox()} == {"sent"}


def test_a_list_open_for_days_loses_nothing_and_is_written_once_when_it_is_closed(registry: Registry) -> None:
    lock = registry.folder / "~$问题清单.xlsx"
    lock.touch()
    registry.judged(ONE)
    assert [("正被打开" in trouble.zh) for trouble in registry.deliver().troubles] == [True]
    for standing in ((ONE, TWO), (TWO,), (TWO, THREE)):
        registry.judged(*standing)
        registry.deliver()
    assert [row for row in registry.outbox() if row[0] == "清单"] == [("清单", "superseded", 1)] * 3 + [("清单", "waiting", 1)]
    assert not XlsxHouse(registry.folder).path.exists()
    listed = json.loads(called(registry, "outbox", "list", "--format", "json").out)["messages"]
    assert [(m["tracker"], m["ticket"], m["subject"]) for m in listed] == [("清单", 1, f"清单 {AGENCY} 2024")]

    lock.unlink()
    assert called(registry, "notify").out == "发出 1 条，待发 0 条。\n"
    [row] = XlsxHouse(registry.folder).records()
    assert (len(row.comments), "填15" in row.shown) == (3, True)


def test_what_was_mended_before_a_tracker_ever_heard_of_it_is_not_filed_there(registry: Registry) -> None:
    lock = registry.folder / "~$问题清单.xlsx"
    lock.touch()
    registry.judged(ONE)
    registry.deliver()
    registry.judged()
    lock.unlink()
    registry.deliver()
    assert not XlsxHouse(registry.folder).path.exists()
    assert [record.open for record in FolderHouse(registry.folder).records()] == [False]
    assert [state for _, state, _ in registry.outbox() if state == "waiting"] == []


def test_what_is_held_goes_to_no_tracker_either(registry: Registry) -> None:
    registry.judged(ONE)
    with registry.office() as office, office.ledger.writing("held") as session:
        facts.hold(session, words("patrol.braked", opened=9, known=9), registry.now)
    assert registry.deliver().held == words("patrol.braked", opened=9, known=9)
    assert (FolderHouse(registry.folder).records(), [state for _, state, _ in registry.outbox()]) == ([], ["waiting", "waiting"])
    with registry.office() as office, office.ledger.writing("released") as session:
        facts.release(session)
    registry.deliver()
    assert len(FolderHouse(registry.folder).records()) == 1


def test_a_ticket_that_somebody_threw_away_is_told_of_and_made_again_only_when_asked(registry: Registry) -> None:
    registry.judged(ONE)
    registry.deliver()
    house = FolderHouse(registry.folder)
    (house.path / house.records()[0].id).unlink()
    registry.judged(ONE, TWO)
    assert ["已被人删除" in trouble.zh for trouble in registry.deliver().troubles] == [True]
    assert registry.deliver().troubles == ()
    assert (house.records(), ("folder", "refused", 1) in registry.outbox()) == ([], True)
    refused = called(registry, "outbox", "retry", "999")
    assert (refused.status, "999" in refused.err) == (2, True)
    assert called(registry, "outbox", "retry").out == "1 条将在下一次巡检或 gouji notify 时再发。\n"
    registry.deliver()
    assert len(house.records()) == 1


def test_what_is_dropped_is_never_sent(registry: Registry) -> None:
    (registry.folder / "~$问题清单.xlsx").touch()
    registry.judged(ONE)
    registry.deliver()
    [message] = json.loads(called(registry, "outbox", "list", "--format", "json").out)["messages"]
    shown = called(registry, "outbox", "list").out.splitlines()
    assert shown[0].startswith(f"#{message['id']}  工单  待发  2025-03-03 12:00  已试 1 次  清单 ")
    assert shown[-1].startswith("待发的随下次巡检或 gouji notify 再发。")
    assert called(registry, "outbox", "drop", message["id"]).out == "已放弃 1 条，不再发出。\n"
    (registry.folder / "~$问题清单.xlsx").unlink()
    registry.deliver()
    assert not XlsxHouse(registry.folder).path.exists()


def test_each_ticket_has_its_own_place_and_a_second_delivery_writes_nothing(registry: Registry) -> None:
    registry.judged(ONE)
    registry.judged(TWO, agency=OTHER)
    registry.deliver()
    before = XlsxHouse(registry.folder).path.read_bytes()
    registry.deliver()
    assert XlsxHouse(registry.folder).path.read_bytes() == before
    assert [AGENCY in r.shown or OTHER in r.shown for r in XlsxHouse(registry.folder).records()] == [True, True]
    assert len(FolderHouse(registry.folder).records()) == 2


def test_a_tracker_that_asks_to_wait_is_waited_for_a_while_and_else_left_alone_until_then(tmp_path: Path) -> None:
    with server("github") as github:
        registry = Registry.found(tmp_path / "town", on(github))
        registry.judged(ONE)
        registry.judged(TWO, agency=OTHER)
        github.faults.append(Fault(github.create_op, 403, "{}", {"Retry-After": "30"}))
        waited: list[float] = []
        assert registry.deliver(waited.append).troubles == ()
        assert (waited, len(github.records())) == ([30.0], 2)

        registry.judged(ONE, THREE)
        github.faults.append(Fault(github.list_op, 429, "{}", {"Retry-After": "1800"}))
        registry.deliver(waited.append)
        asked = len(github.asked)
        registry.now -= timedelta(minutes=45)
        assert ["1800 秒" in trouble.zh for trouble in registry.deliver(waited.append).troubles] == [True]
        assert (len(github.asked), waited) == (asked, [30.0])
        registry.deliver(waited.append)
        assert ["填15" in record.shown for record in github.records()] == [True, False]


def test_a_tracker_that_is_away_is_asked_once_and_told_of_once_and_gets_everything_later(tmp_path: Path) -> None:
    with server("github") as github:
        registry = Registry.found(tmp_path / "town", on(github))
        for number in range(5):
            registry.judged(ONE, agency=f"青禾县第{number}局")
        github.faults.append(Fault(github.list_op, 502, "<html>away</html>", times=3))
        troubles = registry.deliver().troubles
        assert (len(troubles), github.records()) == (1, [])
        assert {attempts for _, _, attempts in registry.outbox()} == {1}
        registry.deliver()
        assert len(github.records()) == 5
        assert {link["url"] for number in range(1, 6) for link in registry.ticket(number)["links"]} == {
            issue["html_url"] for issue in github.issues
        }


def test_a_token_is_in_no_ledger_page_file_or_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with server("github") as github:
        registry = Registry.found(tmp_path / "town", on(github))
        registry.judged(ONE)
        github.faults += [Fault(github.list_op, 401, f'{{"message": "bad token {TOKEN}"}}'), Fault(github.create_op, 500, TOKEN)]
        said = [str(registry.deliver().troubles) for _ in range(3)]
        assert len(github.records()) == 1
    files = b"".join(path.read_bytes() for path in registry.folder.rglob("*") if path.is_file())
    assert TOKEN not in f"{said}{caplog.text}{called(registry, 'outbox', 'list').out}"
    assert TOKEN.encode() not in files
    # A token that is not there is told of, and nothing is lost.
    registry.judged(ONE, TWO)
    assert [ENV in trouble.zh for trouble in registry.deliver().troubles] == [True]
    assert registry.outbox()[-1][1] == "waiting"


def test_whatever_state_a_ticket_and_a_finding_are_in_has_a_name() -> None:
    for status in FindingStatus:
        assert words(f"trackers.finding-{status}").zh
        assert words(f"tickets.finding-{status}").zh
    for ticket in TicketStatus:
        assert all(words(f"trackers.{kind}-{ticket}").zh for kind in ("state", "label"))
        assert words(f"tickets.{ticket}").zh


def test_the_place_in_a_page_goes_along_as_it_was_drawn_and_a_tracker_that_takes_no_such_picture_gets_the_words(tmp_path: Path) -> None:
    with server("gitea") as house:
        where = f'type = "gitea"\nrepository = "office/reports"\nurl = "{house.url}"\ntoken = {{ env = "{ENV}" }}\n'
        registry = Registry.found(tmp_path / "town", f"[[trackers]]\n{where}{BOTH}")
        drawn = registry.folder / "home" / "pages" / "evidence" / "aa" / f"{ONE.fingerprint}.svg"
        drawn.parent.mkdir(parents=True)
        drawn.write_bytes(b"<svg/>")
        registry.judged(ONE)
        house.faults.append(Fault("POST /api/v1/repos/{owner}/{repo}/issues/{index}/assets", 422, '{"message": "type not allowed"}'))
        told = registry.deliver()
        [there], [file], [row] = house.records(), FolderHouse(registry.folder).records(), XlsxHouse(registry.folder).records()
    assert [there.pictures, file.pictures, row.pictures] == [(), (b"<svg/>",), (b"<svg/>",)]
    assert f"{ONE.fingerprint[:12]}.svg" in file.shown + row.shown
    assert (there.open, [state for _, state, _ in registry.outbox()]) == (True, ["sent"] * 3)
    assert ["不收原文位置图" in trouble.zh for trouble in told.troubles] == [True]


def test_a_workbook_with_a_chart_is_left_alone_and_the_reason_is_told(registry: Registry) -> None:
    path, book = registry.folder / "问题清单.xlsx", Workbook()
    page: Any = book.worksheets[0]
    page.append(["单位", "处数"])
    chart = BarChart()
    chart.add_data(Reference(page, min_col=2, min_row=1, max_row=1), titles_from_data=True)
    page.add_chart(chart, "D1")
    book.save(path)
    before = path.read_bytes()
    registry.judged(ONE)
    told = registry.deliver()
    assert path.read_bytes() == before
    assert [("图形、图表" in trouble.zh or "图表、图形" in trouble.zh) for trouble in told.troubles] == [True]
    assert [(tracker, state) for tracker, state, _ in registry.outbox()] == [("folder", "sent"), ("清单", "waiting")]


def test_a_dry_run_shows_the_ticket_that_waits_in_the_offices_own_words(tmp_path: Path) -> None:
    registry = Registry.found(tmp_path / "town", f'[templates]\npath = "texts"\n{BOTH}')
    (registry.folder / "texts").mkdir()
    (registry.folder / "texts" / "ticket.txt").write_text("请{{ agency }}核对{{ standing | length }}处。", "utf-8")
    registry.judged(ONE)
    shown = called(registry, "notify", "--dry-run")
    assert shown.status == 0
    assert [line for line in shown.out.splitlines() if line.startswith("将发给 清单")] != []
    assert f"    请{AGENCY}核对1处。" in shown.out
    waiting = json.loads(called(registry, "notify", "--dry-run", "--format", "json").out)["messages"]
    assert [(one["kind"], one["to"]) for one in waiting] == [("ticket", ["folder"]), ("ticket", ["清单"])]
    assert (FolderHouse(registry.folder).records(), [state for _, state, _ in registry.outbox()]) == ([], ["waiting"] * 2)


def test_a_report_that_is_not_there_is_asked_for_and_nothing_of_it_is_to_be_corrected(registry: Registry) -> None:
    said = Words("青禾县水务局：截至2025-03-03未找到2024年度报告，期限为2025-01-31。", "not found")
    registry.judged(finding("report-missing", message=said, figures=(), expected="2025-01-31", actual=None), there=False)
    registry.deliver()
    for record in (*FolderHouse(registry.folder).records(), *XlsxHouse(registry.folder).records()):
        assert "逾期未见" in record.labels
        assert not any(wrong in record.shown for wrong in ("建议核改", "待核改", "已撤下", "按表内关系"))
    [file] = FolderHouse(registry.folder).records()
    assert "# 【年报核对】青禾县水务局 2024年度政府信息公开工作年度报告：逾期未见\n" in file.shown
    assert "已经公布的，请直接回复网址；尚未公布的，请予公布。" in file.shown
    registry.judged()
    registry.deliver()
    for record in (*FolderHouse(registry.folder).records(), *XlsxHouse(registry.folder).records()):
        assert (record.open, record.labels) == (False, frozenset({"年报核对", "已见到"}))
        assert "已更正" not in record.shown


def test_where_a_ticket_was_filed_is_said_with_it(registry: Registry) -> None:
    registry.judged(ONE)
    registry.deliver()
    shown = called(registry, "tickets", "show", "1").out
    assert f"已报送 folder：{(registry.folder / 'tickets').as_uri()}/" in shown
    assert f"已报送 清单：{(registry.folder / '问题清单.xlsx').as_uri()}" in shown
