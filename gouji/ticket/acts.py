"""What a person does to a ticket, by the table of what may be done."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gouji.errors import UsageError
from gouji.finding import Waived
from gouji.ticket.look import status_of
from gouji.ticket.model import Ticket, TicketFinding
from gouji.ticket.states import FINDING_ACTS, TICKET_ACTS, ActKind, FindingStatus, TicketStatus
from gouji.words import words


class NotAllowed(UsageError):
    """What a person wants cannot be done to this ticket as it stands."""


@dataclass(frozen=True, slots=True)
class Act:
    """`fingerprints` are the findings that are meant, none: all that it can be done to. `to` is whom it is assigned to.

    `reason` is the agency's answer where a finding is disputed.
    """

    kind: ActKind
    by: str
    reason: str | None = None
    fingerprints: tuple[str, ...] = ()
    until: date | None = None
    to: str | None = None


def acted(ticket: Ticket, act: Act, gone: Collection[str] = ()) -> tuple[Ticket, tuple[str, ...]]:
    """The ticket after the act, and the fingerprints of the findings that it was done to.

    `gone` are those that were seen to be mended before they were withdrawn: to take that back accuses nobody of them again.
    """
    if ticket.status not in TICKET_ACTS[act.kind]:
        raise NotAllowed(words(f"tickets.cannot-{act.kind}", id=ticket.id, status=words(f"tickets.{ticket.status}")))
    match act.kind:
        case ActKind.ASSIGN:
            return replace(ticket, assignee=act.to), ()
        case ActKind.CLOSE:
            return replace(ticket, status=TicketStatus.CLOSED), ()
    touched = tuple(_touched(ticket, act))
    if not touched and ticket.status is not TicketStatus.CLOSED:
        raise NotAllowed(words(f"tickets.nothing-to-{act.kind}", id=ticket.id))
    findings = tuple(_done_to(f, act, gone) if f.fingerprint in touched else f for f in ticket.findings)
    closed = ticket.status is TicketStatus.CLOSED and act.kind is not ActKind.REOPEN and _left(findings)
    return replace(ticket, findings=findings, status=status_of(findings, closed=closed)), touched


def _touched(ticket: Ticket, act: Act) -> Iterator[str]:
    """The findings that are meant; one that is named and to which it cannot be done is refused, others are left out."""
    can: Collection[FindingStatus] = FINDING_ACTS[act.kind]
    named = set(act.fingerprints)
    if act.kind is ActKind.REOPEN and not named:
        can = _ENDED_WITH.get(ticket.status, ())
    for finding in ticket.findings:
        if named and finding.fingerprint not in named:
            continue
        if finding.status in can:
            yield finding.fingerprint
        elif named:
            status = words(f"tickets.finding-{finding.status}")
            raise NotAllowed(words(f"tickets.cannot-{act.kind}-finding", fingerprint=finding.fingerprint[:12], status=status))


# What a person opens again with the whole ticket: that by which it ended.
_ENDED_WITH = {TicketStatus.WAIVED: (FindingStatus.WAIVED,), TicketStatus.RETRACTED: (FindingStatus.RETRACTED,)}


def _done_to(finding: TicketFinding, act: Act, gone: Collection[str]) -> TicketFinding:
    status = FINDING_ACTS[act.kind][finding.status]
    waived = finding.finding.waived
    match act.kind:
        case ActKind.WAIVE:
            waived = Waived(act.until, act.reason or "", act.by)
        case ActKind.RETRACT:
            waived = Waived(None, act.reason or "", act.by, withdrawn=True)
        case ActKind.REOPEN:
            waived = None
            if not finding.finding.mendable:
                status = FindingStatus.RECORDED
            elif finding.status is FindingStatus.RETRACTED and finding.fingerprint in gone:
                status = FindingStatus.FIXED
    return TicketFinding(replace(finding.finding, waived=waived), status)


def _left(findings: tuple[TicketFinding, ...]) -> bool:
    """Whether anything is left that was not withdrawn."""
    return any(f.status not in (FindingStatus.RETRACTED, FindingStatus.RECORDED) for f in findings)
