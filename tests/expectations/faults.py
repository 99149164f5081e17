"""The smallest fault of each rule in a report otherwise sound, and the nearest report in which the rule holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from gouji.dossier import Dossier
from gouji.narrative.claim import Claim
from gouji.report import Report, Settled
from tests.builders import (
    AGENCY,
    claim,
    dossier,
    period,
    settled,
    sound_report,
    with_figure,
    with_figures,
    with_other_outcomes_merged,
    with_preamble,
    without_column,
    without_row,
    without_section,
    without_table,
)

_Change = Callable[[Report], Report]


@dataclass(frozen=True)
class Fault:
    """A dossier that breaks one rule once; `figure` is among the figures named; `also` is what the same cause breaks."""

    dossier: Dossier
    figure: str | None = None
    also: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()


def _report(change: _Change, figure: str | None = None, also: tuple[str, ...] = (), form: str = "2021", year: int = 2023) -> Fault:
    return Fault(dossier(change(sound_report(form, year))), figure, also)


def _printed(name: str, printed: int | str | None, also: tuple[str, ...] = (), form: str = "2021", year: int = 2023) -> Fault:
    return _report(lambda report: with_figure(report, name, printed), name, also, form, year)


def _both(name: str, printed: int, total: int) -> _Change:
    """The same change in a class of applicants and in 总计, so that the row still adds up."""
    row = name.rsplit(".", 1)[0]
    return lambda report: with_figures(report, {name: printed, f"{row}.total": total})


def _claimed(quantity: str, value: int, figure: str | None = None) -> Fault:
    return Fault(dossier(), figure, claims=(claim(quantity, value),))


def _year_signs(**signs: str) -> Settled:
    return settled("2023", True, **signs)


def _previous(carried_out: int) -> Report:
    name = "applications.carried_out.natural_person"
    return with_figures(sound_report(year=2022), {name: carried_out, name.replace("natural_person", "total"): carried_out})


def _twin(name: str, printed: int | str) -> Report:
    """Another file of the sound report, in which one figure is printed so."""
    return with_figure(sound_report(source="report.pdf", format="pdf"), name, printed)


FAULTS: Mapping[str, Fault] = {
    "section-missing": _report(lambda r: without_section(r, 5)),
    "table-missing": _report(lambda r: without_table(r, "proceedings"), "proceedings.reconsideration.total"),
    "form-superseded": Fault(dossier(sound_report("2019", 2023))),
    "title-year": _report(lambda r: replace(r, year=_year_signs(title="2022", period="2023", signature="2023"))),
    "title-agency": _report(lambda r: replace(r, agency=settled(AGENCY, title="青山县林业局", preamble=AGENCY, signature=AGENCY))),
    "period-missing": _report(lambda r: replace(r, period=None)),
    "period-wrong": _report(
        lambda r: replace(r, period=period(2022), year=_year_signs(title="2023", period="2022", signature="2023", text="2023")),
        also=("period-partial",),
    ),
    "period-partial": _report(lambda r: replace(r, period=period(2023, end=date(2023, 12, 30)))),
    "basis-superseded": _report(lambda r: with_preamble(r, "本报告依据《关于政府信息公开工作年度报告有关事项的通知》编制。")),
    "disclosure-row-missing": _report(lambda r: without_row(r, "disclosure", "fees"), "disclosure.fees.amount"),
    "disclosure-column-missing": _report(lambda r: without_column(r, "disclosure", "repealed"), "disclosure.regulations.repealed"),
    "disclosure-blank": _printed("disclosure.permits.decisions", ""),
    "disclosure-not-a-number": _printed("disclosure.permits.decisions", "/"),
    "disclosure-not-a-count": _printed("disclosure.permits.decisions", -3),
    "documents-issued-over-stock": _printed("disclosure.normative_documents.issued", 11),
    "regulations-without-power": _printed("disclosure.regulations.in_force", 1),
    "applications-row-missing": _report(lambda r: without_row(r, "applications", "rejected_mass"), "applications.rejected_mass.total"),
    "applications-column-missing": _report(lambda r: without_column(r, "applications", "research"), "applications.received.research"),
    "other-outcomes-merged": _report(with_other_outcomes_merged, "applications.other_outcomes.total"),
    "applications-blank": _printed("applications.rejected_mass.research", ""),
    "applications-total-blank": _printed("applications.received.total", "", ("applications-blank",)),
    "applications-not-a-number": _printed("applications.rejected_mass.research", "无"),
    "applications-not-a-count": _printed(
        "applications.granted.natural_person", "4.5", ("applications-row-sum", "applications-concluded-sum")
    ),
    "applications-row-sum": _printed("applications.received.total", 9, ("applications-balance", "narrative-received")),
    "applications-concluded-sum": _report(
        _both("applications.denied_internal.natural_person", 1, 1),
        "applications.concluded_total.natural_person",
        ("partial-counted-twice",),
    ),
    "applications-balance": _report(_both("applications.carried_out.natural_person", 2, 2), "applications.carried_out.natural_person"),
    "proceedings-figure-missing": _printed("proceedings.reconsideration.corrected", None),
    "proceedings-blank": _printed("proceedings.litigation_after_reconsideration.other", ""),
    "proceedings-not-a-number": _printed("proceedings.litigation_after_reconsideration.other", "—"),
    "proceedings-not-a-count": _printed("proceedings.reconsideration.upheld", -1, ("proceedings-sum",)),
    "proceedings-sum": _printed("proceedings.reconsideration.total", 0, ("narrative-reconsideration",)),
    "narrative-received": _claimed("received", 7, "applications.received.total"),
    "narrative-reconsideration": _claimed("reconsideration", 2, "proceedings.reconsideration.total"),
    "narrative-litigation": _claimed("litigation", 3, "proceedings.direct_litigation.total"),
    "decrease-over-100-percent": _claimed("decrease", 300),
    "rate-over-100-percent": _claimed("rate", 101),
    "carry-over-continuity": Fault(dossier(previous=_previous(3)), "applications.carried_in.natural_person"),
    "versions-differ": Fault(dossier(others=(_twin("disclosure.permits.decisions", 119),)), "disclosure.permits.decisions"),
}

NEIGHBOURS: Mapping[str, Fault] = {
    "section-missing": _report(lambda r: r),
    "form-superseded": Fault(dossier(sound_report("2019", 2020))),
    "title-year": _report(lambda r: replace(r, year=_year_signs(title="2023", period="2023", signature="2022"))),
    "title-agency": _report(lambda r: replace(r, agency=settled(AGENCY, title="水务局", preamble=AGENCY, signature=AGENCY))),
    "basis-superseded": _report(lambda r: with_preamble(r, "本报告按照国办公开办函〔2021〕30号编制，不再使用2019年的格式。")),
    "disclosure-not-a-count": _printed("disclosure.fees.amount", "0.05"),
    "applications-not-a-count": _printed("applications.rejected_mass.research", "0.0"),
    "documents-issued-over-stock": _printed("disclosure.normative_documents.issued", 10),
    "regulations-without-power": _printed("disclosure.regulations.in_force", 0),
    "narrative-received": _claimed("received", 8),
    "narrative-reconsideration": _claimed("reconsideration", 1),
    "narrative-litigation": _claimed("direct_litigation", 1),
    "decrease-over-100-percent": _claimed("decrease", 100),
    "rate-over-100-percent": _claimed("rate", 100),
    "carry-over-continuity": Fault(dossier(previous=_previous(1))),
    "versions-differ": Fault(dossier(others=(_twin("disclosure.permits.decisions", "120.0"),))),
}
