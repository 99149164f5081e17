"""A finding as a letter tells it: where to look in the document, why it matters, what to do."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from flows.letters.model import Fault
from gouji.finding import Finding, Words
from gouji.ledger import shelf, tables
from gouji.privacy.shown import shown
from gouji.report import Report
from gouji.words.places import paragraph_in_words, place_in_words

_PLACES = 3


def faults_of(report: Report | None, findings: Sequence[Finding]) -> tuple[Fault, ...]:
    """These findings, as everybody may see them."""
    return tuple(_fault(report, shown(finding)) for finding in findings)


def _fault(report: Report | None, finding: Finding) -> Fault:
    places = tuple(_places(report, finding))[:_PLACES] if report else ()
    return Fault(finding.fingerprint, finding.message, places, finding.basis, finding.fix)


def _places(report: Report, finding: Finding) -> list[Words]:
    """The figures that the sentence is about, then the places in the text."""
    from expectations.data_docs.marks import spoken_of

    spoken = spoken_of(finding)
    figures = [figure for name in finding.figures if name in spoken and (figure := report.figures.get(name))]
    cells = [place_in_words(report.form, figure) for figure in figures] if report.form else []
    known = {figure.place for name in finding.figures if (figure := report.figures.get(name))}
    texts = [paragraph_in_words(report, place) for place in finding.where if place not in known]
    return list(dict.fromkeys([*cells, *texts]))


def report_for(session: Session, agency_id: str, year: int) -> tuple[Report | None, str | None]:
    """The report that speaks for this body and year now, and its page; None where there is none."""
    speaking = shelf.speaking_for(session, agency_id, year)
    if not speaking:
        return None, None
    row = speaking[0]
    return shelf.report_of(session.get_one(tables.Version, row.version_id)), row.page
