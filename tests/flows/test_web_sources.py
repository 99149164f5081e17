"""Patrols over pages of the web."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

from samples import render
from tests.connectors.site import Answer, serving
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
