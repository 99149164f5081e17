"""Sources are looked at together, and written down one after the other."""

from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

from sqlalchemy import func, select

from flows.office import open_office, patrolling
from flows.steps.discover import Look, discover
from gouji.ledger import tables
from gouji.ledger.fetches import list_at
from tests.connectors.site import Answer, serving
from tests.connectors.website.columns import honest, trs
from tests.flows.test_cli_sources import WEB
from tests.flows.town import SOUND, Town


def looked(town: Town, *, dry_run: bool = False) -> tuple[Look, ...]:
    with open_office(town.settings, dry_run=dry_run) as office, patrolling(office):
        return discover(office)


def test_one_host_does_not_wait_for_another(tmp_path: Path) -> None:
    asked = Event()

    def waits(_: BaseHTTPRequestHandler) -> Answer:
        return Answer(b"", 404 if asked.wait(30) else 500)

    def is_waited_for(_: BaseHTTPRequestHandler) -> Answer:
        asked.set()
        return Answer(b"", 404)

    with serving() as one, serving() as other:
        one.pages["/a/"], other.pages["/b/"] = waits, is_waited_for
        # Two hosts by name, since each host is asked by one at a time.
        config = WEB.format("a", one.url("/a/")) + WEB.format("b", other.url("/b/", "localhost")).replace("127.0.0.1", "localhost")
        town = Town.found(tmp_path / "town", config)
        town.put("sound", SOUND)
        looks = looked(town)
    assert [(look.name, look.seen, "404" in str(look.message)) for look in looks] == [("a", 0, True), ("b", 0, True), ("inbox", 1, False)]


def test_a_rehearsal_leaves_the_first_patrol_to_see_all_for_itself(tmp_path: Path) -> None:
    with serving() as site:
        site.pages |= {path: honest(page) for path, page in trs().items()}
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        looked(town, dry_run=True)
        looked(town)
        ledger = town.ledger()
        with ledger.reading() as session:
            assert list_at(session, "county", datetime.now(UTC))
        ledger.close()
        assert [headers.get("if-none-match") for _, headers in site.asked] == [None] * len(site.asked)


def test_bad_weather_is_told_once_loses_nothing_and_passes(tmp_path: Path) -> None:
    walls = {
        "/ndbg/": Answer("<title>网站维护中</title><body>系统维护中，请稍后访问</body>".encode()),
        "/ndbg/202601/P1.docx": Answer(b"<html><body>no such file</body></html>"),
    }
    with serving() as site:
        site.pages |= trs()
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        sunny = looked(town)[0]
        told = []
        for path, wall in walls.items():
            site.pages |= {**trs(), path: wall}
            told += [looked(town)[0] for _ in range(2)]
        site.pages |= trs()
        after = looked(town)[0]
    assert [(look.ok, look.gone) for look in (sunny, *told, after)] == [(True, 0), *[(False, 0)] * 4, (True, 0)]
    assert ["网站维护" in str(look.message) for look in told] == [True, True, False, False]
    assert "应是文件，得到的却是网页" in str(told[2].message)
    ledger = town.ledger()
    with ledger.reading() as session:
        assert session.scalar(select(func.count()).select_from(tables.Event).where(tables.Event.kind == "source_failed")) == 1
        assert session.scalars(select(tables.Publication.location).where(tables.Publication.gone_at.is_not(None))).all() == []
    ledger.close()
