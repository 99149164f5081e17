"""What a look at all current publications of a report makes of its ticket."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from gouji.finding import Finding, Severity
from gouji.privacy.rule import is_private
from gouji.ticket.model import Step, Ticket, TicketFinding
from gouji.ticket.states import HOLDING, FindingStatus, Level, StepKind, TicketStatus

Decisions = Mapping[str, FindingStatus]


def counts_for_ticket(finding: Finding, level: Level, decisions: Decisions) -> bool:
    """Whether the finding belongs on a ticket: grave enough, not on trial, and no doubt that nobody has confirmed.

    What a ticket holds goes to everybody, so a person's number is never on one, whatever a person said of it.
    """
    grave = finding.severity is Severity.ERROR or (level == "warning" and finding.severity is Severity.WARNING)
    certain = not finding.doubt or decisions.get(finding.fingerprint) is FindingStatus.CONFIRMED
    return grave and certain and not finding.trial and not is_private(finding)


def opened(agency_id: str, agency: str, year: int, standing: Sequence[Finding], decisions: Decisions) -> Ticket | None:
    """A new ticket, where something stands that a new version can mend and no person has waived or withdrawn."""
    findings = tuple(TicketFinding(f, _status(f, decisions)) for f in standing)
    if not any(f.status in HOLDING for f in findings):
        return None
    return Ticket(agency_id, agency, year, TicketStatus.OPEN, findings)


def settled(
    ticket: Ticket, standing: Sequence[Finding], unanswered: Collection[str], decisions: Decisions, today: date | None = None,
    unsaid: Collection[str] = (),
) -> tuple[Ticket, Step | None]:  # fmt: skip
    """The ticket after a look at all current publications of its report, and the step that it took.

    `unanswered` are fingerprints that no longer show but were not looked at either (a table that could not be read,
    no report of last year): such a finding stays as it was, because nothing shows that it was mended. Only a waiver of
    it ends with its day, which is before `today`. `unsaid` are those that rested on a person's reading which is now
    another: nobody mended them, we were wrong.
    """
    findings = _merged(ticket, standing, unanswered, decisions, today, unsaid)
    news = tuple(f.fingerprint for f in findings if f.status in HOLDING and ticket.status_of(f.fingerprint) not in HOLDING)
    gone = tuple(f.fingerprint for f in findings if f.status is FindingStatus.FIXED and ticket.status_of(f.fingerprint) in HOLDING)
    after = replace(ticket, status=status_of(findings, closed=ticket.status is TicketStatus.CLOSED and not news), findings=findings)
    withdrawn = tuple(f.fingerprint for f in findings if f.fingerprint in unsaid and f.status is not ticket.status_of(f.fingerprint))
    return after, _step(ticket, after, Step(StepKind.UPDATED, news, gone, withdrawn))


def status_of(findings: Sequence[TicketFinding], *, closed: bool = False) -> TicketStatus:
    """What a ticket's findings make of it; `closed` by a person it stays."""
    statuses = {f.status for f in findings}
    if closed:
        return TicketStatus.CLOSED
    if statuses & HOLDING:
        return TicketStatus.OPEN
    if FindingStatus.WAIVED in statuses:
        return TicketStatus.WAIVED
    withdrawn = FindingStatus.RETRACTED in statuses and FindingStatus.FIXED not in statuses
    return TicketStatus.RETRACTED if withdrawn else TicketStatus.RESOLVED


def _merged(
    ticket: Ticket, standing: Sequence[Finding], unanswered: Collection[str], decisions: Decisions, today: date | None,
    unsaid: Collection[str],
) -> tuple[TicketFinding, ...]:  # fmt: skip
    now = {f.fingerprint: f for f in standing}
    old = [
        replace(f, status=FindingStatus.RETRACTED) if f.fingerprint in unsaid
        else _again(f, now.get(f.fingerprint), unanswered, decisions, today)
        for f in ticket.findings
    ]  # fmt: skip
    known = {f.fingerprint for f in ticket.findings}
    return (*old, *(TicketFinding(f, _status(f, decisions)) for f in standing if f.fingerprint not in known))


def _again(old: TicketFinding, now: Finding | None, unanswered: Collection[str], decisions: Decisions, today: date | None) -> TicketFinding:
    if now is not None:
        return TicketFinding(now, _status(now, decisions))
    if old.status in (FindingStatus.RECORDED, FindingStatus.RETRACTED):
        return old
    if old.fingerprint not in unanswered:
        return replace(old, status=FindingStatus.FIXED)
    return _without_waiver(old, decisions) if _ran_out(old, today) else old


def _ran_out(old: TicketFinding, today: date | None) -> bool:
    """Whether the day of its waiver is over."""
    until = old.finding.waived.until if old.finding.waived and old.status is FindingStatus.WAIVED else None
    return until is not None and today is not None and until < today


def _without_waiver(old: TicketFinding, decisions: Decisions) -> TicketFinding:
    finding = replace(old.finding, waived=None)
    return TicketFinding(finding, _status(finding, decisions))


def _status(finding: Finding, decisions: Decisions) -> FindingStatus:
    if finding.waived and finding.waived.withdrawn:
        return FindingStatus.RETRACTED
    if not finding.mendable:
        return FindingStatus.RECORDED
    if finding.waived:
        return FindingStatus.WAIVED
    return decisions.get(finding.fingerprint, FindingStatus.OPEN)


_STEPS: Mapping[TicketStatus, StepKind] = {
    TicketStatus.OPEN: StepKind.REOPENED, TicketStatus.RESOLVED: StepKind.RESOLVED, TicketStatus.WAIVED: StepKind.WAIVED,
    TicketStatus.RETRACTED: StepKind.RETRACTED,
}  # fmt: skip


def _step(before: Ticket, after: Ticket, step: Step) -> Step | None:
    if before.status is not after.status:
        return replace(step, kind=_STEPS[after.status])
    changed = {(f.fingerprint, f.status) for f in before.findings} != {(f.fingerprint, f.status) for f in after.findings}
    if step.withdrawn and not step.news and not step.fixed:
        return replace(step, kind=StepKind.RETRACTED)
    return step if changed else None
