"""What comes is held against what was promised: length, time, packing, type, name."""

import gzip
import time
import zlib
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from connectors.http import (
    Exchange,
    NotAsPromised,
    TooLarge,
    TooSlow,
    Unreachable,
)
from tests.connectors.http.answers import HTML, REPORT, redirect
from tests.connectors.site import Answer, Site, client


def drip(request: BaseHTTPRequestHandler) -> None:
    for _ in range(50):
        request.wfile.write(b"x")
        time.sleep(0.05)


def endless(request: BaseHTTPRequestHandler) -> None:
    while True:
        request.wfile.write(b"x" * 100_000)


def test_a_slow_drip_and_a_body_without_end_are_stopped(site: Site, tmp_path: Path) -> None:
    site.pages |= {
        "/drip": Answer(tail=drip),
        "/endless": Answer(tail=endless),
        "/said": Answer(headers={"Content-Length": "5000000000"}, tail=drip),
    }
    record: list[Exchange] = []
    asking = client(tmp_path, record=record, max_seconds=0.3, max_bytes=1_000_000, attempts=1)
    with pytest.raises(TooSlow):
        asking.get(site.url("/drip"))
    for path in ("/endless", "/said"):
        with pytest.raises(TooLarge):
            asking.get(site.url(path))
    assert [(one.status, one.trouble is not None) for one in record[1:]] == [(200, True)] * 3


def packed(how: str, data: bytes) -> bytes:
    bare = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return {"gzip": gzip.compress(data), "deflate": zlib.compress(data), "bare": bare.compress(data) + bare.flush()}[how]


@pytest.mark.parametrize("how", ["gzip", "deflate", "bare"])
def test_packed_pages_are_unpacked_and_a_bomb_is_stopped(site: Site, tmp_path: Path, how: str) -> None:
    headers = {**HTML, "Content-Encoding": "gzip" if how == "gzip" else "deflate"}
    long = REPORT + bytes(range(256)) * 2000
    site.pages |= {path: Answer(packed(how, data), headers=headers) for path, data in {"/a": long, "/bomb": bytes(8_000_000)}.items()}
    asking = client(tmp_path, max_bytes=1_000_000)
    assert asking.get(site.url("/a")).body == long
    with pytest.raises(TooLarge):
        asking.get(site.url("/bomb"))
    site.pages["/cut"] = Answer(packed(how, long)[:-9], headers=headers)
    with pytest.raises(Unreachable):
        client(tmp_path, attempts=1).get(site.url("/cut"))


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip"])
def test_a_packing_nobody_asked_for_is_told(site: Site, tmp_path: Path, encoding: str) -> None:
    site.pages["/a"] = Answer(b"...", headers={"Content-Encoding": encoding})
    with pytest.raises(NotAsPromised):
        client(tmp_path).get(site.url("/a"))


def test_a_wrong_type_is_read_only_where_the_operator_named_the_risk(site: Site, tmp_path: Path) -> None:
    site.pages |= {
        "/a": Answer(b"%PDF-1.7"),
        "/a.pdf": Answer(REPORT),
        "/b.doc": Answer(REPORT, headers={"Content-Type": "application/msword"}),
    }
    with pytest.raises(NotAsPromised, match="wrong-content-type"):
        client(tmp_path).get(site.url("/a"))
    assert client(tmp_path, risks=frozenset({"wrong-content-type"})).get(site.url("/a")).body == b"%PDF-1.7"
    with pytest.raises(NotAsPromised, match="a.pdf"):
        client(tmp_path, risks=frozenset({"wrong-content-type"})).get(site.url("/a.pdf"))
    assert client(tmp_path).get(site.url("/b.doc")).body == REPORT  # a page saved as .doc is what offices do


def gbk(text: str) -> str:
    return text.encode("gb18030").decode("latin-1")  # http.server writes headers as latin-1


def test_headers_in_gbk_are_used_only_where_the_operator_named_the_risk(site: Site, tmp_path: Path) -> None:
    target = "/" + "".join(f"%{byte:02X}" for byte in "年报".encode("gb18030"))
    named = {"Content-Type": "application/msword", "Content-Disposition": gbk('attachment; filename="2025年年报.doc"')}
    site.pages |= {"/a": redirect(gbk("/年报")), target: Answer(REPORT), "/f": Answer(b"x", headers=named)}
    site.pages["/u"] = Answer(b"x", headers={**named, "Content-Disposition": "attachment; filename*=UTF-8''2025%E5%B9%B4.doc"})
    with pytest.raises(NotAsPromised, match="gbk-headers"):
        client(tmp_path).get(site.url("/a"))
    assert client(tmp_path).get(site.url("/f")).file_name is None
    willing = client(tmp_path, risks=frozenset({"gbk-headers"}))
    assert willing.get(site.url("/a")).body == REPORT
    assert [willing.get(site.url(path)).file_name for path in ("/f", "/u")] == ["2025年年报.doc", "2025年.doc"]
