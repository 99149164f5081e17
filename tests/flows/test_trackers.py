"""Tickets in an office's trackers: there once, kept up, and what people do there comes back."""

import json
from pathlib import Path

import pytest

from gouji.ledger import facts
from gouji.words import words
from tests.connectors.trackers.paper import FolderHouse, XlsxHouse
from tests.flows.calling import Ended, gouji
from tests.flows.registry import Registry
from tests.flows.town import AGENCY, FAULTY, OTHER, SOUND, Town
from tests.gouji.findings import finding

BOTH = '[[trackers]]\ntype = "folder"\npath = "tickets"\n[[trackers]]\ntype = "xlsx"\nname = "清单"\npath = "问题清单.xlsx"\n'
ONE, TWO, THREE = finding(), finding(printed="14"), finding(printed="15")


@pytest.fixture
def registry(tmp_path: Path) -> Registry:
    return Registry.found(tmp_path / "town", BOTH)


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
