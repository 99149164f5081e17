"""The lists in which something was looked for: the first pages stand in the finding, the rest are counted, and nobody is misled."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from expectations.data_docs import IndexPage, MissingLine, render_index
from expectations.judging import judge
from flows.cli.formats.tickets_text import ticket
from flows.cli.voice import voice_for
from gouji.fetched import Fetched, named_of
from gouji.finding import Finding
from tests.expectations.between import owing

AT = datetime(2024, 2, 1, 2, tzinfo=UTC)


def pages(source: str, count: int) -> tuple[Fetched, ...]:
    return tuple(Fetched(source, f"https://{source}.example/{number}.html", AT, f"{number:064x}") for number in range(count))


@pytest.fixture(scope="module")
def missing() -> Finding:
    """A report that was looked for in a list of two hundred pages and in one of three."""
    [finding] = judge([owing(lists=(*pages("county", 200), *pages("town", 3)))])[0].findings
    return finding


def test_of_each_list_the_first_pages_are_named_and_of_a_short_one_all() -> None:
    assert named_of(()) == ()
    assert named_of(pages("town", 20)) == pages("town", 20)
    assert named_of(pages("town", 21)) == pages("town", 20)
    assert named_of((*pages("county", 200), *pages("town", 3))) == (*pages("county", 10), *pages("town", 3))
    many = [page for number in range(30) for page in pages(f"s{number}", 2)]
    assert named_of(many) == tuple(many[::2])


def test_a_finding_names_the_first_pages_and_says_in_words_and_as_a_number_how_many_more_there_are(missing: Finding) -> None:
    assert missing.evidence == (*pages("county", 10), *pages("town", 3))
    told = missing.as_json()
    assert (told["evidence"], told["more_evidence"]) == ([page.as_json() for page in missing.evidence], 190)
    assert "https://county.example/0.html等200页" in missing.message.zh
    assert "共13页；另有190页同样原样留存" in missing.message.zh
    assert "13 in all; 190 more are kept" in missing.message.en


def test_a_finding_that_names_all_pages_says_nothing_of_more() -> None:
    [finding] = judge([owing(lists=pages("town", 3))])[0].findings
    assert (finding.evidence, finding.more_evidence) == (pages("town", 3), 0)
    assert "more_evidence" not in finding.as_json()
    assert "另有" not in finding.message.zh


def test_ticket_and_front_page_count_the_pages_that_they_do_not_show(missing: Finding) -> None:
    head = {"id": 1, "agency": "临河县水务局", "year": 2023, "status": "open", "assignee": None}
    entry = {**head, "publications": [], "links": [], "withdrawn": [], "history": [], "findings": [{**missing.as_json(), "status": "open"}]}
    lines = [line.strip() for line in ticket(entry, voice_for([], {})).splitlines()]
    assert "另有 8 页，--format json 列出" in lines
    assert "此外还有 190 页，均原样留存，不逐页列出" in lines
    line = MissingLine("临河县水务局", 2023, missing.message, lists=missing.evidence, more_lists=missing.more_evidence)
    assert "另有 198 页，均有留存" in render_index(replace(IndexPage((), AT), missing=(line,)))
