"""A person's answer, or that it is taken back, is written down in one transaction, and then made to count."""

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.reconsider import Reconsidered, reconsider, standings
from gouji.agencies import resolve
from gouji.ledger.answers import Answer, Recorded, record
from gouji.ledger.undone import take_back
from gouji.report import Report


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
    return recorded, reconsider(office, before, progress)
