"""A column of TRS: all its pages, what its reports have attached, and a second look."""

from datetime import date
from pathlib import Path

import pytest

from connectors.http import Exchange
from connectors.sources import SourceFailed, WholeButTold
from connectors.sources.web import Web
from connectors.sources.website import WebsiteSource
from tests.connectors.looking import look
from tests.connectors.site import Answer, Site, client
from tests.connectors.website.columns import column, honest, paths, trs


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
