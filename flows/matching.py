"""Which files are one report, and which report is whose last year's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from flows.files import ReadFile
from gouji.agencies import same_agency
from gouji.agency import Agency
from gouji.finding import Words
from gouji.report import Report, State
from gouji.words import words

Known = tuple[ReadFile, Agency | None]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files of one agency's report on one year: the one that read best, and its other renderings."""

    main: ReadFile
    agency: Agency | None
    renderings: tuple[str, ...] = ()
    disagreement: Words | None = None


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
    """Another file of the main one's format that says something else is no rendering of it: both are judged."""
    main, agency = max(group, key=lambda entry: _legible(entry[0]))
    apart = [entry for entry in group if _format(entry[0]) == _format(main) and _differing(main, entry[0])]
    others = [file for file, other in group if file is not main and (file, other) not in apart]
    renderings = tuple(file.source for file, other in group if (file, other) not in apart) if others else ()
    yield Gathered(main, agency, renderings, _disagreement(main, others))
    yield from (Gathered(file, other) for file, other in apart)


def _format(file: ReadFile) -> str | None:
    return file.report.format if file.report else None


def _legible(file: ReadFile) -> int:
    figures = file.report.figures.values() if file.report else ()
    return sum(figure.state is not State.ABSENT and figure.sure for figure in figures)


def _disagreement(main: ReadFile, others: Sequence[ReadFile]) -> Words | None:
    for other in others:
        if differing := _differing(main, other):
            return words("check.renderings-differ", main=main.source, other=other.source, count=len(differing))
    return None


def _differing(one: ReadFile, other: ReadFile) -> list[str]:
    mine, theirs = _printed(one), _printed(other)
    return [name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)]


def _printed(file: ReadFile) -> dict[str, object]:
    figures = file.report.figures if file.report else {}
    said = {name: figure.value if figure.state is State.NUMBER else figure.state for name, figure in figures.items()}
    return {name: value for name, value in said.items() if value is not State.ABSENT}


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
