"""A publication over time: what changed is shown, what only flickers is not, and two addresses are one."""

from itertools import count
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from samples import render
from tests.connectors.site import Answer, serving
from tests.flows.test_cli_sources import WEB
from tests.flows.town import AGENCY, FAULTY, SOUND, Town

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
