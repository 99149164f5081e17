"""The client of web pages, asking real servers on this machine."""

import gzip
import multiprocessing
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from shutil import which
from statistics import median

import pytest

from connectors.http import (
    BadCertificate,
    Challenged,
    Client,
    Exchange,
    FetchFailed,
    LoginAsked,
    Manners,
    NotAsPromised,
    NotThere,
    Pace,
    Refused,
    RestAsked,
    RobotsForbid,
    ServerFailed,
    TooLarge,
    TooSlow,
    Unreachable,
    UnsafeTarget,
)
from connectors.http.addresses import is_public
from tests.connectors.site import Answer, Site, client, serving

REPORT = "<html><body><h1>2025年政府信息公开工作年度报告</h1><p>一、总体情况</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def redirect(target: str, status: int = 302) -> Answer:
    return Answer(b"", status, {"Location": target})


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


def ask(folder: Path, url: str, rate: float, times: int) -> None:
    asking = Client(Manners(requests_per_second=rate, allow_hosts=("127.0.0.1",)), Pace(folder))
    for _ in range(times):
        asking.get(url)


def test_a_host_is_asked_one_at_a_time_and_at_its_rate_by_all_processes_and_threads_together(site: Site, tmp_path: Path) -> None:
    at_once: list[int] = []
    began: list[float] = []

    def page(request: BaseHTTPRequestHandler) -> Answer:
        began.append(time.monotonic())
        at_once.append(1)
        busy = len(at_once)
        time.sleep(0.01)
        at_once.pop()
        return Answer(str(busy).encode() if busy > 1 else REPORT)

    site.pages |= {"/a": page, "/robots.txt": page}
    process = multiprocessing.get_context("fork").Process(target=ask, args=(tmp_path, site.url("/a"), 20.0, 3))
    threads = [threading.Thread(target=ask, args=(tmp_path, site.url("/a"), 20.0, 2)) for _ in range(2)]
    for worker in (process, *threads):
        worker.start()
    for worker in (process, *threads):
        worker.join()
    gaps = [later - earlier for earlier, later in zip(began, began[1:], strict=False)]
    assert len(began) == 10
    # On a busy machine one request is heard late and the next one in time, so that a single gap looks short.
    assert median(gaps) > 0.03
    assert sum(gaps) > 0.4


def test_bad_weather_is_waited_out(site: Site, tmp_path: Path) -> None:
    answers = iter([Answer(b"", 503), Answer(b"x", 200, {"Content-Length": "9"}, tail=lambda _: None), Answer(b"", 502), Answer(REPORT)])
    site.pages["/a"] = lambda _: next(answers)
    assert client(tmp_path).get(site.url("/a")).body == REPORT
    site.pages["/b"] = Answer(b"", 500)
    with pytest.raises(ServerFailed, match="500"):
        client(tmp_path).get(site.url("/b"))
    assert site.paths() == ["/a"] * 4 + ["/b"] * 4


def test_a_host_that_went_down_is_tried_once_a_page_until_it_is_back(site: Site, tmp_path: Path) -> None:
    cut = Answer(b"x", 200, {"Content-Length": "9"}, tail=lambda _: None)
    site.pages |= {"/a": cut, "/b": cut, "/c": Answer(REPORT), "/d": cut}
    asking = client(tmp_path, attempts=3)
    for path in ("/a", "/b", "/c", "/d"):
        if path == "/c":
            assert asking.get(site.url(path)).body == REPORT
        else:
            with pytest.raises(Unreachable):
                asking.get(site.url(path))
    assert site.paths() == ["/a"] * 3 + ["/b", "/c"] + ["/d"] * 3


def test_a_rest_that_a_server_asks_for_is_given_and_a_long_one_is_remembered(site: Site, tmp_path: Path) -> None:
    answers = iter([Answer(b"", 429, {"Retry-After": "1"}), Answer(REPORT)])
    site.pages |= {"/a": lambda _: next(answers), "/b": Answer(b"", 503, {"Retry-After": "Fri, 31 Dec 2100 00:00:00 GMT"})}
    began = time.monotonic()
    assert client(tmp_path).get(site.url("/a")).body == REPORT
    assert time.monotonic() - began > 1
    for _ in range(2):
        with pytest.raises(RestAsked, match="2100-12-31|2101"):
            client(tmp_path).get(site.url("/b"))
    assert site.paths() == ["/a", "/a", "/b"]


@pytest.mark.parametrize(
    ("status", "error"), [(404, NotThere), (410, NotThere), (403, Refused), (401, Refused), (204, Refused), (400, Refused)]
)
def test_what_a_server_will_not_give_is_asked_for_once(site: Site, tmp_path: Path, status: int, error: type[FetchFailed]) -> None:
    site.pages["/a"] = Answer(b"", status)
    with pytest.raises(error, match=str(status)):
        client(tmp_path).get(site.url("/a"))
    assert site.paths() == ["/a"]


SCRIPT = b"<html><script>document.cookie='__jsl_clearance=1';location.reload()</script></html>"
WALLS = [
    (Answer(b"", 412), Challenged),
    (Answer(SCRIPT, 521), Challenged),
    (Answer(b"<html><script>var a=1</script></html>", 202), Challenged),
    (Answer(SCRIPT, 200), Challenged),
    (Answer("<html><title>安全验证</title><body>请完成验证后继续访问</body></html>".encode(), 403), Challenged),
    (Answer("<html><body><h1>统一身份认证平台</h1><input type='password'></body></html>".encode()), LoginAsked),
    (Answer("<!doctype html><body>网站维护中，请稍后访问。</body>".encode("gb18030")), Challenged),
    (Answer("<html><body>您访问的页面不存在</body></html>".encode()), NotThere),
]


@pytest.mark.parametrize(("answer", "error"), WALLS)
def test_what_stands_before_a_page_is_never_taken_for_it(site: Site, tmp_path: Path, answer: Answer, error: type[FetchFailed]) -> None:
    site.pages["/a"] = answer
    with pytest.raises(error) as raised:
        client(tmp_path).get(site.url("/a"))
    assert type(raised.value) is error
    if issubclass(error, Challenged):
        assert "文件夹" in raised.value.words.zh
        assert "owner" in raised.value.words.en
    assert site.paths() == ["/a"]


def test_a_page_that_has_a_login_box_a_captcha_and_such_words_as_well_is_a_page(site: Site, tmp_path: Path) -> None:
    text = "系统维护工作由办公室负责，登录页面设有验证码。" * 40
    site.pages["/a"] = Answer(f"<html><script src='/captcha.js'></script><input type=password><p>{text}</p></html>".encode())
    assert text in client(tmp_path).get(site.url("/a")).body.decode()


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


def test_a_host_that_is_down_or_unknown_is_told(tmp_path: Path) -> None:
    with serving() as gone:
        url = gone.url("/a")
    with pytest.raises(RobotsForbid, match="cannot be reached"):
        client(tmp_path, attempts=2).get(url)
    with pytest.raises(FetchFailed, match="nowhere.invalid"):
        Client(Manners(attempts=1), Pace(tmp_path)).get("http://nowhere.invalid/")


def test_proxies_of_the_environment_are_not_used(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    site.pages["/a"] = Answer(REPORT)
    assert client(tmp_path).get(site.url("/a")).body == REPORT


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=site.example"]
    command += ["-addext", "subjectAltName=DNS:site.example", "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def test_the_certificate_is_checked_against_the_name_over_a_connection_to_the_checked_address(certificate: Path, tmp_path: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    said: list[str | None] = []
    tls.sni_callback = lambda socket, name, context: said.append(name)
    told = {"names": dict.fromkeys(("site.example", "other.example"), "127.0.0.1"), "allow_hosts": ("site.example", "other.example")}
    with serving(tls) as site:
        site.pages["/a"] = Answer(REPORT)
        trusting = client(tmp_path, ca=certificate / "cert.pem", **told)  # type: ignore[arg-type]
        assert trusting.get(site.url("/a", "site.example")).body == REPORT
        assert set(said) == {"site.example"}
        with pytest.raises(BadCertificate):
            trusting.get(site.url("/a", "other.example"))
        with pytest.raises(BadCertificate, match=r"sources\.ca"):
            client(tmp_path, **told).get(site.url("/a", "site.example"))  # type: ignore[arg-type]


def test_old_tls_is_spoken_only_where_the_operator_named_the_risk(certificate: Path, tmp_path: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.set_ciphers("AES128-SHA@SECLEVEL=0")  # no forward secrecy: what OpenSSL's defaults in Python no longer offer
    tls.maximum_version = ssl.TLSVersion.TLSv1_2
    tls.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    told = {"names": {"site.example": "127.0.0.1"}, "allow_hosts": ("site.example",), "ca": certificate / "cert.pem", "attempts": 1}
    with serving(tls) as site:
        site.pages["/a"] = Answer(REPORT)
        with pytest.raises(BadCertificate, match="weak-tls"):
            client(tmp_path, **told).get(site.url("/a", "site.example"))  # type: ignore[arg-type]
        weak = client(tmp_path, risks=frozenset({"weak-tls"}), **told)  # type: ignore[arg-type]
        assert weak.get(site.url("/a", "site.example")).body == REPORT


def test_a_port_where_nobody_listens_is_told_in_words(tmp_path: Path) -> None:
    with serving() as closed:
        address = closed.url("/a")
    with pytest.raises(FetchFailed) as said:
        client(tmp_path, attempts=1).get(address)
    assert "连不上（对方没有开放这个端口或拒绝连接）" in said.value.words.zh
    assert "Errno" not in said.value.words.zh
