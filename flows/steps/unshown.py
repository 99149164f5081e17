"""What a ticket says and no current publication shows any more: mended, not looked at, or never said but for a person's reading."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from flows.steps.unsaid import Words, is_another_s, is_missing_no_more, is_unsaid, said_since, words_of
from gouji.duty import RULE as MISSING
from gouji.finding import Finding
from gouji.judgement import Judgement
from gouji.ledger import tables
from gouji.ledger.people import people
from gouji.report import Figure, Report, State
from gouji.ticket import HOLDING, FindingStatus, Ticket

Judged = Sequence[tuple[tables.Report, Judgement]]

_SAID = HOLDING | {FindingStatus.WAIVED}


def not_shown(
    session: Session, ticket: Ticket, standing: Sequence[Finding], judged: Judged, duty: tables.Duty | None
) -> tuple[set[str], set[str]]:
    """What is not shown to be mended either, and what nobody says any more because a person's word on a reading is another now."""
    shown = {f.fingerprint for f in standing}
    missing = [f for f in ticket.findings if f.fingerprint not in shown and f.status is not FindingStatus.FIXED]
    if not missing:
        return set(), set()
    said = people(session)
    read = [(said.report(*document_of(session, row)), judgement) for row, judgement in judged]
    unanswered = {f.fingerprint for f in missing if not _is_answered(f.finding, read, duty)}
    unsaid = set(_unsaid(session, ticket, [f.finding for f in missing if f.status in _SAID], judged, read, duty))
    return unanswered, unsaid


def document_of(session: Session, report: tables.Report) -> tuple[tables.Publication, tables.Version]:
    """Where the report stands and what was read there."""
    return session.get_one(tables.Publication, report.publication_id), session.get_one(tables.Version, report.version_id)


def _unsaid(
    session: Session, ticket: Ticket, missing: Sequence[Finding], judged: Judged,
    read: Sequence[tuple[Report | None, Judgement]], duty: tables.Duty | None,
) -> Iterator[str]:  # fmt: skip
    words, since = words_of(session), said_since(session, ticket)
    for finding in missing:
        begun = since.get(finding.fingerprint)
        if begun is None:
            continue
        if finding.rule == MISSING:
            unsaid = is_missing_no_more(words, begun, duty)
        else:
            own = [_is_unsaid(session, words, begun, finding, row) for row, _ in judged]
            others = [one for one, is_own in zip(read, own, strict=True) if not is_own]
            gone = any(own) or is_another_s(words, begun, ticket)
            unsaid = gone and all(_answers(report, judgement, finding) for report, judgement in others)
        if unsaid:
            yield finding.fingerprint


def _is_unsaid(session: Session, words: Words, begun: datetime, finding: Finding, row: tables.Report) -> bool:
    return is_unsaid(session, words, begun, finding, (row, *document_of(session, row)))


def _is_answered(finding: Finding, read: Sequence[tuple[Report | None, Judgement]], duty: tables.Duty | None) -> bool:
    """Whether it is shown to be there no longer: by every file of the report; that it was missing, by the duty being done or none."""
    if finding.rule == MISSING:
        return duty is not None and duty.state in ("published", "open", "excused")
    return bool(read) and all(_answers(report, judgement, finding) for report, judgement in read)


def _answers(report: Report | None, judgement: Judgement, finding: Finding) -> bool:
    """Whether the judgement shows that the finding is no longer there: its rule ran, on these figures, and it is not in doubt."""
    if report is None or not report.readable or any(f.fingerprint == finding.fingerprint for f in judgement.findings):
        return False
    if finding.rule not in {n.rule for n in judgement.not_checked}:
        return True
    figures = [report.figures[name] for name in finding.figures if name in report.figures]
    return bool((judgement.held or {}).get(finding.rule)) and all(_judgeable(f) for f in figures)


def _judgeable(figure: Figure) -> bool:
    return figure.sure and figure.state in (State.NUMBER, State.ABSENT)
