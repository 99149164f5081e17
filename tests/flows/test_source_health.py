"""How sources do: what is missing from one is gone, what is missing from half of one is a failed look, and people see how old it is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.cli.formats.status_text import status
from flows.cli.voice import Voice
from flows.office import open_office, patrolling
from flows.steps.discover import Look, discover
from samples import sound
from tests.connectors.site import Answer, serving
from tests.flows.calling import gouji
from tests.flows.test_cli_sources import WEB
from tests.flows.town import SOUND, Town

NAMES = ["水务局", "教育局", "民政局", "司法局", "财政局", "审计局"]


def filled(town: Town) -> list[Path]:
    return [town.put(name, sound(f"青禾县{name}", year=2024)) for name in NAMES]


def told(town: Town) -> str:
    ledger = town.ledger()
    with ledger.reading() as session:
        said = status(session, town.settings, Voice("zh", {}), town.now)
    ledger.close()
    return said


def test_a_few_missing_are_gone_and_many_missing_are_a_failed_look_until_a_person_accepts_it(town: Town) -> None:
    paths = filled(town)
    town.patrol()
    paths[0].unlink()
    assert [(look.seen, look.gone, look.ok) for look in town.patrol().looks] == [(5, 1, True)]
    for path in paths[1:5]:
        path.unlink()
    failed = town.patrol()
    assert [(look.seen, look.gone, look.ok) for look in failed.looks] == [(1, 0, False)]
    assert not failed.complete
    assert "上次有 5 份" in told(town)
    assert "gouji resume --source inbox" in told(town)
    town.patrol()
    letters = [path.read_text("utf-8") for path in town.letters()]
    assert sum("只见到 1 份，上次有 5 份" in letter for letter in letters) == 1
    assert gouji("resume", "--source", "inbox", "--config", town.folder / "gouji.toml").status == 0
    assert [(look.seen, look.gone, look.ok) for look in town.patrol().looks] == [(1, 4, True)]
    assert [(look.seen, look.gone, look.ok) for look in town.patrol().looks] == [(1, 0, True)]


def test_a_source_that_nobody_configured_cannot_be_accepted(town: Town) -> None:
    town.patrol()
    ended = gouji("resume", "--source", "county", "--config", town.folder / "gouji.toml")
    assert (ended.status, "inbox" in ended.err) == (2, True)


def test_files_that_only_moved_are_no_failed_look(town: Town) -> None:
    paths = filled(town)
    town.patrol()
    for path in paths:
        path.rename(path.with_name(f"2024-{path.name}"))
    assert [(look.seen, look.gone, look.ok) for look in town.patrol().looks] == [(6, 6, True)]


def test_status_and_pages_say_how_old_the_last_good_look_is(town: Town) -> None:
    town.put("water", SOUND)
    assert "还没有看过" in told(town)
    town.patrol()
    assert "来源 inbox：正常，2025-03-03 12:00 完整看过（1 小时前），1 份" in told(town)
    assert "下次巡检 2025-03-04 06:00" in told(town)
    assert "本机时间拨回过" not in told(town)
    town.now -= timedelta(days=30)
    assert "现在是 2025-02-01 13:00，却早于上次巡检：本机时间拨回过" in told(town).replace("\n", "")
    [page] = (town.pages / "reports").glob("*.html")
    assert "2025-03-03 12:00" in page.read_text("utf-8")
    (town.folder / "inbox").rename(town.folder / "away")
    town.patrol()
    assert "此后未能完整读取" in page.read_text("utf-8")
    (town.folder / "away").rename(town.folder / "inbox")
    town.patrol()
    assert "此后未能完整读取" not in page.read_text("utf-8")


def looked(town: Town) -> Look:
    with open_office(town.settings, now=lambda: town.now) as office, patrolling(office):
        return discover(office)[0]


def test_a_column_that_from_the_first_shows_far_fewer_than_the_roster_has_bodies_is_no_whole_look_until_a_person_accepts_it(
    tmp_path: Path,
) -> None:
    bodies = [f"青禾县{name}" for name in ["发展和改革局", *NAMES]] + ["青禾县柳汀镇人民政府"]  # for towns no day is known here
    rows = "".join(f'<li><a href="{n}.html">{body}2025年政府信息公开工作年度报告</a></li>' for n, body in enumerate(bodies[:2]))
    with serving() as site:
        site.pages["/ndbg/"] = Answer(f"<html><title>政府信息公开年报</title><body><ul>{rows}</ul></body></html>".encode())
        site.pages |= {f"/ndbg/{n}.html": Answer("<html><body><p>一、总体情况</p></body></html>".encode()) for n in range(2)}
        town = Town.found(tmp_path / "town", '[roster]\npath = "bodies.csv"\n' + WEB.format("county", site.url("/ndbg/")))
        (town.folder / "bodies.csv").write_text("机构名称\n" + "\n".join(bodies), "utf-8")
        town.now = datetime(2026, 1, 20, tzinfo=UTC)
        early = told_of(looked(town))
        town.now = datetime(2026, 2, 2, tzinfo=UTC)
        assert early == told_of(looked(town)) == "来源 county 只见到 2 份，而名单上有 7 个机关应已在此公布"
        assert "；对照名单，期限已过、只会在这里公布的机关有 7 个" in told(town)
        assert gouji("resume", "--source", "county", "--config", town.folder / "gouji.toml").status == 0
        assert looked(town).ok
        assert looked(town).ok


def told_of(look: Look) -> str:
    assert look.message is not None
    return look.message.zh.partition("：")[0]
