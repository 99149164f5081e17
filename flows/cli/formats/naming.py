"""What a finding speaks of, in a few words for its headline."""

from gouji.finding import Finding, Words
from gouji.report import Report
from gouji.words import words
from gouji.words.places import figure_in_words, paragraph_in_words, place_in_words


def spot_words(finding: Finding, report: Report) -> Words:
    """表四 · 行政复议 · 总计（第89行）, 第一部分（第17行）, or the whole report."""
    if finding.figures and report.form:
        return _figure_words(report, report.form, _spoken_of(finding))
    return paragraph_in_words(report, finding.where[0]) if finding.where else words("check.whole-report")


def _figure_words(report: Report, form_name: str, figure_id: str) -> Words:
    figure = report.figures.get(figure_id)
    return place_in_words(form_name, figure) if figure else figure_in_words(form_name, figure_id)


def _spoken_of(finding: Finding) -> str:
    """The figure to look at: a total where one is among them."""
    return next((name for name in finding.figures if name.endswith(".total")), finding.figures[0])
