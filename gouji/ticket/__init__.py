"""A ticket and the steps it may take. One ticket speaks of one agency's report on one year, for ever."""

from gouji.ticket.acts import Act, NotAllowed, acted
from gouji.ticket.look import counts_for_ticket, opened, settled
from gouji.ticket.model import Step, Ticket, TicketFinding
from gouji.ticket.states import (
    FINDING_ACTS,
    FINDING_STEPS,
    HOLDING,
    TICKET_ACTS,
    TICKET_STEPS,
    ActKind,
    FindingStatus,
    Level,
    StepKind,
    TicketStatus,
)

__all__ = [
    "FINDING_ACTS",
    "FINDING_STEPS",
    "HOLDING",
    "TICKET_ACTS",
    "TICKET_STEPS",
    "Act",
    "ActKind",
    "FindingStatus",
    "Level",
    "NotAllowed",
    "Step",
    "StepKind",
    "Ticket",
    "TicketFinding",
    "TicketStatus",
    "acted",
    "counts_for_ticket",
    "opened",
    "settled",
]
