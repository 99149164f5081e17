"""The states of a ticket and of its findings, and every step between them that there is."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

Level = Literal["error", "warning"]


class TicketStatus(StrEnum):
    OPEN = "open"
    RESOLVED = "resolved"
    WAIVED = "waived"
    CLOSED = "closed"
    RETRACTED = "retracted"


class FindingStatus(StrEnum):
    """`recorded` is what no new version can mend; it keeps no ticket open. `retracted` is what we no longer say."""

    OPEN = "open"
    FIXED = "fixed"
    WAIVED = "waived"
    DISPUTED = "disputed"
    CONFIRMED = "confirmed"
    RECORDED = "recorded"
    RETRACTED = "retracted"


class StepKind(StrEnum):
    """What stands in a ticket's history; the last four only a person can do."""

    OPENED = "opened"
    UPDATED = "updated"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    WAIVED = "waived"
    RETRACTED = "retracted"
    CLOSED = "closed"
    DISPUTED = "disputed"
    ASSIGNED = "assigned"


class ActKind(StrEnum):
    """What a person may do to a ticket."""

    WAIVE = "waive"
    DISPUTE = "dispute"
    ASSIGN = "assign"
    CLOSE = "close"
    RETRACT = "retract"
    REOPEN = "reopen"


_F, _T = FindingStatus, TicketStatus

# These keep a ticket open.
HOLDING = frozenset({_F.OPEN, _F.DISPUTED, _F.CONFIRMED})

# By a finding's status (None: it was not on the ticket) the other statuses that one look, or one act, can give it.
FINDING_STEPS: Mapping[FindingStatus | None, frozenset[FindingStatus]] = {
    None: frozenset({_F.OPEN, _F.WAIVED, _F.DISPUTED, _F.CONFIRMED, _F.RECORDED, _F.RETRACTED}),
    _F.OPEN: frozenset({_F.FIXED, _F.WAIVED, _F.DISPUTED, _F.CONFIRMED, _F.RECORDED, _F.RETRACTED}),
    _F.FIXED: frozenset({_F.OPEN, _F.WAIVED, _F.DISPUTED, _F.CONFIRMED, _F.RECORDED, _F.RETRACTED}),
    _F.WAIVED: frozenset({_F.OPEN, _F.FIXED, _F.DISPUTED, _F.CONFIRMED, _F.RECORDED, _F.RETRACTED}),
    _F.DISPUTED: frozenset({_F.OPEN, _F.FIXED, _F.WAIVED, _F.CONFIRMED, _F.RECORDED, _F.RETRACTED}),
    _F.CONFIRMED: frozenset({_F.OPEN, _F.FIXED, _F.WAIVED, _F.DISPUTED, _F.RECORDED, _F.RETRACTED}),
    # Only another version of the rule makes it mendable.
    _F.RECORDED: frozenset({_F.OPEN, _F.WAIVED, _F.DISPUTED, _F.CONFIRMED, _F.RETRACTED}),
    # What was withdrawn is never called corrected by a look; where a person takes that back, it is what it was.
    _F.RETRACTED: frozenset({_F.OPEN, _F.FIXED, _F.WAIVED, _F.DISPUTED, _F.CONFIRMED, _F.RECORDED}),
}

TICKET_STEPS: Mapping[TicketStatus | None, frozenset[TicketStatus]] = {
    None: frozenset({_T.OPEN}),
    _T.OPEN: frozenset({_T.RESOLVED, _T.WAIVED, _T.CLOSED, _T.RETRACTED}),
    _T.RESOLVED: frozenset({_T.OPEN, _T.WAIVED, _T.RETRACTED}),
    _T.WAIVED: frozenset({_T.OPEN, _T.RESOLVED, _T.CLOSED, _T.RETRACTED}),
    # A closed one stays closed, whatever becomes of its findings, until something new stands or a person opens it again;
    # then it is what its findings make of it.
    _T.CLOSED: frozenset({_T.OPEN, _T.RESOLVED, _T.WAIVED, _T.RETRACTED}),
    _T.RETRACTED: frozenset({_T.OPEN, _T.WAIVED, _T.RESOLVED}),
}

# In which status a ticket must be for an act, and by act what it makes of a finding in each status it can be done to.
TICKET_ACTS: Mapping[ActKind, frozenset[TicketStatus]] = {
    ActKind.WAIVE: frozenset({_T.OPEN, _T.WAIVED}),
    ActKind.DISPUTE: frozenset({_T.OPEN}),
    ActKind.ASSIGN: frozenset(_T),
    ActKind.CLOSE: frozenset({_T.OPEN, _T.WAIVED}),
    ActKind.RETRACT: frozenset({_T.OPEN, _T.WAIVED, _T.RESOLVED, _T.CLOSED}),
    ActKind.REOPEN: frozenset({_T.OPEN, _T.WAIVED, _T.CLOSED, _T.RETRACTED}),
}
FINDING_ACTS: Mapping[ActKind, Mapping[FindingStatus, FindingStatus]] = {
    ActKind.WAIVE: dict.fromkeys((_F.OPEN, _F.DISPUTED, _F.CONFIRMED, _F.WAIVED), _F.WAIVED),
    ActKind.DISPUTE: dict.fromkeys((_F.OPEN, _F.DISPUTED, _F.CONFIRMED), _F.DISPUTED),
    ActKind.RETRACT: dict.fromkeys((_F.OPEN, _F.FIXED, _F.WAIVED, _F.DISPUTED, _F.CONFIRMED, _F.RECORDED), _F.RETRACTED),
    ActKind.REOPEN: dict.fromkeys((_F.WAIVED, _F.DISPUTED, _F.RETRACTED), _F.OPEN),
    ActKind.ASSIGN: {},
    ActKind.CLOSE: {},
}
