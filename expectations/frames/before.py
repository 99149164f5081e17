"""Last year's report beside this year's: whether the two can be compared, what is unsure of it, how the text explains a break."""

import re
from collections.abc import Iterable

from expectations.frames.kind import Case
from gouji.document.model import Paragraph
from gouji.finding import Words
from gouji.report import Figure, Report, State
from gouji.words import words

NO_PREVIOUS, ANOTHER_YEAR, ANOTHER_FORM = "no-previous", "previous-of-another-year", "previous-of-another-form"
# A sentence with one of these and the thing itself is taken for the office's own explanation.
_EXPLAINED = re.compile("调整|更正|合并|口径|清理|自动失效|撤并|划转|机构改革")
# 定期清理网站历史信息, 调整专栏, 合并公众号 explain no figure; a reform or another way of counting does, whatever it is said of.
_OF_A_SITE = re.compile("网站|网页|网址|链接|专栏|栏目|版块|板块|页面|平台|公众号|微博|微信|新媒体|账号|客户端|历史信息|过期信息|目录|指南")
_OF_FIGURES = re.compile("口径|自动失效|撤并|划转|机构改革")
_CLAUSE = re.compile("[^，,、：:]+")
_SENTENCE = re.compile("[^。；！？;!?]+[。；！？;!?]?")


def why_not(case: Case, *, same_form: bool = False) -> str | None:
    """Why this year's report is not compared with the one given as last year's; None where it is."""
    previous, report = case.dossier.previous, case.report
    if previous is None or not previous.readable:
        return NO_PREVIOUS
    if None not in (previous.report_year, report.report_year) and previous.report_year != year_before(report):
        return ANOTHER_YEAR
    return ANOTHER_FORM if same_form and previous.form != report.form else None


def year_before(report: Report) -> int | None:
    """The year before the report's, where that is known."""
    return report.report_year - 1 if report.report_year else None


def before(case: Case, name: str) -> Figure:
    """Last year's figure of this name; absent where there is none."""
    previous = case.dossier.previous
    return (previous.figures.get(name) if previous else None) or Figure(name, None, State.ABSENT)


def doubts(case: Case, figures: Iterable[Figure]) -> tuple[str, ...]:
    """What is unsure of these figures, and of the years of the two reports."""
    found = [doubt for figure in figures for doubt in figure.doubts]
    previous = case.dossier.previous
    if not case.report.year.sure or previous is None or not previous.year.sure:
        found.append("year")
    return tuple(dict.fromkeys(found))


def explanation(case: Case, subject: str) -> str | None:
    """The sentence in which the text itself gives a reason why this `subject` (a pattern) does not join."""
    found = (sentence for paragraph in case.report.narrative() for sentence in _said(paragraph, subject))
    return next(found, None)


def _said(paragraph: Paragraph, subject: str) -> list[str]:
    if not (re.search(subject, paragraph.text) and _EXPLAINED.search(paragraph.text)):
        return []
    pieces = ((piece.strip(), _without_sites(piece)) for piece in _SENTENCE.findall(paragraph.text))
    return [piece for piece, said in pieces if re.search(subject, said) and _EXPLAINED.search(said)]


def _without_sites(sentence: str) -> str:
    """The clauses that may speak of figures: all where counting or a reform is spoken of, else those of no site."""
    if _OF_FIGURES.search(sentence):
        return sentence
    return "，".join(clause for clause in _CLAUSE.findall(sentence) if not _OF_A_SITE.search(clause))


def quoted(sentence: str | None) -> tuple[Words, ...]:
    """The explanation as it is added to a message."""
    return (words("judging.explained", sentence=sentence),) if sentence else ()


def named(report: Report | None) -> Words:
    """2022年度报告, or last year's report where its year is not known."""
    year = report.report_year if report else None
    return words("judging.report-of", year=year) if year else words("judging.report-of-last-year")
