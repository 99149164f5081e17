"""Which files are one report, and which report is whose last year's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flows.files import ReadFile
from flows.renderings import differing, parted, print_of
from gouji.agencies import same_agency
from gouji.agency import Agency
from gouji.finding import Words
from gouji.report import Report
from gouji.words import words

Known = tuple[ReadFile, Agency | None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of one agency's report on one year: the one that speaks for it, its renderings by path, and those but itself."""

    main: ReadFile
    agency: Agency | None
    renderings: tuple[str, ...] = ()
    others: tuple[ReadFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs:
    """Last year's report of each (or None), and a remark on each report given that was nobody's last year."""

    found: tuple[Report | None, ...]
    unused: tuple[Words, ...]


def gather(files: Sequence[Known]) -> list[Gathered]:
    """One entry an agency and year, in the order of the files. Where either is in doubt a file stands alone."""
    groups: dict[object, list[Known]] = {}
    for file, agency in files:
        groups.setdefault(_identity(file, agency), []).append((file, agency))
    order = {file.source: number for number, (file, _) in enumerate(files)}
    return sorted((g for group in groups.values() for g in _gathered(group)), key=lambda g: order[g.main.source])


def _identity(file: ReadFile, agency: Agency | None) -> object:
    report = file.report
    if report is None or agency is None or not (agency.sure and report.year.sure and report.year.value):
        return file.source
    return agency.id, report.year.value


def _gathered(group: Sequence[Known]) -> Iterator[Gathered]:
    reports = [file.report for file, _ in group if file.report]
    if len(group) == 1 or len(reports) < len(group):
        yield from (Gathered(file, agency) for file, agency in group)
        return
    prints = [print_of(report) for report in reports]
    for main, *others in parted(prints, lambda i, j: not differing(prints[i], prints[j])):
        files = sorted((main, *others)) if others else []
        yield Gathered(*group[main], tuple(group[i][0].source for i in files), tuple(group[i][0] for i in sorted(others)))


def last_years(gathered: Sequence[Gathered], given: Sequence[Known]) -> Pairs:
    """Reports named as last year's come first, then those of the year before among the files themselves."""
    among = [(g.main, g.agency) for g in gathered]
    alone = len(gathered) == len(given) == 1
    found = tuple(_last_year(group, given, among, alone) for group in gathered)
    unused = [file for file, _ in given if file.report and not any(file.report is last for last in found)]
    return Pairs(found, tuple(words("check.previous-unused", path=file.source) for file in unused))


def _last_year(group: Gathered, given: Sequence[Known], among: Sequence[Known], alone: bool) -> Report | None:
    agency, before = group.agency, _year_before(group)
    named = [file.report for file, other in given if before(file) and _same(agency, other)]
    # One report and one of last year: that they are the same body's is the person's own word, where the names leave it open.
    taken = [file.report for file, other in given if before(file) and alone and not (_sure(agency) and _sure(other))]
    beside = [(file, other) for file, other in among if before(file) and _same(agency, other)]
    certain = [file.report for file, other in beside if _sure(agency) and _sure(other)]
    # A name without its place may be two bodies': it is taken for one only where nothing else could be meant.
    likely = [file.report for file, _ in beside] if len(beside) == 1 else []
    return next(iter([*named, *taken, *certain, *likely]), None)


def _year_before(group: Gathered) -> Callable[[ReadFile], bool]:
    year = group.main.report.report_year if group.main.report else None
    return lambda file: year is not None and file.report is not None and file.report.report_year == year - 1


def _same(one: Agency | None, other: Agency | None) -> bool:
    return one is not None and other is not None and same_agency(one, other)


def _sure(agency: Agency | None) -> bool:
    return agency is not None and agency.sure
