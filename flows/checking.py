"""From files to judgements, with no Prefect and no ledger: what `gouji check` does."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from expectations.judging import judge
from flows.checked import Answer, Checked, Question
from flows.files import ReadFile, read_files
from flows.kin import Kin, ReportOf, alike, kin_of
from flows.matching import Gathered, gather, last_years
from flows.published import publication_of
from gouji.agencies import resolve
from gouji.agency import Agency
from gouji.clock import CHINA
from gouji.dossier import Dossier
from gouji.errors import UsageError
from gouji.finding import Words
from gouji.isolation import kept_readers
from gouji.judgement import Judgement
from gouji.likeness import Likeness
from gouji.publication import Publication
from gouji.recognition.otherwise import why_no_table
from gouji.report import Report
from gouji.roster import Roster
from gouji.roster.families import families
from gouji.waivers import holding
from gouji.words import words


def check(question: Question, progress: Callable[[str], None]) -> Answer:
    """Every document judged; `progress` is told the name of each one read."""
    with kept_readers():
        read, left_out = _documents(question, progress)
        before, _ = read_files(question.previous, progress)
    gathered = gather([(file, _agency(file, question.roster)) for file in read])
    pairs = last_years(gathered, [(file, _agency(file, question.roster)) for file in before])
    around = _around(question, gathered, [file for file in before if file.report])
    judged = _judged(question, gathered, pairs.found, around)
    return Answer(tuple(judged), (*left_out, *_unread(before), *pairs.unused))


def _documents(question: Question, progress: Callable[[str], None]) -> tuple[list[ReadFile], list[Words]]:
    """The files to check, without those named as last year's, with what the person says of a single one."""
    named = {path.resolve() for path in question.previous}
    asked = [path for path in question.paths if path.resolve() not in named]
    if question.paths and not asked:  # nothing checked must not end like nothing found
        raise UsageError(words("check.all-previous", paths="、".join(map(str, question.paths))))
    read, left_out = read_files(asked, progress, leave_out=named)
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


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of one report from the others of the same call."""

    kin: Kin = Kin()
    likeness: tuple[Likeness, ...] | None = None


def _around(question: Question, gathered: Sequence[Gathered], before: Sequence[ReadFile]) -> list[_Around]:
    """For each report those of other bodies that belong to it."""
    known = families(question.roster)
    reports = [(group.main.report, group.agency) for group in gathered if group.main.report]
    report_of = _by_body([*reports, *((file.report, _agency(file, question.roster)) for file in before if file.report)])
    shared = iter(alike(reports))
    kin = [kin_of(group.agency, group.main.report, known, report_of) if group.main.report else Kin() for group in gathered]
    return [_Around(one, next(shared) if group.main.report else None) for one, group in zip(kin, gathered, strict=True)]


def _by_body(reports: Sequence[tuple[Report, Agency | None]]) -> ReportOf:
    """The one report of a body on a year; of several that differ none speaks."""
    found: dict[tuple[str, int], list[Report]] = {}
    for report, agency in reports:
        if agency and agency.sure and report.report_year and report.year.sure and report.readable:
            found.setdefault((agency.id, report.report_year), []).append(report)
    return lambda body, year: own[0] if len(own := found.get((body, year), [])) == 1 else None


def _judged(
    question: Question, gathered: Sequence[Gathered], previous: Sequence[Report | None], around: Sequence[_Around]
) -> list[Checked]:
    dossiers = [_dossier(question, *entry) for entry in zip(gathered, previous, around, strict=True) if entry[0].main.report]
    waivers = holding(question.rulebook.waivers, datetime.now(CHINA).date())
    readable = [dossier for dossier in dossiers if dossier]
    judgements = iter(judge(readable, rulebook=question.rulebook, waivers=waivers, select=question.select, ignore=question.ignore))
    judged = [next(judgements) if group.main.report else None for group in gathered]
    return [replace(_checked(*entry), rulebook=question.rulebook) for entry in zip(gathered, judged, previous, strict=True)]


def _dossier(question: Question, group: Gathered, previous: Report | None, around: _Around) -> Dossier | None:
    report = group.main.report
    if report is None:
        return None
    others = tuple(file.report for file in group.others if file.report)
    publication = publication_of(Publication("check", group.main.source, question.stage, question.published), report, others)
    return Dossier(
        report, group.agency, publication, previous, question.roster is not None, group.renderings, others, parts=around.kin.parts,
        above=around.kin.above, merged=around.kin.merged, likeness=around.likeness,
    )  # fmt: skip


def _checked(group: Gathered, judgement: Judgement | None, previous: Report | None) -> Checked:
    main, last = group.main, previous.source if previous else None
    trouble = main.trouble if main.report is None or main.report.readable else why_no_table(main.report)
    return Checked(main.source, main.sha256, main.report, group.agency, judgement, trouble, group.renderings, last)


def _unread(before: Collection[ReadFile]) -> list[Words]:
    return [words("check.previous-unread", path=file.source, reason=file.trouble) for file in before if file.trouble]
