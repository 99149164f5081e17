"""A person's answer, or that it is taken back, is written down in one transaction, and then made to count."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.reconsider import Reconsidered, reconsider, standings
from gouji.agencies import resolve
from gouji.duty import RULE as MISSING
from gouji.ledger import desk, duties, shelf, tables
from gouji.ledger.answers import Answer, Recorded, record
from gouji.ledger.people import bytes_of
from gouji.ledger.undone import take_back
from gouji.report import Report
from gouji.ticket import HOLDING, FindingStatus


def answer(office: Office, said: Answer, progress: Progress = SILENT) -> tuple[Recorded, Reconsidered]:
    """What was written down, and what changed by it."""

    def is_sure(report: Report) -> bool:
        agency = resolve(report, office.roster)
        return agency is not None and agency.sure

    with office.ledger.writing("confirm: recorded") as session:
        recorded = record(session, said, office.now(), is_sure)
        before = standings(session, recorded.publications)
    return recorded, reconsider(office, before, progress)


def unsay(office: Office, fingerprint: str, by: str, reason: str | None, progress: Progress = SILENT) -> tuple[Recorded, Reconsidered]:
    """What was taken back of what persons had answered, and what changed by it."""
    with office.ledger.writing("confirm: taken back") as session:
        recorded = take_back(session, fingerprint, by, reason, office.now())
        before = standings(session, recorded.publications)
    changed = reconsider(office, before, progress)
    with office.ledger.reading() as session:
        return recorded, replace(changed, resting=tuple(_resting(session, set(recorded.publications))))


def _resting(session: Session, publications: set[int]) -> Iterator[int]:
    """The open tickets that came of the word: what they say of one of these documents is a question again, and nothing shows it mended."""
    asked = set(_questions(session, publications))
    for ticket in desk.all_tickets(session):
        held = [finding.finding for finding in ticket.findings if finding.status in HOLDING]
        duty = duties.duty_of(session, ticket.agency_id, ticket.year)
        may_be_it = duty and duty.state == "doubt" and publications & {c.publication for c in duties.candidates_of(duty)}
        if any(finding.fingerprint in asked or (may_be_it and finding.rule == MISSING) for finding in held):
            yield ticket.id or 0


def _questions(session: Session, publications: set[int]) -> Iterator[str]:
    """What is in doubt in the reports of these publications and confirmed by nobody."""
    for report, publication, version in shelf.current(session):
        if publication.id in publications and report.result_id is not None:
            decided = desk.decisions(session, {bytes_of(publication, version)})
            for finding in shelf.judgement_of(session.get_one(tables.Result, report.result_id)).findings:
                if finding.doubt and decided.get(finding.fingerprint) is not FindingStatus.CONFIRMED:
                    yield finding.fingerprint
