"""Columns of websites, as the CMS families write them."""

from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from connectors.http import Exchange
from connectors.sources import Found, SourceFailed, WholeButTold
from connectors.sources.web import Web
from connectors.sources.website import WebsiteSource
from tests.connectors.site import Answer, Page, Site, client, serving

GBK = {"Content-Type": "text/html"}

# TRS: the list's titles are cut, addresses are relative, the pages are named by a script, other columns stand around it.
TRS_LIST = """<!DOCTYPE html><html><head><title>政府信息公开年报_甲县人民政府</title>
<meta name="ColumnName" content="政府信息公开年报"><meta name="ColumnType" content="信息公开年报"></head><body>
<div class="nav"><a href="/">首页</a><a href="../zn/">信息公开指南</a><a href="./">政府信息公开年报</a><a href="/2024/wzbb.html">2024年政府网站工作年度报表</a></div>
<ul id="list">%s</ul>
<div class="page"><script>createPageHTML(%d, %d, "index", "html");</script></div>
<div class="r"><h3>解读</h3><a href="./jd.html">一图读懂甲县2025年政府信息公开工作年度报告</a></div></body></html>"""
TRS_ROW = '<li><a href="./%s" title="%s" target="_blank">%s...</a><span>%s</span></li>'
TRS_REPORT = """<html><head><meta name="ArticleTitle" content="{title}"></head><body><a href="/app.zip">客户端</a><h1>{title}</h1>
<div class=TRS_Editor><p>一、总体情况</p><p>{inside}</p></div></body></html>"""


def row(path: str, title: str, day: str) -> str:
    return TRS_ROW % (path, title, title[:12], day)


def report(title: str, inside: str = "") -> Answer:
    return Answer(TRS_REPORT.format(title=title, inside=inside).encode())


def trs() -> dict[str, Page]:
    first = row("202601/t20260128_1.html", "甲县水务局2025年政府信息公开工作年度报告", "2026-01-28")
    first += row("202601/t20260120_2.html", "甲县2025年政府信息公开年报", "2026-01-20")
    second = row("202501/t20250121_3.html", "甲县教育局2024年度政府信息公开工作报告", "2025-01-21")
    second += row("202101/t20210121_4.html", "甲县教育局2020年政府信息公开工作年度报告", "2021-01-21")
    return {
        "/ndbg/": Answer((TRS_LIST % (first, 2, 0)).encode(), headers={"ETag": '"l"'}),
        "/ndbg/index_1.html": Answer((TRS_LIST % (second, 2, 1)).encode("gb18030"), headers=GBK),
        "/ndbg/202601/t20260128_1.html": report("甲县水务局2025年政府信息公开工作年度报告", '<a href="./P1.docx">附件：年报.docx</a>'),
        "/ndbg/202601/P1.docx": Answer(b"PK\x03\x04", headers={"Content-Type": "application/octet-stream"}),
        "/ndbg/202601/t20260120_2.html": report("甲县2025年政府信息公开年报"),
        "/ndbg/202501/t20250121_3.html": report("甲县教育局2024年度政府信息公开工作报告"),
        "/ndbg/202101/t20210121_4.html": report("甲县教育局2020年政府信息公开工作年度报告"),
    }


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def column(site: Site, folder: Path, path: str, **how: object) -> WebsiteSource:
    web = Web(client(folder, attempts=1), folder / "visits")
    return WebsiteSource("web", site.url(path), web, **how)  # type: ignore[arg-type]


def look(source: WebsiteSource) -> tuple[list[Found], str]:
    """What was found, and what was said in the end."""
    found: list[Found] = []
    try:
        found.extend(source.look())
    except SourceFailed as error:
        return found, error.words.zh
    return found, ""


def paths(site: Site, found: list[Found]) -> list[str]:
    return [one.location.removeprefix(site.url("")) for one in found]


def test_a_trs_column_is_read_with_all_its_pages_and_what_its_reports_have_attached(site: Site, tmp_path: Path) -> None:
    site.pages |= trs()
    found, said = look(column(site, tmp_path, "/ndbg/", from_year=2021))
    assert said == ""
    assert [(path, one.name, one.published_on) for path, one in zip(paths(site, found), found, strict=True)] == [
        ("/ndbg/202601/t20260128_1.html", "t20260128_1.html", date(2026, 1, 28)),
        ("/ndbg/202601/P1.docx", "附件：年报.docx", date(2026, 1, 28)),
        ("/ndbg/202601/t20260120_2.html", "t20260120_2.html", date(2026, 1, 20)),
        ("/ndbg/202501/t20250121_3.html", "t20250121_3.html", date(2025, 1, 21)),
    ]
    assert [one.page is not None for one in found] == [False, True, False, False]


def honest(answer: Page) -> Page:
    """The same page from a server that knows the copy it sent."""
    assert isinstance(answer, Answer)

    def told(request: BaseHTTPRequestHandler) -> Answer:
        tag = f'"{hash(answer.body)}"'
        same = request.headers["If-None-Match"] == tag
        return Answer(b"" if same else answer.body, 304 if same else 200, {**answer.headers, "ETag": tag})

    return told


def test_a_second_look_at_an_unchanged_column_fetches_no_body_and_finds_the_same(site: Site, tmp_path: Path) -> None:
    pages = trs()
    site.pages |= {path: honest(page) for path, page in pages.items()}
    first = look(column(site, tmp_path, "/ndbg/"))
    exchanges: list[Exchange] = []
    asking = client(tmp_path, record=exchanges)
    second = look(WebsiteSource("web", site.url("/ndbg/"), Web(asking, tmp_path / "visits")))
    assert [one.status for one in exchanges if "robots" not in one.url] == [304] * len(pages)
    assert [(one.location, one.sha256, one.published_on) for one in second[0]] == [
        (one.location, one.sha256, one.published_on) for one in first[0]
    ]


def test_a_column_of_which_a_page_fails_is_not_seen_whole(site: Site, tmp_path: Path) -> None:
    site.pages |= {**trs(), "/ndbg/index_1.html": Answer(b"", 500)}
    source = column(site, tmp_path, "/ndbg/")
    found, said = look(source)
    assert len(found) == 3
    assert "没有看全" in said
    with pytest.raises(SourceFailed) as raised:
        list(source.look())
    assert not isinstance(raised.value, WholeButTold)


def test_a_report_that_the_column_lists_and_that_is_gone_is_told_by_its_title(site: Site, tmp_path: Path) -> None:
    site.pages |= {**trs(), "/ndbg/202601/t20260120_2.html": Answer(b"", 404)}
    source = column(site, tmp_path, "/ndbg/")
    assert "甲县2025年政府信息公开年报" in look(source)[1]
    with pytest.raises(WholeButTold):
        list(source.look())


def plain(number: int, following: str) -> Answer:
    link = f'<tr><td><a href="/r{number}.html">乙局{2010 + number}年年度报告</a></td><td>2026年1月{number}日</td></tr>'
    page = f"<html><title>年度报告</title><body><table>{link}</table><a href='javascript:void(0)'>上一页</a>{following}</body></html>"
    return Answer(page.encode())


def test_plain_links_to_the_next_page_are_followed_to_the_end(site: Site, tmp_path: Path) -> None:
    site.pages |= {
        f"/list?p={n}": plain(n, f'<a href="?p={n + 1}">下一页&gt;</a>' if n < 3 else '<a href="#">下一页</a>') for n in (1, 2, 3)
    }
    site.pages |= {f"/r{n}.html": report("乙局年报") for n in (1, 2, 3)}
    found, said = look(column(site, tmp_path, "/list?p=1"))
    assert (paths(site, found), said) == (["/r1.html", "/r2.html", "/r3.html"], "")
    assert found[0].published_on == date(2026, 1, 1)


def test_a_list_without_end_is_left_and_told(site: Site, tmp_path: Path) -> None:
    site.pages |= {f"/list?p={n}": plain(1, f'<a href="?p={n + 1}">下一页</a>') for n in range(30)} | {"/r1.html": report("乙局年报")}
    found, said = look(column(site, tmp_path, "/list?p=1", most_pages=10))
    assert paths(site, found) == ["/r1.html"]
    assert "超过 10 页" in said


def test_a_page_that_always_shows_the_newest_report_is_that_report(site: Site, tmp_path: Path) -> None:
    site.pages["/newest"] = report("丙市2025年政府信息公开工作年度报告", "二、主动公开 三、收到和处理政府信息公开申请情况")
    found, said = look(column(site, tmp_path, "/newest"))
    assert (paths(site, found), said) == (["/newest"], "")


@pytest.mark.parametrize(
    "answer", [Answer(b"<html><body><div id=app></div><script src=a.js></script></body></html>"), Answer(b"", 404), Answer(b"", 412)]
)
def test_a_column_in_which_nothing_can_be_found_says_so_and_loses_nothing(site: Site, tmp_path: Path, answer: Answer) -> None:
    site.pages["/list"] = answer
    source = column(site, tmp_path, "/list")
    found, said = look(source)
    assert found == []
    assert site.url("/list") in said
    with pytest.raises(SourceFailed) as raised:
        list(source.look())
    assert not isinstance(raised.value, WholeButTold)
