"""Columns of websites, as the CMS families write them."""

import json
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote

import pytest

from connectors.http import Exchange
from connectors.sources import Found, SourceFailed, WholeButTold
from connectors.sources.web import Web
from connectors.sources.website import WebsiteSource
from connectors.sources.website.titles import names_no_body
from tests.connectors import markup
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


# 大汉: entries in an XML inside a script, further ones from a proxy.
HANWEB_PAGE = """<html><head><title>某区人民政府 政府信息公开年报</title></head><body><div class="list"><script type="text/xml"><datastore>
<nextgroup><![CDATA[<a href="/module/web/jpage/dataproxy.jsp?page=1&appid=1&webid=9&columnid=7&unitid=5"></a>]]></nextgroup>
<recordset><record><![CDATA[%s]]></record></recordset></datastore></script></div></body></html>"""
HANWEB_MORE = """<?xml version='1.0' encoding='UTF-8'?><datastore><totalrecord>3</totalrecord><totalpage>2</totalpage>
<nextgroup><![CDATA[<a href="./dataproxy.jsp?page=%d&appid=1&webid=9&columnid=7&unitid=5"></a>]]></nextgroup>
<recordset><record><![CDATA[%s]]></record></recordset></datastore>"""
HANWEB_ROW = "<li><a target='_blank' href='/art/2026/1/%d/art_7_%d.html' title='%s'>%s</a><span class='fr'>2026-01-%02d</span></li>"


def test_a_hanweb_column_is_read_from_its_script_and_its_proxy(site: Site, tmp_path: Path) -> None:
    titles = {n: f"某区第{n}局2025年年度报告" for n in (11, 12, 13)}
    rows = {n: HANWEB_ROW % (n, n, title, title, n) for n, title in titles.items()}
    proxy = "/module/web/jpage/dataproxy.jsp?page=%d&appid=1&webid=9&columnid=7&unitid=5"
    xml = {"Content-Type": "text/xml; charset=UTF-8"}
    site.pages |= {"/col/col7/index.html": Answer((HANWEB_PAGE % rows[11]).encode())}
    site.pages |= {proxy % n: Answer((HANWEB_MORE % (n + 1, rows[11 + n])).encode(), headers=xml) for n in (1, 2)}
    site.pages |= {f"/art/2026/1/{n}/art_7_{n}.html": report(title) for n, title in titles.items()}
    found, said = look(column(site, tmp_path, "/col/col7/index.html"))
    assert (paths(site, found), said) == ([f"/art/2026/1/{n}/art_7_{n}.html" for n in titles], "")
    assert [one.published_on for one in found] == [date(2026, 1, n) for n in titles]


def test_a_ucap_column_counts_its_pages_from_one(site: Site, tmp_path: Path) -> None:
    link = '<ul><li><a href="/xjnlk/c112945/202601/%s.shtml">丁县%s局2025年政府信息公开工作年度报告</a></li></ul>'
    script = "<div id='page_div'></div><script>createPageHTML('page_div',2, %d,'index','shtml',21);</script>"
    text = "<html><head><title>政府信息公开年报</title></head><body>%s</body></html>"
    site.pages["/c112945/"] = Answer((text % (link % ("a", "甲") + script % 1)).encode())
    site.pages["/c112945/index_2.shtml"] = Answer((text % (link % ("b", "乙") + script % 2)).encode())
    attachment = "<ucapcontent><p>一、总体情况</p><a href='b.pdf'>附件</a></ucapcontent>"
    site.pages["/xjnlk/c112945/202601/a.shtml"] = report("丁县甲局2025年政府信息公开工作年度报告")
    site.pages["/xjnlk/c112945/202601/b.shtml"] = Answer(f"<html><body><a href='/nav.pdf'>导航</a>{attachment}</body></html>".encode())
    site.pages["/xjnlk/c112945/202601/b.pdf"] = Answer(b"%PDF-", headers={"Content-Type": "application/pdf"})
    found, said = look(column(site, tmp_path, "/c112945/"))
    assert (paths(site, found), said) == ([f"/xjnlk/c112945/202601/{name}" for name in ("a.shtml", "b.shtml", "b.pdf")], "")


def test_a_visual_sitebuilder_column_is_read_with_its_next_pages(site: Site, tmp_path: Path) -> None:
    row = '<li id="line_u8_0"><a href="%sinfo/1648/%d.htm" target="_blank">戊校%d年信息公开年度报告</a><span>2025/10/%02d</span></li>'
    text = "<html><head><TITLE>信息公开年报-戊</TITLE></head><body><ul>%s</ul>%s</body></html>"
    more = '<span class="p_next p_fun"><a href="gknb/1.htm">下页</a></span>'
    site.pages["/xxgk/gknb.htm"] = Answer((text % (row % ("../", 2, 2025, 30), more)).encode())
    site.pages["/xxgk/gknb/1.htm"] = Answer((text % (row % ("../../", 1, 2024, 29), '<span class="p_next_d">下页</span>')).encode())
    site.pages |= {f"/info/1648/{n}.htm": report("戊校信息公开年度报告") for n in (1, 2)}
    found, said = look(column(site, tmp_path, "/xxgk/gknb.htm"))
    assert (paths(site, found), said) == (["/info/1648/2.htm", "/info/1648/1.htm"], "")
    assert found[0].published_on == date(2025, 10, 30)


def test_a_guangdong_column_is_read_from_the_interface_behind_it(site: Site, tmp_path: Path) -> None:
    def told(*numbers: int) -> Answer:
        listed = [
            {
                "id": n,
                "title": f"己市{n}局2025年政府信息公开工作年度报告",
                "url": site.url(f"/gkmlpt/content/8/1/post_{n}.html"),
                "display_publish_time": 1769500800,
            }
            for n in numbers
        ]
        body = json.dumps({"total": 150, "articles": [*listed, {"id": 9, "title": "政策解读", "url": "x"}, None]})
        return Answer(body.encode(), headers={"Content-Type": "application/json"})

    page = "<html><head><title>政府信息公开年报</title></head><body><div id='app'></div><script>window._CONFIG = {SID: '175', HOST: ''}</script></body></html>"
    site.pages |= {
        "/gkmlpt/annualreport": Answer(page.encode()),
        "/gkmlpt/api/all/2629?page=1&sid=175": told(1),
        "/gkmlpt/api/all/2629?page=2&sid=175": told(2),
    }
    site.pages |= {f"/gkmlpt/content/8/1/post_{n}.html": report("己市年报") for n in (1, 2)}
    for _ in range(2):
        found, said = look(column(site, tmp_path, "/gkmlpt/annualreport#2629"))
        assert (paths(site, found), said) == ([f"/gkmlpt/content/8/1/post_{n}.html" for n in (1, 2)], "")
        assert {one.published_on for one in found} == {date(2026, 1, 27)}


def test_an_openness_column_of_anhui_is_read_as_any_list(site: Site, tmp_path: Path) -> None:
    text = """<html><head><title>政府信息公开年度报告_庚县</title></head><body><div class="gknb_list"><dl>
    <dd><a href="/XxgkAnnualReport/show/4570.html" title="庚县应急局2025年度政府信息公开工作年度报告">庚县应急局2025年度政府信…</a><em>2026-01-26</em></dd>
    <dd><a href="/OpennessAnnualReport/show/4012.html">【庚县司法局】2024年政府信息公开年度报告</a><em>2025-01-22</em></dd></dl></div></body></html>"""
    site.pages["/openness/annual"] = Answer(text.encode())
    site.pages |= {path: report("庚县年报") for path in ("/XxgkAnnualReport/show/4570.html", "/OpennessAnnualReport/show/4012.html")}
    found, said = look(column(site, tmp_path, "/openness/annual"))
    assert (paths(site, found), said) == (["/XxgkAnnualReport/show/4570.html", "/OpennessAnnualReport/show/4012.html"], "")
    assert [one.published_on for one in found] == [date(2026, 1, 26), date(2025, 1, 22)]


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


def test_a_hanweb_list_that_is_posted_for_is_read_to_its_end(site: Site, tmp_path: Path) -> None:
    rows = {n: markup.JPAGE_RECORD % (n, title, title) for n in (1, 2, 46, 47) if (title := f"辛市第{n}局2025年年度报告")}
    first = f"<li><a href='/art/2026/1/9/art_1.html'>{'辛市第1局2025年年度报告'}</a></li>"
    site.pages["/col/col1229560650/index.html"] = Answer((markup.JPAGE % {"first": first, "total": 47}).encode())
    asked = "/module/jpage/dataproxy.jsp?startrecord={}&endrecord={}&perpage=15|" + markup.JPAGE_FORM
    site.pages[asked.format(1, 45)] = Answer(
        (markup.JPAGE_MORE % (47, 4, rows[1] + rows[2])).encode(), headers={"Content-Type": "text/xml"}
    )
    site.pages[asked.format(46, 90)] = Answer(
        (markup.JPAGE_MORE % (47, 4, rows[46] + rows[47])).encode(), headers={"Content-Type": "text/xml"}
    )
    site.pages |= {f"/art/2026/1/9/art_{n}.html": report("辛市年报") for n in rows}
    for _ in range(2):
        found, said = look(column(site, tmp_path, "/col/col1229560650/index.html"))
        assert (paths(site, found), said) == ([f"/art/2026/1/9/art_{n}.html" for n in rows], "")


def test_a_module_of_annual_reports_is_one_report_a_body_and_year(site: Site, tmp_path: Path) -> None:
    module = "/module/xxgk/xxgkAnnualReport.jsp?area=11370000{}&fbtime={}"
    for number, body in ((1, "甲局"), (2, "乙局")):
        for year in (2024, 2025):
            site.pages[module.format(number, year)] = Answer((markup.ANNUAL_MODULE % {"body": body, "year": year}).encode())
    source = column(site, tmp_path, module.format(1, 2025))
    for _ in range(2):
        found, said = look(source)
        assert (sorted(paths(site, found)), said) == (sorted(module.format(n, y) for n, y in ((1, 2025), (2, 2025), (1, 2024))), "")
    survey = column(site, tmp_path, module.format(1, 2025), from_year=2025).survey()
    assert [(item.title, item.year) for item in survey.items] == [("壬市乙局", 2025), ("壬市甲局2025年政府信息公开工作年度报告", 2025)]
    assert survey.family == "hanweb"


def test_a_jpaas_column_is_read_from_the_html_inside_its_json(site: Site, tmp_path: Path) -> None:
    titles = [f"寅市{n}局2025年政府信息公开年报" for n in "甲乙丙"]
    site.pages["/zfxxgk/ndbg/index.html"] = Answer(markup.JPAAS.encode())
    json_type = {"Content-Type": "application/json;charset=UTF-8"}
    site.pages[markup.jpaas_address(1)] = Answer(markup.jpaas_answer(*titles[:2], count=16), headers=json_type)
    site.pages[markup.jpaas_address(2)] = Answer(markup.jpaas_answer(titles[2], count=16), headers=json_type)
    wanted = [f"/zfxxgk/art/2026/art_{number}.html" for number, _ in markup.titled(tuple(titles))]
    site.pages |= {path: report("寅市年报") for path in wanted}
    found, said = look(column(site, tmp_path, "/zfxxgk/ndbg/index.html"))
    assert (paths(site, found), said) == (wanted, "")
    assert {one.published_on for one in found} == {date(2026, 1, 20)}


def test_an_interface_of_plain_json_is_read_page_by_page(site: Site, tmp_path: Path) -> None:
    def told(*titles: str) -> Answer:
        listed = [{**markup.JSON_LIST["data"]["list"][0], "infoTitle": title, "infoUrl": f"/{title[:3]}.html"} for title in titles]
        body = {**markup.JSON_LIST, "data": {"total": 3, "list": [*listed, markup.JSON_LIST["data"]["list"][1]]}}
        return Answer(json.dumps(body).encode(), headers={"Content-Type": "application/json"})

    site.pages |= {
        "/api/list?channel=5&pageNum=1&pageSize=2": told("癸县甲局2025年政府信息公开工作年度报告", "癸县乙局2025年政府信息公开年报"),
        "/api/list?channel=5&pageNum=2&pageSize=2": told("癸县丙局2025年政府信息公开年报"),
    }
    site.pages |= {quote(f"/癸县{n}.html"): report("癸县年报") for n in "甲乙丙"}
    found, said = look(column(site, tmp_path, "/api/list?channel=5&pageNum=1&pageSize=2"))
    assert (len(found), said, {one.published_on for one in found}) == (3, "", {date(2026, 1, 21)})


def test_a_column_that_shows_one_year_at_a_time_is_read_in_all_of_them(site: Site, tmp_path: Path) -> None:
    def shown(number: int, year: int) -> Answer:
        return Answer((markup.ANHUI_YEAR % {"number": number, "year": year, "published": f"{year + 1}-01-26"}).encode())

    site.pages |= {"/public/column/9": shown(1, 2025), "/public/column/9?action=list&nd=2025": shown(1, 2025)}
    site.pages["/public/column/9?action=list&nd=2024"] = shown(2, 2024)
    wanted = ["/public/column/1?action=detail&title=2025&type=3", "/public/column/2?action=detail&title=2024&type=3"]
    site.pages |= {path: report("子县应急局年报") for path in wanted}
    found, said = look(column(site, tmp_path, "/public/column/9"))
    assert (paths(site, found), said) == (wanted, "")


SUB_COLUMN = """<html><head><title>2024年政府信息公开年报_甲县</title></head><body><div class="side"><a href="/zn/">指南</a></div><ul>%s</ul></body></html>"""


def entries(paths: dict[str, str]) -> str:
    return "".join(f'<li><a href="{path}" title="{title}">{title}</a><span>2025-01-22</span></li>' for path, title in paths.items())


def test_a_column_that_is_called_like_a_report_is_followed_and_is_none(site: Site, tmp_path: Path) -> None:
    bodies = {"/24/1.html": "甲县水务局2024年政府信息公开工作年度报告", "/24/2.html": "甲县教育局2024年政府信息公开工作年度报告"}
    top = entries({"/24/index.html": "2024年政府信息公开年报", "/25/9.html": "甲县2025年政府信息公开工作年度报告"})
    top += entries({"/towns.shtml": "各乡镇、街道2024年政府信息公开年度报告"})
    pages: dict[str, Page] = {
        "/nb/": Answer((SUB_COLUMN % top).encode()),
        "/24/index.html": Answer((SUB_COLUMN % entries(bodies)).encode()),
        "/towns.shtml": Answer((SUB_COLUMN % entries({"/24/3.html": "甲县柳汀镇2024年政府信息公开工作年度报告"})).encode()),
        "/25/9.html": report("甲县2025年政府信息公开工作年度报告"),
        **{f"/24/{n}.html": report("甲县年报") for n in (1, 2, 3)},
    }
    site.pages |= {path: honest(answer) for path, answer in pages.items()}
    source = column(site, tmp_path, "/nb/")
    for _ in range(2):
        found, said = look(source)
        assert (paths(site, found), said) == (["/25/9.html", "/24/1.html", "/24/2.html", "/24/3.html"], "")
    survey = source.survey()
    assert [item.title for item in survey.items] == [
        "甲县2025年政府信息公开工作年度报告",
        "各乡镇、街道2024年政府信息公开年度报告",  # at an address that says nothing of what it is; a look opens it
        *bodies.values(),
    ]
    assert (survey.pages, survey.troubles) == (2, ())


def test_a_column_called_like_a_report_whose_entries_come_from_an_interface_is_followed(site: Site, tmp_path: Path) -> None:
    title = "寅市甲局2025年政府信息公开年报"
    site.pages["/nb/"] = Answer((SUB_COLUMN % entries({"/zfxxgk/25/index.html": "2025年政府信息公开年报"})).encode())
    site.pages["/zfxxgk/25/index.html"] = Answer(markup.JPAAS.encode())
    answer = Answer(markup.jpaas_answer(title, count=1), headers={"Content-Type": "application/json;charset=UTF-8"})
    site.pages[markup.jpaas_address(1)] = answer
    [(number, _)] = markup.titled((title,))
    site.pages[f"/zfxxgk/art/2026/art_{number}.html"] = report(title)
    found, said = look(column(site, tmp_path, "/nb/"))
    assert (paths(site, found), said) == ([f"/zfxxgk/art/2026/art_{number}.html"], "")


OTHERS = entries({f"/{year}.html": f"甲县水务局{year}年政府信息公开工作年度报告" for year in (2024, 2023, 2022)})


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("甲县水务局2025年政府信息公开工作年度报告", OTHERS),  # a script has yet to fill in the article
        ("2025年政府信息公开年报", f"<p>一、总体情况</p>{OTHERS}"),
        ("2025年政府信息公开年报", f"<div class=TRS_Editor><a href='a.pdf'>2025年年报</a></div>{OTHERS}"),
    ],
)
def test_a_report_with_links_to_others_beside_it_is_no_column(site: Site, tmp_path: Path, title: str, text: str) -> None:
    site.pages["/nb/"] = Answer((SUB_COLUMN % entries({"/25.html": title})).encode())
    site.pages["/25.html"] = Answer(f"<html><head><title>{title}</title></head><body>{text}</body></html>".encode())
    site.pages["/a.pdf"] = Answer(b"%PDF-", headers={"Content-Type": "application/pdf"})
    found, said = look(column(site, tmp_path, "/nb/"))
    assert (paths(site, found)[0], said) == ("/25.html", "")


def test_a_title_without_a_body_is_told_from_one_with_it() -> None:
    assert all(
        map(names_no_body, ["2024年政府信息公开年报", "各部门2024年政府信息公开工作年度报告", "2023年度乡镇（街道）年报", "部门年报"])
    )
    assert not any(map(names_no_body, ["甲县2024年政府信息公开年报", "水务局2024年政府信息公开工作年度报告", "2022年南关区民政局年度报告"]))
