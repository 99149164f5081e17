"""Patrols over pages of the web."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy import select

from gouji.archive import Archive
from gouji.clock import shown
from gouji.ledger import tables
from gouji.ledger.desk import all_tickets
from gouji.ledger.tickets import ticket_json
from samples import render, sound
from tests.connectors.site import Answer, serving
from tests.flows.calling import gouji
from tests.flows.test_cli_sources import WEB
from tests.flows.town import AGENCY, SOUND, Town


def test_a_report_on_a_list_of_addresses_is_read_once_and_told_when_it_is_withdrawn(tmp_path: Path) -> None:
    statuses: list[int] = []

    def report(request: BaseHTTPRequestHandler) -> Answer:
        statuses.append(304 if request.headers["If-None-Match"] == '"1"' else 200)
        body = render(SOUND, "html") if statuses[-1] == 200 else b""
        return Answer(body, statuses[-1], {"Content-Type": "text/html", "ETag": '"1"'})

    with serving() as site:
        site.pages["/t.html"] = report
        source = '[[sources]]\nname = "web"\ntype = "list"\npath = "list.csv"\nrequests_per_second = 1000\nallow_hosts = ["127.0.0.1"]\n'
        town = Town.found(tmp_path / "town", source)
        (town.folder / "list.csv").write_text(f"机构名称,年度,网址\n{AGENCY},2024,{site.url('/t.html')}\n", "utf-8")
        first, second = town.patrol(), town.patrol()
        site.pages["/t.html"] = Answer(b"", 404)
        third = town.patrol()
        fourth = town.patrol()
    assert statuses == [200, 304]
    assert [(p.looks[0].seen, p.looks[0].gone, p.looks[0].ok) for p in (first, second, third, fourth)] == [
        (1, 0, True),
        (1, 0, True),
        (0, 1, False),
        (0, 0, False),
    ]
    message = third.looks[0].message
    assert message is not None
    assert f"第 2 行（{AGENCY} 2024）" in message.zh
    assert [row[1] for row in town.kept()["publications"]] == [site.url("/t.html")]
    assert len(town.kept()["versions"]) == 1


def test_a_site_behind_a_wall_and_one_inside_are_told_from_the_first_patrol_on_and_others_are_looked_at(tmp_path: Path) -> None:
    with serving() as site:
        site.pages["/wall/"] = Answer(b"", 412)
        source = '[[sources]]\nname = "{}"\ntype = "website"\nurl = "{}"\nrequests_per_second = 1000\n'
        wall = source.format("wall", site.url("/wall/")) + f'allow_hosts = ["127.0.0.1:{site.port}"]\n'
        town = Town.found(tmp_path / "town", wall + source.format("inside", "http://10.0.0.8/ndbg/"))
        town.put("sound", SOUND)
        walled, inside, inbox = town.patrol().looks
    assert [(look.name, look.seen, look.ok) for look in (walled, inside, inbox)] == [
        ("wall", 0, False),
        ("inside", 0, False),
        ("inbox", 1, True),
    ]
    assert walled.message is not None
    assert "改用文件夹" in walled.message.zh
    assert inside.message is not None
    assert 'allow_hosts = ["10.0.0.8:80"]' in inside.message.en


LISTING = """<html><head><title>政府信息公开年报</title><meta name="ColumnName" content="政府信息公开年报"></head><body>
<h2>政府信息公开年报</h2><ul>{rows}</ul></body></html>"""
ENTRY = '<li><a href="{path}" title="{title}">{title}</a><span>{day}</span></li>'


def ticket(town: Town, number: int = 1) -> dict[str, Any]:
    ledger = town.ledger()
    found = ticket_json(ledger, number)
    ledger.close()
    return found


def test_a_report_that_a_watched_column_lacked_on_the_deadline_is_missing_and_then_late_by_the_column_itself(tmp_path: Path) -> None:
    before = ENTRY.format(path="1.html", title="青禾县教育局2024年政府信息公开工作年度报告", day="2025-01-20")
    after = ENTRY.format(path="2.html", title=f"{AGENCY}2025年政府信息公开工作年度报告", day="2026-02-03")
    # Signed in time: only page and column together say that it was late.
    late = replace(sound(AGENCY, year=2025), signed_on=date(2026, 1, 16), published_on=date(2026, 2, 3))
    with serving() as site:
        site.pages["/ndbg/"] = Answer(without := LISTING.format(rows=before).encode())
        site.pages["/ndbg/1.html"] = Answer(render(sound("青禾县教育局", year=2024), "html"))
        source = f'[[sources]]\nname = "web"\ntype = "website"\nurl = "{site.url("/ndbg/")}"\nrequests_per_second = 1000\n'
        source += 'allow_hosts = ["127.0.0.1"]\n[roster]\npath = "bodies.csv"\n'
        town = Town.found(tmp_path / "town", "ticket_years = [2025]\n" + source)
        (town.folder / "bodies.csv").write_text(f"机构名称\n{AGENCY}\n", "utf-8")
        town.now = datetime(2026, 2, 2, 1, tzinfo=UTC)
        assert town.patrol().troubles == ()
        assert town.tickets() == [(AGENCY, 2025, "open")]
        site.pages["/ndbg/"] = Answer(LISTING.format(rows=after + before).encode())
        site.pages["/ndbg/2.html"] = Answer(render(late, "html"))
        town.now = datetime(2026, 2, 4, 1, tzinfo=UTC)
        missing = ticket(town)["findings"][0]
        front = (town.pages / "index.html").read_text("utf-8")
        said = gouji("tickets", "show", "1", "--config", town.folder / "gouji.toml").out
        town.patrol()
    [lacked] = missing["evidence"]
    shown_at = shown(datetime.fromisoformat(lacked["fetched_at"]))
    assert (lacked["source"], lacked["address"], lacked["sha256"]) == ("web", site.url("/ndbg/"), sha256(without).hexdigest())
    for text in (missing["message"]["zh"], front):
        assert f"所据名录：{site.url('/ndbg/')}（{shown_at}取得，SHA-256 {lacked['sha256'][:12]}…），其中没有这份报告" in text
    assert lacked["sha256"] in front
    assert f"{shown_at} 取得，原样保存，SHA-256 {lacked['sha256']}" in said
    assert Archive(town.settings.archive).get(lacked["sha256"]) == without
    assert town.tickets() == [(AGENCY, 2025, "resolved")]
    ledger = town.ledger()
    with ledger.reading() as session:
        [kept] = all_tickets(session)
    ledger.close()
    assert [(f.finding.rule, str(f.status)) for f in kept.findings] == [
        ("report-missing", "fixed"),
        ("published-late-department", "recorded"),
    ]
    assert "2026年2月3日" in kept.findings[1].finding.message.zh
    assert not kept.findings[1].finding.doubt
    # The list that lacked it on the last look before is what shows that the page's date is no accident.
    late_by = kept.findings[1].finding
    assert [page.as_json() for page in late_by.evidence] == [lacked]
    assert "此前最后一次完整读取的名录中还没有它：" in late_by.message.zh
    assert [lacked["sha256"] in path.read_text("utf-8") for path in (town.pages / "reports").glob("*.html")].count(True) == 1


@pytest.mark.long
def test_a_changed_a_moved_and_a_withdrawn_report_each_end_in_the_right_ticket(tmp_path: Path) -> None:
    bodies = {name: sound(f"青禾县{name}", year=2024) for name in ("水务局", "教育局", "民政局")}
    faulty = {name: render(one.with_figures(proceedings__reconsideration__total="41"), "html") for name, one in bodies.items()}

    def shows(**pages: bytes) -> None:
        rows = [
            ENTRY.format(path=f"{name}.html", title=f"青禾县{name[:3]}2024年政府信息公开工作年度报告", day="2025-01-20") for name in pages
        ]
        site.pages.clear()
        site.pages["/ndbg/"] = Answer(LISTING.format(rows="".join(rows)).encode())
        site.pages |= {quote(f"/ndbg/{name}.html"): Answer(page) for name, page in pages.items()}

    with serving() as site:
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        shows(**faulty)
        assert town.patrol().settled.opened == 3
        shows(水务局=render(bodies["水务局"], "html"), 教育局新址=faulty["教育局"])
        second = town.patrol()
    assert (second.looks[0].seen, second.looks[0].gone, second.settled.opened) == (2, 2, 0)
    tickets = {one["agency"]: one for number in (1, 2, 3) if (one := ticket(town, number))}
    assert {agency: (one["status"], [step["kind"] for step in one["history"]]) for agency, one in tickets.items()} == {
        "青禾县水务局": ("resolved", ["opened", "resolved"]),
        "青禾县教育局": ("open", ["opened"]),
        "青禾县民政局": ("open", ["opened", "unpublished"]),
    }
    places = [(place["location"].rsplit("/", 1)[-1], place["current"]) for place in tickets["青禾县教育局"]["publications"]]
    assert sorted(places, key=lambda place: place[1]) == [("教育局.html", False), ("教育局新址.html", True)]


@pytest.mark.long
def test_an_entry_of_the_list_that_opens_another_years_report_is_asked_about_and_no_more_once_it_is_mended(tmp_path: Path) -> None:
    with serving() as site:
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        site.pages["/ndbg/1.html"] = Answer(render(SOUND, "html"))
        asked = []
        for year in (2024, 2025, 2024):
            row = ENTRY.format(path="1.html", title=f"{AGENCY}{year}年政府信息公开工作年度报告", day="2025-01-20")
            site.pages["/ndbg/"] = Answer(LISTING.format(rows=row).encode())
            assert town.patrol().troubles == ()
            [page] = (town.pages / "reports").glob("*.html")
            asked.append("2025年条目打开的是2024年度报告" in page.read_text("utf-8"))
    assert asked == [False, True, False]
    assert town.tickets() == []


def go_back(town: Town, hours: int) -> None:
    """All that was asked so far was asked so much earlier: when it was asked is the machine's own time."""
    ledger = town.ledger()
    with ledger.writing("test") as session:
        for fetch in session.scalars(select(tables.Fetch)):
            fetch.at -= timedelta(hours=hours)
    ledger.close()


@pytest.mark.long
def test_an_attachment_that_is_gone_for_two_days_is_a_broken_link_until_it_is_back(tmp_path: Path) -> None:
    page = (
        render(SOUND, "html").decode().replace('<div class="tools">', '<p><a href="f/2024.pdf">附件：年报.pdf</a></p><div class="tools">')
    )
    page = page.replace('<div id="article"', '<div class="box"><div id="article"').replace('<div class="foot"', '</div><div class="foot"')
    with serving() as site:
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/ndbg/")))
        row = ENTRY.format(path="1.html", title=f"{AGENCY}2024年政府信息公开工作年度报告", day="2025-01-20")
        row += ENTRY.format(path="f/other.pdf", title="青禾县教育局2024年政府信息公开工作年度报告", day="2025-01-20")
        site.pages |= {"/ndbg/": Answer(LISTING.format(rows=row).encode()), "/ndbg/1.html": Answer(page.encode())}
        # A site that never gave a file may give programs none, and what it says of one would be in doubt.
        site.pages["/ndbg/f/other.pdf"] = Answer(b"%PDF-1.4 torn", headers={"Content-Type": "application/pdf"})
        states = []
        for hours in (20, 24, 24, 24):
            town.patrol()
            go_back(town, hours)
            states.append([state for _, _, state in town.tickets()])
        [finding] = ticket(town)["findings"]
        site.pages["/ndbg/f/2024.pdf"] = Answer(b"%PDF-1.4 torn", headers={"Content-Type": "application/pdf"})
        town.patrol()
    assert states == [[], [], [], ["open"]]
    assert (finding["rule"], "“附件：年报.pdf”：连续4次无法打开，返回404" in finding["message"]["zh"]) == ("link-broken", True)
    assert town.tickets() == [(AGENCY, 2024, "resolved")]
