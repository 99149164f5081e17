"""Only public addresses are asked, whatever a name or a redirect leads to."""

from pathlib import Path

import pytest

from connectors.http import (
    Client,
    Exchange,
    FetchFailed,
    Manners,
    Pace,
    UnsafeTarget,
)
from connectors.http.addresses import is_public
from tests.connectors.http.answers import REPORT, redirect
from tests.connectors.site import Answer, Site, client


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.9", "169.254.169.254", "100.64.0.1", "224.0.0.1", "0.0.0.0", "255.255.255.255"]
    + ["::1", "fe80::1%lo", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "::", "::7f00:1"],
)
def test_an_address_that_is_not_public_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "223.5.5.5", "2400:3200::1", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_a_public_address_is_told(address: str) -> None:
    assert is_public(address)


def test_a_name_that_leads_inside_is_not_connected_to(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": Answer(REPORT), "/out": redirect(site.url("/a", "inside.example"))}
    names = {"inside.example": "127.0.0.1"}
    record: list[Exchange] = []
    for asked in (site.url("/a", "inside.example"), site.url("/out")):
        with pytest.raises(UnsafeTarget, match="127.0.0.1"):
            client(tmp_path, names=names, record=record).get(asked)
    assert site.paths() == ["/out"]
    assert [one.trouble is not None for one in record if "inside" in one.url] == [True, True]
    named = client(tmp_path, names=names, allow_hosts=(f"inside.example:{site.port}",))
    assert named.get(site.url("/a", "inside.example")).body == REPORT
    assert site.asked[-1][1]["host"] == f"inside.example:{site.port}"


def test_one_inside_address_among_public_ones_refuses_the_host(tmp_path: Path) -> None:
    asking = Client(Manners(attempts=1), Pace(tmp_path), resolver=lambda host, port: ["1.1.1.1", "10.0.0.1"])
    with pytest.raises(UnsafeTarget, match="10.0.0.1"):
        asking.get("http://both.example/")


def test_a_name_is_resolved_once_a_connection_so_that_it_cannot_change_in_between(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = Answer(REPORT)
    asked: list[str] = []

    def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    manners = Manners(requests_per_second=1000, allow_hosts=("once.example",))
    Client(manners, Pace(tmp_path), resolver=resolver).get(site.url("/a", "once.example"))
    assert asked == ["once.example"] * 2  # robots.txt and the page


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.example/", "http:///a", "http://u:p@a.example/", "a.html", "http://[::1"])
def test_only_plain_web_addresses_are_asked(site: Site, tmp_path: Path, url: str) -> None:
    site.pages["/a"] = redirect(url)
    with pytest.raises(UnsafeTarget):
        client(tmp_path).get(url)
    if "://" in url:
        with pytest.raises(FetchFailed, match="no address|circle"):
            client(tmp_path).get(site.url("/a"))


def test_redirects_in_a_circle_and_without_end_are_left(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/a"), **{f"/{n}": redirect(f"/{n + 1}") for n in range(30)}}
    for path in ("/a", "/0"):
        with pytest.raises(FetchFailed, match="circle"):
            client(tmp_path).get(site.url(path))
    assert len(site.paths()) == 2 + 11
