"""What an organisation waives is laid over the judgements that stand, and taken off them when its day is over."""

from sqlalchemy.orm import Session

from expectations.conclusion import with_waivers
from flows.office import Office
from gouji.ledger import facts, shelf, tables
from gouji.ledger.content import digest_of
from gouji.ledger.people import People, people

_LAID = "waivers"
_BATCH = 200


def waive(office: Office) -> None:
    """All judgements are as the waivers that hold today want them. Looked at only when other ones hold than last time."""
    holding = digest_of([str(waiver) for waiver in office.waivers])
    with office.ledger.reading() as session:
        laid = facts.fact(session, _LAID)
        ids = shelf.with_findings(session)
    if (laid or {"holding": digest_of([])}) == {"holding": holding}:
        return
    for i in range(0, len(ids), _BATCH):
        with office.ledger.writing("judge: waivers") as session:
            said = people(session)
            for row in shelf.reports_by_id(session, ids[i : i + _BATCH]):
                _lay(session, office, row, said)
    with office.ledger.writing("judge: waivers laid") as session:
        facts.state(session, _LAID, {"holding": holding})


def _lay(session: Session, office: Office, row: tables.Report, said: People) -> None:
    version = session.get_one(tables.Version, row.version_id)
    report = said.report(session.get_one(tables.Publication, row.publication_id), version)
    result = session.get_one(tables.Result, row.result_id)
    before = shelf.judgement_of(result)
    after = with_waivers(before, office.waivers, report, shelf.agency_of(version)) if report else before
    if after != before:
        for column, value in shelf.result_of(after).items():
            if column != "evidence":
                setattr(result, column, value)
