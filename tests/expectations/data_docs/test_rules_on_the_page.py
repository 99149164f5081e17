"""The page says of a rule what Great Expectations said of it."""

from selectolax.lexbor import LexborHTMLParser

from expectations.data_docs import render_report
from tests.builders import sound_report
from tests.expectations.data_docs.finished import TRACK, failed, failed_page, flipped, page, passed, result, suite


def rules(html: str, outcome: str) -> dict[str, list[str]]:
    lines = LexborHTMLParser(html).css(f"table.results.{outcome} tbody tr")
    return {str(line.attributes["data-rule"]): [cell.text(strip=True) for cell in line.css("td")[1:]] for line in lines}


def broken(html: str) -> set[str]:
    return {str(node.attributes["id"]) for node in LexborHTMLParser(html).css("td.broken")}


def test_rules_stand_with_how_much_of_the_report_they_looked_at() -> None:
    html = render_report(failed_page())
    assert rules(html, "violated") == {"proceedings-sum": ["3", "1", "见1", "发现问题"]}
    assert rules(html, "held") == {"applications-balance": ["7", "未发现"]}


def test_changing_one_result_from_held_to_violated_changes_its_line_and_its_cells() -> None:
    before = render_report(page(judgement=passed()))
    after = render_report(page(judgement=flipped(passed(), "proceedings-sum", TRACK)))
    assert "proceedings-sum" in rules(before, "held")
    assert broken(before) == set()
    assert rules(after, "violated") == {"proceedings-sum": ["3", "1", "", "发现问题"]}
    assert "proceedings-sum" not in rules(after, "held")
    assert broken(after) == set(TRACK)


def test_changing_one_result_from_violated_to_held_changes_it_back() -> None:
    html = render_report(page(judgement=flipped(failed(), "proceedings-sum")))
    assert rules(html, "violated") == {}
    assert set(rules(html, "held")) == {"proceedings-sum", "applications-balance"}
    assert broken(html) == set()


def test_a_rule_on_trial_is_said_to_be_on_trial_and_marks_no_cell() -> None:
    broken_rule = result("proceedings-sum", 3, TRACK)
    broken_rule["expectation_config"]["meta"]["status"] = "trial"
    html = render_report(page(judgement=passed(results=(suite("tracks", broken_rule),))))
    assert "试行" in html
    assert broken(html) == set()


def test_a_rule_that_had_nothing_to_look_at_neither_held_nor_failed() -> None:
    html = render_report(page(judgement=passed(results=(suite("parts", result("parts-agree", 0)),))))
    assert "parts-agree" not in html
    assert "没有对本报告执行过规则。" in html


def test_no_result_is_read_into_a_figure_that_it_does_not_name() -> None:
    html = render_report(page(sound_report(), passed(results=(suite("reports", result("title-year", 1, ("",))),))))
    assert broken(html) == set()
