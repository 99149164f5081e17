"""Great Expectations' answer, and nothing of ours beside it, decides what a page shows."""

from collections.abc import Callable
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from expectations.catalogue import catalogue
from expectations.data_docs import render_report
from expectations.frames.kind import Case
from expectations.frames.material import build
from expectations.judging import judgements
from expectations.validation import validate
from gouji.report import Report
from tests.builders import dossier, sound_report, with_figure
from tests.expectations.data_docs.finished import TOTAL, TRACK, page

RULE = "proceedings-sum"


def html_of(report: Report, change: Callable[[Any], None]) -> str:
    """The report's page, with one answer of Great Expectations changed on its way."""
    rules = [rule for rule in catalogue().judging() if rule.name == RULE]
    material = build([Case(dossier(report))], [rule.frame for rule in rules])
    results = validate(material, rules)
    (answer,) = (result for suite in results.values() for result in suite.results)
    change(answer)
    (judgement,) = judgements(material, results, rules, catalogue())
    return render_report(page(report, judgement))


def as_it_is(answer: Any) -> None:
    pass


def row_0_fails(answer: Any) -> None:
    answer.success = False
    answer.result.update(unexpected_count=1, unexpected_index_list=[0])


def nothing_fails(answer: Any) -> None:
    answer.success = True
    answer.result.update(unexpected_count=0, unexpected_index_list=[])


def shown(html: str) -> tuple[str | None, list[str], set[str]]:
    """The verdict, the rules violated, the cells marked."""
    dom = LexborHTMLParser(html)
    verdict = dom.css_first("h1 .verdict")
    violated = [str(row.attributes["data-rule"]) for row in dom.css(".violated tbody tr")]
    return verdict and verdict.text(), violated, {str(node.attributes["id"]) for node in dom.css("td.error, td.broken")}


def test_a_sum_that_holds_is_shown_as_violated_once_the_answer_says_so() -> None:
    assert shown(html_of(sound_report(), as_it_is)) == ("未发现错误", [], set())
    assert shown(html_of(sound_report(), row_0_fails)) == ("建议核改", [RULE], set(TRACK))


def test_a_sum_that_is_wrong_is_shown_as_sound_once_the_answer_says_so() -> None:
    wrong = with_figure(sound_report(), TOTAL, 0)
    assert shown(html_of(wrong, as_it_is)) == ("建议核改", [RULE], set(TRACK))
    assert shown(html_of(wrong, nothing_fails)) == ("未发现错误", [], set())
