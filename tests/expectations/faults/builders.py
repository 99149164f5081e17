"""A fault, and the ways in which most are made of a sound report."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from gouji.dossier import Dossier
from gouji.narrative import Narrative, narrative
from gouji.report import Report
from tests.builders import agency, dossier, sound_report, with_figure, with_figures, with_more_text

Change = Callable[[Report], Report]
Printed = dict[str, int | str | None]

# Praise for an overview, without a figure in it.
LONG = "主动公开坚持实事求是，围绕群众关心的事项依法依规推进，内容及时更新，公开申请的答复认真负责，发布审核从严把关，网站栏目运行正常，监督渠道保持畅通。"


@dataclass(frozen=True)
class Fault:
    """A dossier that breaks one rule once; `figure` is among the figures named; `also` is what the same cause breaks.

    `doubt` is set where the rule never accuses, only asks.
    """

    dossier: Dossier
    figure: str | None = None
    also: tuple[str, ...] = ()
    said: Narrative | None = None
    doubt: bool = False


def said_in(fault: Fault | None, report: Report) -> Narrative:
    """What the report says, the fault's claims in place of its own; its sentences stay, for the rules that look for words."""
    own = narrative(report)
    return replace(fault.said, sentences=own.sentences) if fault is not None and fault.said is not None else own


def of_report(change: Change, figure: str | None = None, also: tuple[str, ...] = (), form: str = "2021", year: int = 2023) -> Fault:
    """The sound report, changed so."""
    return Fault(dossier(change(sound_report(form, year))), figure, also)


def of_figure(name: str, printed: int | str | None, also: tuple[str, ...] = ()) -> Fault:
    """The sound report with one figure printed so."""
    return of_report(lambda report: with_figure(report, name, printed), name, also)


def of_text(number: int, text: str, doubt: bool = False, **of_agency: Any) -> Fault:
    """The sound report with one more paragraph in a section's text."""
    return Fault(dossier(with_more_text(sound_report(), number, text), agency=agency(**of_agency)), doubt=doubt)


def of_body(name: str, printed: Printed, kind: str = "部门", source: str = "roster") -> Fault:
    """These figures in the report of a body that a roster knows."""
    body = agency(name, kind=kind, source=source)
    return Fault(replace(dossier(with_figures(sound_report(), printed)), agency=body), list(printed)[-1])


def after(
    last_year: Report, change: Change = lambda report: report, figure: str | None = None, also: tuple[str, ...] = (), doubt: bool = False
) -> Fault:
    """This year's report, changed, after last year's."""
    return Fault(dossier(change(sound_report()), previous=last_year), figure, also, doubt=doubt)


def granted_instead(row: str, number: int) -> Printed:
    """So many natural persons' requests that were granted, in this row instead; every sum still holds."""
    printed: Printed = {}
    for column, granted in (("natural_person", 4), ("total", 5)):
        printed |= {f"applications.granted.{column}": granted - number, f"applications.{row}.{column}": number}
    return printed
