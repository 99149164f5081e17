"""Columns as the other systems of websites write them."""

import json
from datetime import date
from pathlib import Path

from tests.connectors.looking import look
from tests.connectors.site import Answer, Site
from tests.connectors.website.columns import column, paths, report

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
