"""A page's values arranged for its templates: findings numbered, cells marked, rules split by what Great Expectations said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from expectations.compared import compared_in_words
from expectations.data_docs.marks import marks, spoken_of
from expectations.data_docs.pages import KINDS, ReportPage, kind, tally
from expectations.data_docs.places import figure_words, place_words
from expectations.data_docs.results import RuleResult, rule_results
from expectations.data_docs.revisions import revision_view
from expectations.data_docs.tables import Marks, table_rows
from expectations.data_docs.titles import rule_title
from expectations.data_docs.views import (
    DoubtLine,
    FigureLine,
    FindingView,
    PersonLine,
    ReportView,
    ResultLine,
    RuleName,
    TableView,
    Tally,
    Unchecked,
)  # fmt: skip
from gouji.finding import Finding, NotChecked, Words
from gouji.form import form
from gouji.form.model import Form, FormTable
from gouji.report import Figure, ReadBy, Report, State
from gouji.words.doubts import doubt_words
from gouji.words.places import in_a_row
from gouji.words.rules import changes_words, waived_words

Titles = Mapping[str, Words]

# A cell of the drawn tables shows this many characters; what is longer is shown below its table as well.
CELL = 40

# More figures than these are not listed but counted; a whole column left blank would fill pages.
LISTED = 8


def report_view(page: ReportPage) -> ReportView:
    """All that the page of one document shows."""
    judgement, report = page.judgement, page.report
    results = rule_results(judgement.results) if judgement else []
    findings = _numbered(judgement.findings if judgement else (), report, 1, page.titles)
    trial = _numbered(judgement.trial if judgement else (), report, len(findings) + 1, page.titles)
    marked = marks([(v.number, v.kind, v.finding) for v in findings], results)
    tables = _tables(report, marked) if report and report.readable else ()
    return ReportView(
        page=page,
        counts=tally(judgement.findings if judgement else ()),
        findings=findings,
        trial=trial,
        tables=tables,
        tally=_tally(tables) if tables else None,
        held=tuple(_line(result, (), page.titles) for result in results if result.held),
        violated=tuple(_line(result, findings + trial, page.titles) for result in results if not result.held),
        unchecked=unchecked_by_reason(judgement.not_checked if judgement else (), page.titles),
        compared=compared_in_words(judgement, page.location) if judgement and page.renderings else None,
        changes=changes_words(page.changes, page.titles.values()),
        revisions=tuple(map(revision_view, page.revisions)),
    )


def _numbered(findings: Sequence[Finding], report: Report | None, first: int, titles: Titles) -> tuple[FindingView, ...]:
    # What accuses first; within one kind the order of the judgement (rule, then figure) stays.
    ordered = sorted(findings, key=lambda finding: KINDS.index(kind(finding)))
    return tuple(_finding(number, finding, report, titles) for number, finding in enumerate(ordered, first))


def _finding(number: int, finding: Finding, report: Report | None, titles: Titles) -> FindingView:
    also = tuple(RuleName(name, rule_title(name, titles)) for name in finding.also)
    figures = _figure_lines(finding, report)
    more, others = max(0, len(figures) - LISTED), len(finding.figures) - len(figures)
    title, places = rule_title(finding.rule, titles), _places(finding, report)
    waived = waived_words(finding.waived) if finding.waived else None
    return FindingView(number, kind(finding), finding, title, also, places, figures[:LISTED], more, others, waived)


def _places(finding: Finding, report: Report | None) -> tuple[Words, ...]:
    figures = [report.figures[name] for name in finding.figures if name in report.figures] if report else []
    shown = {figure.place for figure in figures}
    return tuple(dict.fromkeys(place_words(place) for place in finding.where if place not in shown))


def _figure_lines(finding: Finding, report: Report | None) -> tuple[FigureLine, ...]:
    printed = _form(report) if report else None
    if report is None or printed is None:
        return ()
    spoken = spoken_of(finding)
    return tuple(_figure_line(printed, report, name) for name in finding.figures if name in spoken)


def _figure_line(printed: Form, report: Report, name: str) -> FigureLine:
    figure = report.figures.get(name) or Figure(name, None, State.ABSENT)
    return FigureLine(name, figure_words(printed, name), figure.raw, figure.state, place_words(figure.place) if figure.place else None)


def _tables(report: Report, marks: Marks) -> tuple[TableView, ...]:
    printed = _form(report)
    return tuple(_table(table, printed, report, marks) for table in printed.tables) if printed else ()


def _table(table: FormTable, printed: Form, report: Report, marks: Marks) -> TableView:
    head, body = table_rows(table, report, marks)
    heading = next(section.heading for section in printed.sections if section.number == table.section)
    figures = [cell.figure for row in body for cell in row if cell.figure]
    long = tuple(_figure_line(printed, report, figure.id) for figure in figures if len(figure.raw or "") > CELL)
    people = tuple(_person_line(printed, report, figure, figure.read_by) for figure in figures if figure.read_by)
    return TableView(table.id, heading, head, body, report.tables.get(table.id), _doubts(figures, printed, report), long, people)


def _person_line(printed: Form, report: Report, figure: Figure, read_by: ReadBy) -> PersonLine:
    line = _figure_line(printed, report, figure.id)
    why = in_a_row([doubt_words(doubt) for doubt in read_by.doubts], "；", "; ") if read_by.doubts else None
    return PersonLine(line, read_by, replace(line, raw=read_by.raw, state=read_by.state), why)


def _doubts(figures: Iterable[Figure], printed: Form, report: Report) -> tuple[DoubtLine, ...]:
    reasons: dict[str, list[FigureLine]] = {}
    for figure in figures:
        for reason in figure.doubts:
            reasons.setdefault(reason, []).append(_figure_line(printed, report, figure.id))
    return tuple(DoubtLine(reason, tuple(lines[:LISTED]), max(0, len(lines) - LISTED)) for reason, lines in reasons.items())


def _tally(tables: Iterable[TableView]) -> Tally:
    """Counted over the cells drawn: a row that stands for others is counted in their place."""
    figures = [cell.figure for table in tables for row in table.body for cell in row if cell.figure]
    states = {state: sum(figure.state is state for figure in figures) for state in State}
    return Tally(len(figures), states, sum(not figure.sure for figure in figures))


def _form(report: Report) -> Form | None:
    return form(report.form) if report.form else None


def _line(result: RuleResult, findings: Sequence[FindingView], titles: Titles) -> ResultLine:
    named = tuple(view for view in findings if result.rule in (view.finding.rule, *view.finding.also))
    return ResultLine(result, rule_title(result.rule, titles), named)


def unchecked_by_reason(not_checked: Iterable[NotChecked], titles: Titles | None = None) -> tuple[Unchecked, ...]:
    """The rules that did not run, those of one reason together, in the order in which the reasons first come."""
    reasons: dict[Words, dict[str, RuleName]] = {}
    for entry in not_checked:
        reasons.setdefault(entry.reason, {})[entry.rule] = RuleName(entry.rule, rule_title(entry.rule, titles))
    return tuple(Unchecked(reason, tuple(rules.values())) for reason, rules in reasons.items())
