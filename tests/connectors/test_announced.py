"""Sitemaps and feeds as the address of a website."""

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from connectors.sources import SeenInPart
from tests.connectors.looking import look
from tests.connectors.site import Answer, Site
from tests.connectors.website.columns import column, paths, report, row, trs

XML = {"Content-Type": "application/xml"}
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>政府信息公开年报</title><link>/</link>
<item><title><![CDATA[甲局2025年政府信息公开工作年度报告]]></title><link>/a.html</link><pubDate>Tue, 27 Jan 2026 17:30:00 GMT</pubDate></item>
<item><title>一图读懂甲局2025年政府信息公开年报</title><link>/b.html</link></item>
<item><title>乙局2024年年度报告</title><guid>%s</guid><pubDate>not a day</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>通知公告</title><link rel="self" href="/atom"/>
<entry><title>甲局2025年政府信息公开工作年度报告</title><link rel="alternate" href="/a.html"/><updated>2026-01-28T09:00:00+08:00</updated></entry>
<entry><title>乙局2024年年度报告</title><link href="/c.html"/></entry></feed>"""
INDEX = '<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</sitemapindex>'
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>'


def locs(*urls: str, tag: str = "url") -> str:
    return "".join(f"<{tag}><loc>{url}</loc><lastmod>2026-01-01</lastmod></{tag}>" for url in urls)


def test_a_feed_is_read_by_its_titles_and_shows_only_the_newest(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/rss": Answer((RSS % site.url("/c.html")).encode(), headers=XML), "/atom": Answer(ATOM.encode(), headers=XML)}
    site.pages |= {path: report("某局年报") for path in ("/a.html", "/c.html")}
    found, said = look(column(site, tmp_path, "/rss"))
    assert (paths(site, found), [one.published_on for one in found], said) == (["/a.html", "/c.html"], [date(2026, 1, 28), None], "")
    with pytest.raises(SeenInPart):
        list(column(site, tmp_path, "/rss").look())
    found, said = look(column(site, tmp_path, "/atom"))
    assert (paths(site, found), [one.published_on for one in found]) == (["/a.html"], [date(2026, 1, 28)])
    survey = column(site, tmp_path, "/rss").survey()
    assert (survey.family, [aside.title for aside in survey.asides]) == ("feed", ["一图读懂甲局2025年政府信息公开年报"])


def test_a_sitemap_leads_to_columns_and_to_what_calls_itself_a_report(site: Site, tmp_path: Path) -> None:
    inside = locs(
        site.url("/"), site.url("/news/2025/1.html"), site.url("/zfxxgk/ndbg/"), site.url("/xxgknb/2.html"), site.url("/xxgknb/3.html"),
        site.url("/xxgknb/4.html"), "https://other.example/gknb/5.html",
    )  # fmt: skip
    child = site.url("/sitemap-1.xml.gz")
    site.pages |= {
        "/sitemap.xml": Answer((INDEX % locs(child, tag="sitemap")).encode(), headers=XML),
        "/sitemap-1.xml.gz": Answer(gzip.compress((SITEMAP % inside).encode()), headers={"Content-Type": "application/x-gzip"}),
        "/zfxxgk/ndbg/": Answer(f"<title>年度报告</title><ul id='list'>{row('6.html', '丙局2025年年度报告', '2026-01-05')}</ul>".encode()),
        "/zfxxgk/ndbg/6.html": report("丙局2025年年度报告"),
        "/xxgknb/2.html": report("甲局2025年政府信息公开工作年度报告"),
        "/xxgknb/3.html": report("一图读懂2025年政府信息公开年报"),
        "/xxgknb/4.html": report("甲局2019年政府信息公开工作年度报告"),
    }
    for _ in range(2):
        found, said = look(column(site, tmp_path, "/sitemap.xml", from_year=2021))
        assert (sorted(paths(site, found)), said) == (["/xxgknb/2.html", "/zfxxgk/ndbg/6.html"], "")
    assert "/news/2025/1.html" not in site.paths()


def test_a_sitemap_without_a_column_of_reports_says_so(site: Site, tmp_path: Path) -> None:
    site.pages["/sitemap.xml"] = Answer((SITEMAP % locs(site.url("/news/1.html"))).encode(), headers=XML)
    assert "没有找到年报" in look(column(site, tmp_path, "/sitemap.xml"))[1]


BOMB = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><rss><channel>&b;&c;</channel></rss>'


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (lambda: BOMB.encode(), "实体定义"),
        (lambda: gzip.compress(SITEMAP.encode() + b" " * 60_000_000), "超过 50 MB"),
        (lambda: b"\x1f\x8bnot packed at all", "不能解开"),
        (lambda: b"<rss><channel><item><title>broken", "没有找到年报"),
    ],
)
def test_what_is_not_safe_or_not_whole_is_told_and_nothing_of_it_taken(
    site: Site, tmp_path: Path, body: Callable[[], bytes], said: str
) -> None:
    site.pages["/feed"] = Answer(body(), headers=XML)
    found, told = look(column(site, tmp_path, "/feed"))
    assert (found, said in told) == ([], True)


def test_a_page_that_speaks_of_feeds_is_a_page(site: Site, tmp_path: Path) -> None:
    page = trs()["/ndbg/"]
    assert isinstance(page, Answer)
    site.pages |= trs() | {"/ndbg/": Answer(page.body.replace(b"<head>", b"<head><!-- rss feed -->"))}
    assert len(look(column(site, tmp_path, "/ndbg/"))[0]) == 5
