"""A ticket as a value."""

from dataclasses import dataclass

from gouji.finding import Finding
from gouji.ticket.states import FindingStatus, StepKind, TicketStatus


@dataclass(frozen=True, slots=True)
class TicketFinding:
    finding: Finding
    status: FindingStatus

    @property
    def fingerprint(self) -> str:
        return self.finding.fingerprint


@dataclass(frozen=True, slots=True)
class Ticket:
    """`assignee` is who sees to it, where somebody was named."""

    agency_id: str
    agency: str
    year: int
    status: TicketStatus
    findings: tuple[TicketFinding, ...]
    id: int | None = None
    assignee: str | None = None

    def status_of(self, fingerprint: str) -> FindingStatus | None:
        return next((f.status for f in self.findings if f.fingerprint == fingerprint), None)


@dataclass(frozen=True, slots=True)
class Step:
    """What a patrol made of a ticket; `news`, `fixed` and `withdrawn` are fingerprints."""

    kind: StepKind
    news: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
