"""From files to judgements, with no Prefect and no ledger: what `gouji check` does."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from expectations.judging import judge
from flows.checked import Answer, Checked, Question
from flows.files import ReadFile, read_files
from flows.matching import Gathered, gather, last_years
from gouji.agencies import resolve
from gouji.agency import Agency
from gouji.dossier import Dossier
from gouji.errors import UsageError
from gouji.finding import Words
from gouji.judgement import Judgement
from gouji.publication import Publication
from gouji.recognition.otherwise import why_no_table
from gouji.report import Report
from gouji.roster import Roster
from gouji.words import words


def check(question: Question, progress: Callable[[str], None]) -> Answer:
    """Every document judged; `progress` is told the name of each one read."""
    read, left_out = _documents(question, progress)
    before, _ = read_files(question.previous, progress)
    gathered = gather([(file, _agency(file, question.roster)) for file in read])
    pairs = last_years(gathered, [(file, _agency(file, question.roster)) for file in before])
    judged = _judged(question, gathered, pairs.found)
    return Answer(tuple(judged), (*left_out, *_unread(before), *pairs.unused))


def _documents(question: Question, progress: Callable[[str], None]) -> tuple[list[ReadFile], list[Words]]:
    """The files to check, without those named as last year's, with what the person says of a single one."""
    named = {path.resolve() for path in question.previous}
    read, left_out = read_files([p for p in question.paths if p.resolve() not in named], progress, leave_out=named)
    if question.agency is None and question.year is None:
        return read, left_out
    if len(read) != 1:
        raise UsageError(words("check.given-for-many", count=len(read)))
    return [replace(file, report=_told(file.report, question)) for file in read], left_out


def _told(report: Report | None, question: Question) -> Report | None:
    """The report, its agency and year as the person gave them."""
    if report is None:
        return None
    agency = report.agency if question.agency is None else report.agency.given(question.agency)
    year = report.year if question.year is None else report.year.given(str(question.year))
    return replace(report, agency=agency, year=year)


def _agency(file: ReadFile, roster: Roster | None) -> Agency | None:
    return resolve(file.report, roster) if file.report and file.report.readable else None


def _judged(question: Question, gathered: Sequence[Gathered], previous: Sequence[Report | None]) -> list[Checked]:
    dossiers = [_dossier(question, group, last) for group, last in zip(gathered, previous, strict=True) if group.main.report]
    judgements = iter(judge([d for d in dossiers if d], select=question.select, ignore=question.ignore))
    judged = [next(judgements) if group.main.report else None for group in gathered]
    return [_checked(*entry) for entry in zip(gathered, judged, previous, strict=True)]


def _dossier(question: Question, group: Gathered, previous: Report | None) -> Dossier | None:
    report = group.main.report
    if report is None:
        return None
    published = question.published or report.published_on
    publication = Publication("check", group.main.source, question.stage, published)
    others = tuple(file.report for file in group.others if file.report)
    return Dossier(report, group.agency, publication, previous, question.roster is not None, group.renderings, others)


def _checked(group: Gathered, judgement: Judgement | None, previous: Report | None) -> Checked:
    main, last = group.main, previous.source if previous else None
    trouble = main.trouble if main.report is None or main.report.readable else why_no_table(main.report)
    return Checked(main.source, main.sha256, main.report, group.agency, judgement, trouble, group.renderings, last)


def _unread(before: Collection[ReadFile]) -> list[Words]:
    return [words("check.previous-unread", path=file.source, reason=file.trouble) for file in before if file.trouble]
