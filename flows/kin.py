"""The reports of other bodies that belong in a dossier, wherever they are kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gouji.agency import Agency
from gouji.likeness import Likeness, likenesses, prose_of
from gouji.parts import Above, Part, Parts, Predecessors, Standing
from gouji.report import Report, State
from gouji.roster.families import Families

_RECEIVED = "applications.received.total"

# The report of a body on a year, as far as both are sure; None where there is none or there are several.
ReportOf = Callable[[str, int], Report | None]


@dataclass(frozen=True, slots=True)
class Kin:
    """What a dossier holds of other bodies."""

    parts: Parts | None = None
    above: Above | None = None
    merged: Predecessors | None = None


def kin_of(agency: Agency | None, report: Report, families: Families, report_of: ReportOf) -> Kin:
    """The reports below, above and before this one that the roster lets us name."""
    year = report.report_year
    if agency is None or year is None or agency.source != "roster" or not agency.sure:
        return Kin()
    return Kin(
        _parts(agency, year, families, report_of), _above(agency, year, families, report_of), _merged(agency, year, families, report_of)
    )


def asked(agency_id: str, year: int, families: Families) -> list[tuple[str, int]]:
    """Whose reports a judgement may rest on beside its own, by body and year: what it is judged again for."""
    head = families.above.get(agency_id)
    family = [agency_id, *([head.id] if head else [])]
    own = [(a.id, year) for government in family for a, _ in families.parts(government, year)]
    before = [(a.id, year - 1) for a in families.predecessors(agency_id, year)]
    return [*([(head.id, year)] if head else []), *own, *before]


def _parts(agency: Agency, year: int, families: Families, report_of: ReportOf) -> Parts | None:
    due = families.parts(agency.id, year)
    found = [(other, standing, report_of(other.id, year)) for other, standing in due]
    parts = tuple(Part(report, other, standing) for other, standing, report in found if report is not None)
    return Parts(parts, tuple(other.name for other, _, report in found if report is None), roster=True) if parts else None


def _above(agency: Agency, year: int, families: Families, report_of: ReportOf) -> Above | None:
    head = families.above.get(agency.id)
    report = report_of(head.id, year) if head else None
    if head is None or report is None:
        return None
    others = [other for other, standing in families.parts(head.id, year) if other.id != agency.id and standing is not Standing.BELOW]
    return Above(report, head, _elsewhere(report_of(other.id, year) for other in others))


def _elsewhere(reports: Iterable[Report | None]) -> int | None:
    """The most requests that any other body received; None where none is known to have any and one is not known."""
    received = [_received(report) if report else None for report in reports]
    most = max((n for n in received if n is not None), default=None)
    return most if most or None not in received else None


def _received(report: Report) -> int | None:
    figure = report.figures.get(_RECEIVED)
    return int(figure.value) if figure and figure.state is State.NUMBER and figure.value is not None else None


def _merged(agency: Agency, year: int, families: Families, report_of: ReportOf) -> Predecessors | None:
    due = families.predecessors(agency.id, year)
    found = [(other, report_of(other.id, year - 1)) for other in due]
    parts = tuple(Part(report, other) for other, report in found if report is not None)
    return Predecessors(parts, tuple(other.name for other, report in found if report is None)) if due else None


def alike(reports: Sequence[tuple[Report, Agency | None]]) -> list[tuple[Likeness, ...] | None]:
    """For each report what its text shares with those of other bodies on the same year; None where the year is not sure."""
    found: list[tuple[Likeness, ...] | None] = [None] * len(reports)
    years = {report.year.value for report, _ in reports if report.year.sure and report.readable} - {None}
    for year in sorted(map(str, years)):
        own = [i for i, (report, _) in enumerate(reports) if report.year.sure and report.year.value == year and report.readable]
        for i, likeness in zip(own, likenesses([prose_of(*reports[i]) for i in own]), strict=True):
            found[i] = likeness
    return found
