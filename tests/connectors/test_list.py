"""A list of addresses, as offices keep them."""

import io
from datetime import date
from hashlib import sha256
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event

import openpyxl
import pytest

from connectors.http import Challenged, UnsafeTarget
from connectors.sources import Around, SourceFailed, WholeButTold, source_for
from connectors.sources.list import ListSource
from connectors.sources.web import Web
from gouji.errors import GoujiError
from gouji.settings import load
from tests.connectors.looking import look
from tests.connectors.packs import pack
from tests.connectors.site import Answer, Site, client

PAGE = "<html><body><h1>甲局2025年政府信息公开工作年度报告</h1><div class=TRS_Editor><p>一、总体情况</p>%s</div></body></html>"
HTML = {"Content-Type": "text/html"}


def page(inside: str = "", tag: str | None = None) -> Answer:
    return Answer((PAGE % inside).encode(), headers=HTML | ({"ETag": tag} if tag else {}))


def listed(folder: Path, *rows: str) -> ListSource:
    (folder / "list.csv").write_text("\n".join(["某市年报网址一览", "机构名称,年度,网址,发布日期", *rows]), "utf-8")
    return ListSource("list", folder / "list.csv", Web(client(folder, attempts=1), folder / "visits"))


def test_each_row_is_a_publication_with_what_is_attached_to_its_page(site: Site, tmp_path: Path) -> None:
    inside = "<a href='./f/2025.pdf'>附件：年报</a><a href='f/2025.pdf'>下载</a><a href='f/P02.doc'>甲局2025年年报.doc</a><a href='/other.html'>上一篇</a><a href='javascript:a.pdf'>x</a>"
    site.pages |= {
        "/a/t.html": page(inside),
        "/a/f/P02.doc": Answer(b"\xd0\xcf\x11\xe0", headers={}),
        "/a/f/2025.pdf": Answer(b"%PDF-", headers={"Content-Type": "application/pdf"}),
        "/b": page("乙"),
    }
    source = listed(tmp_path, f"甲局,2025,{site.url('/a/t.html')},2026-01-20", f"乙局,2025,网址：{site.url('/b')}（2025年）,")
    found, said = look(source)
    assert said == ""
    assert [(one.location, one.name, one.page, one.published_on) for one in found] == [
        (site.url("/a/t.html"), "t.html", None, date(2026, 1, 20)),
        (site.url("/a/f/2025.pdf"), "2025.pdf", site.url("/a/t.html"), date(2026, 1, 20)),
        (site.url("/a/f/P02.doc"), "甲局2025年年报.doc", site.url("/a/t.html"), date(2026, 1, 20)),
        (site.url("/b"), "b", None, None),
    ]
    assert [one.fetch() for one in found] == [site.pages[path].body for path in ("/a/t.html", "/a/f/2025.pdf", "/a/f/P02.doc", "/b")]  # type: ignore[union-attr]


def test_hosts_are_asked_side_by_side_one_page_at_a_time_each_and_found_in_the_order_of_the_rows(site: Site, tmp_path: Path) -> None:
    here, there = "127.0.0.1", "localhost"
    busy: dict[str, int] = {here: 0, there: 0}
    last_of_the_other = Event()

    def answer(request: BaseHTTPRequestHandler) -> Answer:
        host = request.headers["Host"].split(":")[0]
        busy[host] += 1
        alone = busy[host] == 1
        # The first row's page comes only when the other host's last one, which stands at the end of the list, was asked for.
        waited = request.path != "/0" or last_of_the_other.wait(20)
        if request.path == "/5":
            last_of_the_other.set()
        busy[host] -= 1
        return page(f"{request.path} {alone} {waited}")

    hosts = [here, here, here, there, there, there]
    site.pages |= {f"/{n}": answer for n in range(6)}
    (tmp_path / "list.csv").write_text("网址\n" + "\n".join(site.url(f"/{n}", host) for n, host in enumerate(hosts)), "utf-8")
    asking = client(tmp_path, attempts=1, allow_hosts=(here, there), names={there: here})
    found, said = look(ListSource("list", tmp_path / "list.csv", Web(asking, tmp_path / "visits")))
    assert said == ""
    assert [one.location for one in found] == [site.url(f"/{n}", host) for n, host in enumerate(hosts)]
    assert [f"/{n} True True" in one.fetch().decode() for n, one in enumerate(found)] == [True] * 6


TEXT = "<p>全文包括总体情况、收到和处理政府信息公开申请情况、其他需要报告的事项。</p>" + "<p>本机关依法公开。</p>" * 9
TEXT += "<p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><p>六、其他需要报告的事项</p>"


def test_documents_in_boxes_beside_the_text_are_not_attached_to_it(site: Site, tmp_path: Path) -> None:
    beside, below = "<div class=side><a href='/form.pdf'>热点下载</a></div>", "<p>附件：<a href='/a.pdf'>年报</a></p>"
    pages = {
        "/alone": f"<div id=article>{TEXT}{below}</div>{beside}",
        "/below": f"<div class=page><div class=box><div id=article>{TEXT}</div>{below}</div>{beside}</div>",
        "/without": f"<div><div>{below}</div></div>",
    }
    site.pages |= {path: Answer(f"<html><body>{body}</body></html>".encode()) for path, body in pages.items()}
    site.pages |= {path: Answer(b"%PDF-", headers={"Content-Type": "application/pdf"}) for path in ("/a.pdf", "/form.pdf")}
    for path in pages:
        assert [one.location for one in look(listed(tmp_path, f"甲局,2025,{site.url(path)},"))[0]] == [site.url(path), site.url("/a.pdf")]


def test_a_row_that_leads_to_a_column_is_named_and_is_no_report(site: Site, tmp_path: Path) -> None:
    links = "".join(f'<li><a href="/{year}.html">甲局{year}年政府信息公开工作年度报告</a></li>' for year in (2025, 2024))
    site.pages["/nb/"] = Answer(f"<html><head><title>政府信息公开年报</title></head><body><ul>{links}</ul></body></html>".encode())
    site.pages["/b"] = page("乙")
    found, said = look(listed(tmp_path, f"甲局,2025,{site.url('/nb/')},", f"乙局,2025,{site.url('/b')},"))
    assert [one.location for one in found] == [site.url("/b")]
    assert f"第 3 行（甲局 2025）：{site.url('/nb/')} 是一个列出多份年报的栏目" in said


def test_the_files_in_an_attached_archive_are_found_in_its_place_and_not_sent_again(site: Site, tmp_path: Path) -> None:
    def unchanged(request: BaseHTTPRequestHandler) -> Answer:
        same = request.headers["If-None-Match"] == '"1"'
        return Answer(b"" if same else packed, 304 if same else 200, {"Content-Type": "application/zip", "ETag": '"1"'})

    packed = pack({"甲局/年报.pdf": b"%PDF-1", "乙局.docx": b"PK"})
    site.pages |= {"/t": page("<a href='f/all.zip'>附件</a>"), "/f/all.zip": unchanged}
    source = listed(tmp_path, f"甲局,2025,{site.url('/t')},")
    for fetched in ([b"%PDF-1", b"PK"], [b"%PDF-1", b"PK"]):
        found, said = look(source)
        inside = [site.url(f"/f/all.zip!/{name}") for name in ("甲局/年报.pdf", "乙局.docx")]
        assert (said, [one.location for one in found]) == ("", [site.url("/t"), *inside])
        assert [(one.name, one.page) for one in found[1:]] == [("年报.pdf", site.url("/t")), ("乙局.docx", site.url("/t"))]
        assert [one.sha256 for one in found[1:]] == [sha256(data).hexdigest() for data in fetched]
    assert site.paths() == ["/t", "/f/all.zip"] * 2
    assert [one.fetch() for one in found[1:]] == [b"%PDF-1", b"PK"]
    assert site.paths()[4:] == ["/f/all.zip"]  # once for both of them


def test_a_second_look_fetches_no_body_and_a_changed_page_is_a_new_one(site: Site, tmp_path: Path) -> None:
    sent: list[int] = []

    def unchanged(request: BaseHTTPRequestHandler) -> Answer:
        same = request.headers["If-None-Match"] == '"1"'
        sent.append(304 if same else 200)
        return Answer(b"", 304) if same else page("<a href='a.doc'>附件</a>", '"1"')

    site.pages |= {"/t": unchanged, "/a.doc": Answer(b"\xd0\xcf\x11\xe0", headers={"Last-Modified": "Mon, 05 Jan 2026 01:00:00 GMT"})}
    source = listed(tmp_path, f"甲局,2025,{site.url('/t')},")
    first, second = look(source)[0], look(source)[0]
    assert sent == [200, 304]
    assert [(one.sha256, one.size, one.modified) for one in first] == [(one.sha256, one.size, one.modified) for one in second]
    assert [one.fetch() for one in second] == [one.fetch() for one in first]  # asked for anew where somebody wants the bytes
    site.pages["/t"] = page("更正", '"2"')
    [changed] = look(source)[0]
    assert (changed.sha256 != first[0].sha256, "更正" in changed.fetch().decode()) == (True, True)


def test_a_page_that_vanished_is_told_by_its_row_and_the_look_was_whole(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": page(), "/gone": Answer(b"", 404)}
    source = listed(tmp_path, f"甲局,2025,{site.url('/a')},", f"乙局,2024,{site.url('/gone')},")
    found, said = look(source)
    assert [one.location for one in found] == [site.url("/a")]
    assert said == f"网址清单第 4 行（乙局 2024）：{site.url('/gone')} 已不存在（状态 404）。请核对网址。"
    with pytest.raises(WholeButTold):
        list(source.look())


def test_a_page_that_cannot_be_had_now_is_found_all_the_same_with_what_it_had_attached(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/a": page("<a href='/a.pdf'>附件</a>"), "/a.pdf": Answer(b"%PDF-", headers={})}
    source = listed(tmp_path, f"甲局,2025,{site.url('/a')},")
    before = [one.location for one in look(source)[0]]
    site.pages["/a"] = Answer(b"", 412)
    found, said = look(source)
    assert ([one.location for one in found], said) == (before, "")
    with pytest.raises(Challenged, match="folder"):
        found[0].fetch()


def test_rows_that_name_no_one_address_are_told_and_make_the_look_a_partial_one(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = page()
    url = site.url("/a")
    source = listed(tmp_path, f"甲局,2025,{url},去年", "乙局,2025,见门户网站,", f"丙局,2025,{url} {url}2,", f"丁局,2025,{url},", ",,,")
    found, said = look(source)
    assert [one.location for one in found] == [url]
    assert said.splitlines() == [
        "网址清单第 4 行（乙局 2025）：“见门户网站”不是以 http:// 或 https:// 开头的网址，这一行没有使用。",
        "网址清单第 5 行（丙局 2025）：有几个网址，不知道用哪一个，这一行没有使用。请一行写一个。",
        "网址清单第 3 行（甲局 2025）：发布日期“去年”不是日期，没有使用。请写成 2024-01-31。",
        "网址清单第 6 行（丁局 2025）：网址与第 3 行相同，只用第 3 行。",
    ]
    with pytest.raises(SourceFailed) as raised:
        list(source.look())
    assert not isinstance(raised.value, WholeButTold)


def test_an_address_that_nobody_could_open_is_one_report_that_cannot_be_had_and_the_others_are_found(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = page()
    found, said = look(listed(tmp_path, "甲局,2025,http://[x/2025.html,", f"乙局,2025,{site.url('/a')},"))
    assert ([one.location for one in found], said) == (["http://[x/2025.html", site.url("/a")], "")
    with pytest.raises(UnsafeTarget, match="no address"):
        found[0].fetch()


def workbook(url: str) -> bytes:
    book, data = openpyxl.Workbook(), io.BytesIO()
    sheet = book.create_sheet("年报")
    sheet.append(["序号", "单位名称", "年报链接"])
    sheet.append([1, "甲局", url])
    book.save(data)
    return data.getvalue()


def test_a_list_is_read_as_excel_and_as_csv_in_gbk(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = page()
    for data in (workbook(site.url("/a")), f"单位,链接\n甲局,{site.url('/a')}".encode("gb18030")):
        (tmp_path / "list").write_bytes(data)
        found = ListSource("list", tmp_path / "list", Web(client(tmp_path), tmp_path / "visits")).look()
        assert [one.location for one in found] == [site.url("/a")]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"\xd0\xcf\x11\xe0", "旧版 Excel"), ("机构名称\n甲局".encode(), "网址"), (b"PK\x03\x04", "XLSX"), (None, "读不出来")],
)
def test_a_file_that_is_no_list_of_addresses_is_told_as_such(tmp_path: Path, data: bytes | None, said: str) -> None:
    if data is not None:
        (tmp_path / "list").write_bytes(data)
    with pytest.raises(GoujiError) as raised:
        list(ListSource("list", tmp_path / "list", Web(client(tmp_path), tmp_path / "visits")).look())
    assert f"网址清单 {tmp_path / 'list'}" in raised.value.words.zh
    assert said in raised.value.words.zh


def test_a_configured_list_becomes_a_source_that_asks_as_it_was_told(site: Site, tmp_path: Path) -> None:
    site.pages["/a"] = page()
    (tmp_path / "list.csv").write_text(f"网址\n{site.url('/a')}\n", "utf-8")
    (tmp_path / "gouji.toml").write_text(
        '[[sources]]\nname = "l"\ntype = "list"\npath = "list.csv"\nrequests_per_second = 100\nallow_hosts = ["127.0.0.1"]\n'
    )
    setting = load(tmp_path / "gouji.toml").sources[0]
    [found] = source_for(setting, Around.of(tmp_path, tmp_path / "home", contact="office@example.org")).look()
    assert found.location == site.url("/a")
    assert {"contact: office@example.org" in headers["user-agent"] for _, headers in site.asked} == {True}
