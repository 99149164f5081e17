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
