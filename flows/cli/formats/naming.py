"""What a finding speaks of, in a few words for its headline."""

from expectations.data_docs.marks import spoken_of
from gouji.finding import Finding, Words
from gouji.report import Report
from gouji.words import words
from gouji.words.places import figure_in_words, paragraph_in_words, place_in_words


def spot_words(finding: Finding, report: Report) -> Words:
    """表四 · 行政复议 · 总计（第89行）, 第一部分（第17行）, or the whole report."""
    if not (finding.figures and report.form):
        return paragraph_in_words(report, finding.where[0]) if finding.where else words("check.whole-report")
    first, *others = _spoken_of(finding, report)
    if others:
        return words("check.spots", first=figure_in_words(report.form, first), count=len(others) + 1)
    figure = report.figures.get(first)
    return place_in_words(report.form, figure) if figure else figure_in_words(report.form, first)


def _spoken_of(finding: Finding, report: Report) -> list[str]:
    """The figures that the finding is about; of several the one with which its sentence begins, or in which stands what was found."""
    about = [name for name in finding.figures if name in spoken_of(finding)]
    if begun := [name for name in about if _begins(finding, report, name)]:
        return begun[:1]
    printed = [name for name in about if name in report.figures and report.figures[name].raw == finding.actual]
    return printed if len(printed) == 1 else about


def _begins(finding: Finding, report: Report, name: str) -> bool:
    figure = report.figures.get(name)
    return bool(figure and report.form and finding.message.zh.startswith(place_in_words(report.form, figure).zh))
