"""What the ledger keeps, table by table."""

from gouji.ledger.tables.base import Base
from gouji.ledger.tables.outgoing import Filing, Message
from gouji.ledger.tables.patrols import Duty, Fact, Fetch, Lease, Patrol, SourceLook
from gouji.ledger.tables.reports import Agency, Publication, Report, Result, Version
from gouji.ledger.tables.tickets import Decision, Event, PersonReading, Ticket, TicketFinding

__all__ = [
    "Agency",
    "Base",
    "Decision",
    "Duty",
    "Event",
    "Fact",
    "Fetch",
    "Filing",
    "Lease",
    "Message",
    "Patrol",
    "PersonReading",
    "Publication",
    "Report",
    "Result",
    "SourceLook",
    "Ticket",
    "TicketFinding",
    "Version",
]
