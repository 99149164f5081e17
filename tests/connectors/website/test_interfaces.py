"""Columns whose entries come from an interface behind them."""

import json
from datetime import date
from pathlib import Path
from urllib.parse import quote

from tests.connectors import markup
from tests.connectors.looking import look
from tests.connectors.site import Answer, Site
from tests.connectors.website.columns import column, paths, report


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
