"""Whose report each document is, and on which year, as the roster of today has it."""

from sqlalchemy.orm import Session

from flows.office import Office
from gouji.agencies import resolve
from gouji.codec import to_json
from gouji.isolation import READER_VERSION
from gouji.ledger import shelf, tables
from gouji.ledger.content import digest_of
from gouji.ledger.people import People, people
from gouji.version import version


def resolve_all(office: Office) -> None:
    """Every version knows its agency and year, as the roster of today has them."""
    under = digest_of(version(), READER_VERSION, [to_json(a) for a in office.roster.agencies] if office.roster else None)
    with office.ledger.reading() as session:
        stale = shelf.unresolved(session, under)
    for i in range(0, len(stale), 100):
        with office.ledger.writing("judge: agencies") as session:
            said = people(session)
            for row in shelf.versions(session, stale[i : i + 100]).values():
                _resolve_one(session, office, row, said)
                row.resolved_under = under


def _resolve_one(session: Session, office: Office, row: tables.Version, said: People) -> None:
    report = said.report(session.get_one(tables.Publication, row.publication_id), row)
    if report is None or not report.readable:
        return
    agency = resolve(report, office.roster)
    row.agency_id, row.agency = (agency.id, to_json(agency)) if agency else (None, None)
    row.year = report.report_year
    row.sure = bool(agency and agency.sure and report.report_year and report.year.sure)
    if agency and agency.sure:
        _know(session, office, row)


def _know(session: Session, office: Office, row: tables.Version) -> None:
    assert row.agency is not None
    known = session.get(tables.Agency, row.agency_id)
    if known is None:
        known = tables.Agency(id=row.agency_id, first_seen=office.now())
        session.add(known)
    known.name, known.known = row.agency["name"], row.agency
    session.flush()
