"""Hostile pages and texts: each ends in one sentence or a report, in time and memory, asks nobody for anything, and harms no other."""

import pytest

from tests.hostile.harness import listening, read_hostile
from tests.hostile.pages import REFUSED, SLOW, TAKEN, calling, page


@pytest.mark.parametrize("what", REFUSED)
def test_what_no_report_needs_is_refused(what: str) -> None:
    data, sentence = REFUSED[what]
    read_hostile(data(), "page.html").refused(sentence)


@pytest.mark.parametrize("what", TAKEN)
def test_what_does_no_harm_is_read_to_the_figure(what: str) -> None:
    data, figure = TAKEN[what]
    assert read_hostile(data(), "page.html").was_read().figures["disclosure.permits.decisions"].raw == figure


@pytest.mark.long
@pytest.mark.parametrize("what", SLOW)
def test_what_takes_seconds_stays_in_bounds(what: str) -> None:
    after = read_hostile(SLOW[what](), "page.html")
    after.was_read() if after.reading.report else after.refused("")


def test_nothing_that_a_page_names_is_asked_for() -> None:
    with listening() as server:
        report = read_hostile(calling(server.url), "page.html").was_read()
    assert server.heard == []
    assert report.unread == ("image-not-read", "frame-not-read", "text-ends-early")


def test_a_page_of_only_a_script_says_so() -> None:
    read_hostile(page("<script>" + "var a = '<td>1</td>';" * 20_000 + "</script>"), "page.html").refused("脚本")
