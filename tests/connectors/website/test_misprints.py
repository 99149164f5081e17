"""Whatever a page prints where an address, a number or a day should stand, the rest of it is read and the look goes on."""

from datetime import UTC, date, datetime

import pytest

from connectors.http import Page
from connectors.sources.website.listing import Entry, read_listing

TITLE = "甲县水务局2025年政府信息公开工作年度报告"
OTHER = "甲县教育局2025年政府信息公开工作年度报告"
HERE = "http://county.example/ndbg/"
GUANGDONG = "http://county.example/gkmlpt/api/all/7?page={page}&sid=2"
MANY = "9" * 5000  # more digits than Python makes a number of
DEEP = "[" * 100_000


def read(text: str | bytes, url: str = HERE) -> list[Entry]:
    body = text.encode() if isinstance(text, str) else text
    page = Page(url, datetime(2026, 3, 1, tzinfo=UTC), 200, {"content-type": "text/html"}, body, "0" * 64)
    return list(read_listing(page, url, in_column=True).entries)


def guangdong(**told: str) -> str:
    fields = "".join(f', "{name}": {value}' for name, value in told.items())
    return f'{{"total": 900, "articles": [{{"title": "{OTHER}", "url": "http://[x"}}, {{"title": "{TITLE}", "url": "/a.html"{fields}}}]}}'


LINK = f"<li><a href='/a.html'>{TITLE}</a></li>"
PAGES = {
    "a link": f"<html><li><a href='http://[x'>{OTHER}</a></li>{LINK}<a href='http://[x'>下一页</a><a href='http://[x'>2024</a></html>",
    "a feed": f"<rss><channel><item><title>{OTHER}</title><link>http://[x</link></item><item><title>{TITLE}</title><link>/a.html</link>"
    "<pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate></item></channel></rss>",
    "the next page of a feed": f"<feed><link rel='next' href='http://[x'/><entry><title>{TITLE}</title><link href='/a.html'/></entry></feed>",
    "an interface": f'{{"list": [{{"title": "{OTHER}", "url": "http://[x"}}, {{"title": "{TITLE}", "url": "/a.html"}}]}}',
    "a group of records": f"<html>{LINK}<record><![CDATA[ ]]></record><nextgroup><![CDATA[<a href='http://[x'></a>]]></nextgroup></html>",
    "a count of pages": f"<html>{LINK}<record><![CDATA[ ]]></record><totalpage>{MANY}</totalpage>"
    "<nextgroup><![CDATA[<a href='/b?page=²'></a>]]></nextgroup></html>",
    "a list that is posted for": f"<html>{LINK}<script>proxyUrl:'http://[x', totalRecord:47</script></html>",
    "a box of an interface": f"<html>{LINK}<div url='http://[x/front/page/build/unit' querydata=\"{{'pageId':'1'}}\"></div></html>",
    "a script of pages": f"<html>{LINK}<script>createPageHTML({MANY}, 0, 'index', 'html')</script></html>",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_what_nobody_could_open_is_passed_over(text: str) -> None:
    assert read(text) == [Entry("http://county.example/a.html", TITLE)]


def test_a_sitemap_is_read_but_for_what_nobody_could_open() -> None:
    text = "<urlset><url><loc>http://[x/ndbg/1.html</loc></url><url><loc>http://county.example/ndbg/2.html</loc></url></urlset>"
    assert read(text) == [Entry("http://county.example/ndbg/2.html", "", untold=True)]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ('"2026-02-30 09:00"', None),
        ('"2026-01-27 23:30"', date(2026, 1, 27)),
        ("1769500800", date(2026, 1, 27)),
        ("1769500800000", date(2026, 1, 27)),
        ("1" * 30, None),
    ],
)
def test_a_day_that_is_none_is_no_day(printed: str, meant: date | None) -> None:
    assert read(guangdong(publish_time=printed), GUANGDONG.format(page=1)) == [Entry("http://county.example/a.html", TITLE, meant)]


@pytest.mark.parametrize("page", ["%C2%B2", MANY, ""])
def test_a_page_that_is_no_number_has_no_next_one(page: str) -> None:
    assert [one.title for one in read(guangdong(), GUANGDONG.format(page=page))] == [TITLE]
    assert [one.title for one in read(PAGES["an interface"], f"{HERE}?pageNo={page}&rows={page}")] == [TITLE]


def test_a_script_that_names_pages_without_end_is_followed_no_further_than_any_list() -> None:
    text = f"<html>{LINK}<script>createPageHTML(999999999, 0, 'index', 'html')</script></html>"
    page = Page(HERE, datetime(2026, 3, 1, tzinfo=UTC), 200, {}, text.encode(), "0" * 64)
    assert len(read_listing(page, HERE).further) == 999


@pytest.mark.parametrize("url", [HERE, GUANGDONG.format(page=1)])
def test_an_answer_of_boxes_in_boxes_is_no_list(url: str) -> None:
    assert read(DEEP, url) == []


@pytest.mark.parametrize("named", ["undefined", "idna", "punycode", "rot13", "nonsense"])
def test_a_page_in_an_encoding_that_is_none_is_read_as_most_chinese_pages_are(named: str) -> None:
    text = f"<html><meta charset='{named}'>{LINK}</html>".encode("gb18030")
    assert [one.title for one in read(text)] == [TITLE]
