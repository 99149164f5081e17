"""A ticket and the steps it may take. One ticket speaks of one agency's report on one year, for ever."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

from gouji.finding import Finding, Severity

Level = Literal["error", "warning"]


class TicketStatus(StrEnum):
    OPEN = "open"
    RESOLVED = "resolved"
    WAIVED = "waived"
    CLOSED = "closed"
    RETRACTED = "retracted"


class FindingStatus(StrEnum):
    """`recorded` is what no new version can mend; it keeps no ticket open."""

    OPEN = "open"
    FIXED = "fixed"
    WAIVED = "waived"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    RECORDED = "recorded"


class StepKind(StrEnum):
    OPENED = "opened"
    UPDATED = "updated"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    WAIVED = "waived"


HOLDING = frozenset({FindingStatus.OPEN, FindingStatus.DISPUTED, FindingStatus.CONFIRMED})
ENDED_BY_A_PERSON = frozenset({TicketStatus.CLOSED, TicketStatus.RETRACTED})


@dataclass(frozen=True, slots=True)
class TicketFinding:
    finding: Finding
    status: FindingStatus

    @property
    def fingerprint(self) -> str:
        return self.finding.fingerprint


@dataclass(frozen=True, slots=True)
class Ticket:
    agency_id: str
    agency: str
    year: int
    status: TicketStatus
    findings: tuple[TicketFinding, ...]
    id: int | None = None

    def status_of(self, fingerprint: str) -> FindingStatus | None:
        return next((f.status for f in self.findings if f.fingerprint == fingerprint), None)


@dataclass(frozen=True, slots=True)
class Step:
    """What a patrol made of a ticket; `news` and `fixed` are fingerprints."""

    kind: StepKind
    news: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()


def counts_for_ticket(finding: Finding, level: Level, decisions: Mapping[str, FindingStatus]) -> bool:
    """Whether the finding belongs on a ticket: grave enough, not on trial, and no doubt that nobody has confirmed."""
    grave = finding.severity is Severity.ERROR or (level == "warning" and finding.severity is Severity.WARNING)
    certain = not finding.doubt or decisions.get(finding.fingerprint) is FindingStatus.CONFIRMED
    return grave and certain and not finding.trial


def opened(agency_id: str, agency: str, year: int, standing: Sequence[Finding], decisions: Mapping[str, FindingStatus]) -> Ticket | None:
    """A new ticket, where something stands that a new version can mend and no person has waived."""
    findings = tuple(TicketFinding(f, _status(f, decisions)) for f in standing)
    if not any(f.status in HOLDING for f in findings):
        return None
    return Ticket(agency_id, agency, year, TicketStatus.OPEN, findings)


def settled(
    ticket: Ticket, standing: Sequence[Finding], unanswered: Collection[str], decisions: Mapping[str, FindingStatus]
) -> tuple[Ticket, Step | None]:
    """The ticket after a look at all current publications of its report, and the step that it took.

    `unanswered` are fingerprints that no longer show but were not looked at either (a table that could not be read,
    no report of last year): such a finding stays as it was, because nothing shows that it was mended.
    """
    findings = _merged(ticket, standing, unanswered, decisions)
    news = tuple(f.fingerprint for f in findings if f.status in HOLDING and ticket.status_of(f.fingerprint) not in HOLDING)
    gone = tuple(f.fingerprint for f in findings if f.status is FindingStatus.FIXED and ticket.status_of(f.fingerprint) in HOLDING)
    status = _next_status(ticket, findings, news)
    after = replace(ticket, status=status, findings=findings)
    return after, _step(ticket, after, news, gone)


def _merged(
    ticket: Ticket, standing: Sequence[Finding], unanswered: Collection[str], decisions: Mapping[str, FindingStatus]
) -> tuple[TicketFinding, ...]:
    now = {f.fingerprint: f for f in standing}
    old = [_again(f, now.get(f.fingerprint), unanswered, decisions) for f in ticket.findings]
    known = {f.fingerprint for f in ticket.findings}
    return (*old, *(TicketFinding(f, _status(f, decisions)) for f in standing if f.fingerprint not in known))


def _again(old: TicketFinding, now: Finding | None, unanswered: Collection[str], decisions: Mapping[str, FindingStatus]) -> TicketFinding:
    if now is not None:
        return TicketFinding(now, _status(now, decisions))
    if old.status is FindingStatus.RECORDED or old.fingerprint in unanswered:
        return old
    return replace(old, status=FindingStatus.FIXED)


def _status(finding: Finding, decisions: Mapping[str, FindingStatus]) -> FindingStatus:
    if not finding.mendable:
        return FindingStatus.RECORDED
    return decisions.get(finding.fingerprint, FindingStatus.OPEN)


def _next_status(ticket: Ticket, findings: Sequence[TicketFinding], news: Collection[str]) -> TicketStatus:
    if ticket.status in ENDED_BY_A_PERSON:
        return TicketStatus.OPEN if news else ticket.status
    if any(f.status in HOLDING for f in findings):
        return TicketStatus.OPEN
    return TicketStatus.WAIVED if any(f.status is FindingStatus.WAIVED for f in findings) else TicketStatus.RESOLVED


def _step(before: Ticket, after: Ticket, news: tuple[str, ...], fixed: tuple[str, ...]) -> Step | None:
    if before.status is not after.status:
        kind = {
            TicketStatus.OPEN: StepKind.REOPENED, TicketStatus.RESOLVED: StepKind.RESOLVED, TicketStatus.WAIVED: StepKind.WAIVED,
        }[after.status]  # fmt: skip
        return Step(kind, news, fixed)
    changed = {(f.fingerprint, f.status) for f in before.findings} != {(f.fingerprint, f.status) for f in after.findings}
    return Step(StepKind.UPDATED, news, fixed) if changed else None
