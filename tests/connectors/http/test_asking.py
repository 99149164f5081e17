"""The client of web pages asks real servers on this machine: what it gets, what is on record, what it does not ask twice."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from connectors.http import (
    Exchange,
    RobotsForbid,
)
from tests.connectors.http.answers import HTML, REPORT, redirect
from tests.connectors.site import Answer, Site, client


def test_a_page_is_fetched_and_every_request_is_on_record(site: Site, tmp_path: Path) -> None:
    site.pages["/a.html"] = Answer(REPORT, headers={**HTML, "ETag": '"1"', "Set-Cookie": "x=1"})
    record: list[Exchange] = []
    page = client(tmp_path, record=record, contact="office@example.org").get(site.url("/a.html#top"))
    assert (page.url, page.status, page.body, page.not_modified) == (site.url("/a.html"), 200, REPORT, False)
    assert [(one.url, one.status, one.size, one.from_cache) for one in record] == [
        (site.url("/robots.txt"), 404, 12, False),
        (site.url("/a.html"), 200, len(REPORT), False),
    ]
    assert record[1].sha256 == page.sha256
    assert (record[1].headers["etag"], "set-cookie" in record[1].headers) == ('"1"', False)
    [(_, robots), (_, headers)] = site.asked
    assert headers["user-agent"].startswith("gouji/")
    assert "contact: office@example.org" in headers["user-agent"]
    assert robots["user-agent"] == headers["user-agent"]


def test_a_copy_that_is_still_good_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    def page(request: BaseHTTPRequestHandler) -> Answer:
        same = request.headers["If-None-Match"] == '"7"' and request.headers["If-Modified-Since"] == "Mon, 05 Jan 2026 01:00:00 GMT"
        told = {**HTML, "ETag": '"7"', "Last-Modified": "Mon, 05 Jan 2026 01:00:00 GMT"}
        return Answer(b"" if same else REPORT, 304 if same else 200, told)

    site.pages |= {"/a": page, "/moved": redirect("/a")}
    record: list[Exchange] = []
    asking = client(tmp_path, record=record)
    first = asking.get(site.url("/moved"))
    second = asking.get(site.url("/moved"), first.validators)
    assert (first.not_modified, second.not_modified, second.body) == (False, True, b"")
    assert record[-1].from_cache
    # The validators belong to /a: the redirect itself is asked for as ever.
    assert ["if-none-match" in headers for path, headers in site.asked if path == "/moved"] == [False, False]


def test_robots_txt_is_asked_once_and_obeyed_for_the_address_and_for_where_it_leads(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": Answer(b"User-agent: *\nDisallow: /private/\n"), "/a": Answer(REPORT), "/b": redirect("/private/a")}
    asking = client(tmp_path)
    assert asking.get(site.url("/a")).body == REPORT
    for path in ("/private/a", "/b"):
        with pytest.raises(RobotsForbid, match="/private/a"):
            asking.get(site.url(path))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/b"]


def test_a_site_whose_robots_txt_fails_is_left_alone(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/robots.txt": Answer(b"", 500), "/a": Answer(REPORT)}
    asking = client(tmp_path, attempts=2)
    for _ in range(2):
        with pytest.raises(RobotsForbid, match="500"):
            asking.get(site.url("/a"))
    assert [path for path, _ in site.asked] == ["/robots.txt", "/robots.txt"]


@pytest.mark.parametrize("robots", [Answer(b"", 403), Answer("<html><body>您访问的页面不存在</body></html>".encode()), redirect("/home")])
def test_a_site_that_has_no_robots_txt_asks_for_nothing(site: Site, tmp_path: Path, robots: Answer) -> None:
    site.pages |= {"/robots.txt": robots, "/home": Answer(REPORT), "/a": Answer(REPORT)}
    assert client(tmp_path).get(site.url("/a")).body == REPORT


def test_proxies_of_the_environment_are_not_used(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/a"] = Answer(REPORT)
    assert client(tmp_path).get(site.url("/a")).body == REPORT
