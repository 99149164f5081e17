"""From page to page of a list of no known system, to its end and no further."""

from datetime import date
from pathlib import Path

import pytest

from connectors.sources import SourceFailed, WholeButTold
from tests.connectors.looking import look
from tests.connectors.site import Answer, Site
from tests.connectors.website.columns import column, paths, report


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
