"""A publication over time: what changed is shown, what only flickers is not, and two addresses are one."""

from http.server import BaseHTTPRequestHandler
from itertools import count
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from samples import Sample, render, sound
from tests.connectors.site import Answer, Page, serving
from tests.flows.test_cli_sources import WEB
from tests.flows.town import AGENCY, FAULTY, OTHER, SOUND, Town

TITLE = f"{AGENCY}2024年度政府信息公开工作年度报告"
LIST = f"<title>政府信息公开年报</title><ul><li><a href='/a/1.html'>{TITLE}</a></li><li><a href='/b/2.html'>{TITLE}</a></li></ul>"
ADDRESSES = ("/a/1.html", "/b/2.html")


def test_two_addresses_are_one_publication_and_its_page_shows_what_changed(tmp_path: Path) -> None:
    visits = count(400)

    def showing(html: str) -> None:
        for path in ADDRESSES:
            site.pages[path] = lambda _: Answer(html.replace(">376<", f">{next(visits)}<").encode())

    with serving() as site:
        site.pages["/list/"] = Answer(LIST.encode())
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/list/")))
        sound = render(SOUND, "html").decode()
        showing(sound)
        first, flickering = town.patrol(), town.patrol()
        faulty = render(FAULTY, "html").decode()
        showing(faulty.replace("更新栏目信息1689条", "更新栏目信息1698条"))
        third = town.patrol()
    readings = [(p.readings.new, p.readings.changed) for p in (first, flickering, third)]
    assert readings == [(2, 0), (0, 0), (0, 2)]
    assert town.tickets() == [(AGENCY, 2024, "open")]
    (page,) = (town.pages / "reports").glob("*.html")
    shown = LexborHTMLParser(page.read_text("utf-8")).css_first(".revisions")
    assert shown is not None
    assert [h.text(separator=" ", strip=True) for h in shown.css("h3")] == ["第 2 版，2025-03-03 14:00 改了 1 个数、1 处文字"]
    assert [[cell.text(strip=True) for cell in row.css("td")] for row in shown.css("tbody tr")] == [["表四 · 行政复议 · 总计", "3", "41"]]
    assert [["1689条" in was.text() for was in shown.css("del")], ["1698条" in now.text() for now in shown.css("ins")]] == [[True], [True]]


FAULTY_OTHER = sound(OTHER, year=2024).with_figures(proceedings__reconsideration__total="41")
BESIDE = """<div class="side"><h3>天气：{n} 度，今天是 2025 年 3 月 {n} 日</h3><ul>{links}</ul><a href="/files/{n}.pdf">热点下载</a></div>
<div class="foot">本站总访问量：{visits} 次<img src="/count.gif?s={n}x{visits}"></div><script>var token = "{n}-{visits}";</script></body>"""


def flickering(report: Sample, visits: "count[int]") -> Page:
    """The report's page, with all around it other than the last time."""
    html = render(report, "html").decode()

    def page(_: BaseHTTPRequestHandler) -> Answer:
        number = next(visits)
        links = "".join(f'<li><a href="/news/{number}-{n}.html">要闻{number}之{n}</a></li>' for n in range(3 + number % 4))
        beside = BESIDE.format(n=number % 28 + 1, visits=number, links=links)
        body = html.replace(">376<", f">{number}<").replace("</body>", beside).replace("打印本页", f"分享给 {number} 人")
        return Answer(body.encode(), headers={"Content-Type": "text/html", "ETag": f'"{number}"'})

    return page


@pytest.mark.parametrize("patrols", [3, pytest.param(20, marks=pytest.mark.long)])
def test_pages_whose_counters_and_related_links_change_stay_one_version_each_and_nobody_hears_of_it(tmp_path: Path, patrols: int) -> None:
    visits = count(400)
    titles = {f"/a/{n}.html": f"{one.agency}2024年政府信息公开工作年度报告" for n, one in enumerate((SOUND, FAULTY_OTHER))}

    def column(_: BaseHTTPRequestHandler) -> Answer:
        rows = "".join(f'<li><a href="{path}" title="{title}">{title}</a> {next(visits)}次</li>' for path, title in titles.items())
        return Answer(f"<title>政府信息公开年报</title><ul>{rows}</ul><p>您是第 {next(visits)} 位访客</p>".encode())

    with serving() as site:
        site.pages["/list/"] = column
        site.pages |= {path: flickering(one, visits) for path, one in zip(titles, (SOUND, FAULTY_OTHER), strict=True)}
        town = Town.found(tmp_path / "town", WEB.format("county", site.url("/list/")))
        first = town.patrol()
        told, letters = town.kept(), len(town.letters())
        later = [town.patrol() for _ in range(patrols - 1)]
    assert (first.readings.new, first.settled.opened, letters) == (2, 1, 1)
    assert [(p.readings.new, p.readings.changed, p.unchanged, p.looks[0].gone, p.judged.checked, p.troubles) for p in later] == [
        (0, 0, 2, 0, 0, ())
    ] * (patrols - 1)
    kept = town.kept()
    assert {name: kept[name] for name in kept if name != "publications"} == {name: told[name] for name in told if name != "publications"}
    assert (len(kept["versions"]), len(town.letters())) == (2, 1)
