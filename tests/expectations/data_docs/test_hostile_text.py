"""What a report prints is shown and never obeyed."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from expectations.data_docs import Picture, ReportPage, render_report, write_report_page
from gouji.document.model import Paragraph
from gouji.evidence import Evidence, Excerpt, ExcerptCell, Quote
from gouji.finding import Words
from gouji.place import Place
from tests.builders import agency, sound_report, with_figure
from tests.expectations.data_docs.browser import needs_chromium, shown
from tests.expectations.data_docs.finished import failed, failed_page, finding, page

IMAGE = """<img src=x onerror="document.title='PWN'">"""
SCRIPT = """</style></title><script>document.title='PWN'</script>"""


def hostile_page() -> ReportPage:
    """Markup in each text that comes from a document, a roster or a source."""
    report = with_figure(sound_report(), "applications.received.other", IMAGE)
    section = replace(report.sections[0], heading=SCRIPT)
    report = replace(report, title=Paragraph(SCRIPT, Place()), sections=(section, *report.sections[1:]))
    reading = replace(report.tables["applications"], strangers=(IMAGE,), doubts=(SCRIPT,))
    report = replace(report, tables={**report.tables, "applications": reading})
    said = finding(message=Words(SCRIPT, SCRIPT), actual=IMAGE, expected=SCRIPT, basis=IMAGE, figures=("applications.received.other",))
    return page(
        report, failed(findings=(said,)), agency=agency(IMAGE), source=SCRIPT, location=f"inbox/{IMAGE}.pdf",
        waiting=(Words(SCRIPT, SCRIPT),), renderings=(IMAGE,), previous=SCRIPT, versions={SCRIPT: IMAGE},
    )  # fmt: skip


def test_markup_in_what_is_shown_of_a_document_stays_text() -> None:
    shown = Excerpt(((ExcerptCell(IMAGE, role="spoken"), ExcerptCell(SCRIPT, head=True)),))
    picture = Picture(Evidence("f" * 32, "error", b"", "svg", 1, 1, (shown,), (Quote(Place(), SCRIPT, 0, 9),)), "")
    said = finding(fingerprint="f" * 32, message=Words(SCRIPT, SCRIPT))
    dom = LexborHTMLParser(render_report(page(sound_report(), failed(findings=(said,)), pictures={"f" * 32: picture})))
    assert [cell.text() for cell in dom.css(".excerpt td, .excerpt th")] == [IMAGE, SCRIPT]
    assert dom.css_first(".evidence .quote").text() == SCRIPT  # type: ignore[union-attr]
    assert not dom.css("img, script")
    cut = replace(picture, evidence=replace(picture.evidence, excerpts=(), quotes=()), address="../evidence/x.png")
    dom = LexborHTMLParser(render_report(page(sound_report(), failed(findings=(said,)), pictures={"f" * 32: cut})))
    assert [image.attributes["alt"] for image in dom.css("img")] == [f"原文截图：{SCRIPT}"]
    assert not dom.css("script")


@needs_chromium
def test_markup_in_a_cell_is_shown_as_text_and_runs_nothing(tmp_path: Path) -> None:
    dom = shown(write_report_page(tmp_path, hostile_page()), tmp_path / "profile")
    cell = dom.css_first('td[id="applications.received.other"] .raw')
    assert cell is not None
    assert IMAGE.startswith(cell.text().split("…")[0])
    assert IMAGE in dom.text()
    assert not dom.css("img, script")
    title = dom.css_first("title")
    assert title is not None
    assert "PWN" in title.text()
    assert title.text().startswith("<img src=x")


@needs_chromium
def test_the_browser_holds_the_policy(tmp_path: Path) -> None:
    """A script put into the finished file does not run."""
    path = write_report_page(tmp_path, failed_page())
    html = path.read_text("utf-8").replace("</body>", "<script>document.title = 'PWN'</script></body>")
    path.write_text(html, "utf-8")
    title = shown(path, tmp_path / "profile").css_first("title")
    assert title is not None
    assert title.text() == "青禾县林业局 · 2023年度 建议核改"


def test_a_page_asks_nothing_of_any_host() -> None:
    html = render_report(failed_page())
    assert not re.search(r"(?:https?:)?//[a-z0-9]", html, re.I)
    assert not re.search(r"\s(?:src|srcset|action|style|on\w+)=", html)
    assert "@import" not in html
    assert "url(" not in html
    policy = LexborHTMLParser(html).css_first("meta[http-equiv='Content-Security-Policy']")
    assert policy is not None
    assert str(policy.attributes["content"]).startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize(
    "location",
    ["javascript:alert(1)", "JavaScript://%0aalert(1)", "data:text/html,<p>", "file:///etc/passwd", "//host/x", "http://[broken"],
)
def test_only_web_addresses_become_links(location: str) -> None:
    links = LexborHTMLParser(render_report(page(location=location))).css("a")
    assert all(str(link.attributes["href"]).startswith("#") for link in links)


def test_a_web_address_becomes_a_link_that_tells_nobody_where_it_came_from() -> None:
    html = render_report(page(location='https://gov.example/a?b=1&c="><script>'))
    link = LexborHTMLParser(html).css_first(".facts a")
    assert link is not None
    assert link.attributes["href"] == 'https://gov.example/a?b=1&c="><script>'
    assert link.attributes["rel"] == "noopener noreferrer"


def test_characters_that_no_eye_sees_are_made_visible() -> None:
    html = render_report(page(with_figure(sound_report(), "applications.received.other", "\u202e21\u200b\x00\ud800")))
    assert "⟦U+202E⟧21⟦U+200B⟧⟦U+0000⟧⟦U+D800⟧" in html
    assert "\u202e" not in html
    html.encode("utf-8")


def test_a_very_long_cell_is_cut_with_its_length_said() -> None:
    html = render_report(page(with_figure(sound_report(), "applications.received.other", "长" * 5000)))
    assert f"{'长' * 40}…（5000）" in html
    assert len(html) < 100_000
