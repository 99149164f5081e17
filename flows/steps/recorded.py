"""What no new version can mend is told once and gets no ticket of its own: published late, mostly."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.letters.faults import faults_of, report_for
from flows.letters.model import Item
from gouji.finding import Finding
from gouji.ledger import shelf, tables
from gouji.words import words

Subject = tuple[str, int]


def recorded(session: Session, events: Sequence[tables.Event]) -> dict[Subject, list[Finding]]:
    """By body and year what these events put on record and what still stands there as it was put."""
    found: dict[Subject, list[Finding]] = {}
    for event in events:
        if event.kind == "recorded":
            for subject, finding in _standing(session, event):
                found.setdefault(subject, []).append(finding)
    return found


def recorded_items(session: Session, found: dict[Subject, list[Finding]], told: Collection[Subject]) -> list[Item]:
    """One item a report, but of those `told` of, whose own item has it."""
    return [_item(session, subject, findings) for subject, findings in found.items() if subject not in told]


def _item(session: Session, subject: Subject, findings: Sequence[Finding]) -> Item:
    report, page = report_for(session, *subject)
    version = session.get_one(tables.Version, shelf.speaking_for(session, *subject)[0].version_id)
    name = (version.agency or {})["name"]
    headline = words("digest.recorded_alone", agency=name, year=subject[1], count=len(findings))
    return Item(words("digest.recorded", agency=name, year=subject[1]), (), faults_of(report, findings), page, headline)


def _standing(session: Session, event: tables.Event) -> list[tuple[Subject, Finding]]:
    """The finding in the reports that speak now, unless a person waived or withdrew it."""
    wanted = select(tables.Report).where(tables.Report.publication_id == event.publication_id, tables.Report.sure)
    placed = session.scalars(wanted.order_by(tables.Report.current.desc())).first()
    if placed is None or placed.agency_id is None or placed.year is None:
        return []
    subject = (placed.agency_id, placed.year)
    results = [session.get_one(tables.Result, row.result_id) for row in shelf.speaking_for(session, *subject) if row.result_id]
    said = [f for result in results for f in shelf.judgement_of(result).findings if f.fingerprint == event.body["fingerprint"]]
    return [(subject, f) for f in said[:1] if not f.waived and not f.mendable]
