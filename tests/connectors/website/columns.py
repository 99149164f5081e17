"""Columns of a site on this machine, and the look at them."""

from http.server import BaseHTTPRequestHandler
from pathlib import Path

from connectors.sources import Found
from connectors.sources.web import Web
from connectors.sources.website import WebsiteSource
from tests.connectors.site import Answer, Page, Site, client

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


def column(site: Site, folder: Path, path: str, **how: object) -> WebsiteSource:
    web = Web(client(folder, attempts=1), folder / "visits")
    return WebsiteSource("web", site.url(path), web, **how)  # type: ignore[arg-type]


def paths(site: Site, found: list[Found]) -> list[str]:
    return [one.location.removeprefix(site.url("")) for one in found]


def honest(answer: Page) -> Page:
    """The same page from a server that knows the copy it sent."""
    assert isinstance(answer, Answer)

    def told(request: BaseHTTPRequestHandler) -> Answer:
        tag = f'"{hash(answer.body)}"'
        same = request.headers["If-None-Match"] == tag
        return Answer(b"" if same else answer.body, 304 if same else 200, {**answer.headers, "ETag": tag})

    return told
