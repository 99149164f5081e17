"""Who must report on a year and how far it was seen done, as the last patrol left it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from gouji.codec import from_json
from gouji.duty import Candidate
from gouji.finding import Finding
from gouji.ledger import tables

# How a body stands, in the order in which a person wants to hear of it.
STATES = ("missing", "doubt", "unknown", "open", "published", "excused")


def all_duties(session: Session) -> list[tables.Duty]:
    """Every body and year, year by year."""
    return list(session.scalars(select(tables.Duty).order_by(tables.Duty.year, tables.Duty.superior, tables.Duty.agency)))


def duty_of(session: Session, agency_id: str, year: int) -> tables.Duty | None:
    return session.get(tables.Duty, (agency_id, year))


def is_owing(duty: tables.Duty) -> bool:
    """Whether it is known that no report was seen: all lists where it would stand were read, and no document may be it."""
    return duty.state in ("open", "missing") and duty.until is not None and not duty.candidates


def with_findings(session: Session) -> list[tuple[str, int]]:
    """The bodies and years of which something is said."""
    found = select(tables.Duty.agency_id, tables.Duty.year).where(tables.Duty.state.in_(("missing", "doubt")))
    return [(agency_id, year) for agency_id, year in session.execute(found)]


def finding_of(duty: tables.Duty | None) -> Finding | None:
    return from_json(duty.finding, Finding) if duty is not None and duty.finding is not None else None


def candidates_of(duty: tables.Duty) -> list[Candidate]:
    return [from_json(one, Candidate) for one in duty.candidates]


def replace_all(session: Session, rows: Iterable[tables.Duty]) -> None:
    """These are all duties now."""
    session.execute(delete(tables.Duty))
    session.add_all(rows)


def tally(duties: Sequence[tables.Duty]) -> dict[str, int]:
    """How many bodies stand in each way; `due` are all that owe a report."""
    counts = {state: sum(duty.state == state for duty in duties) for state in STATES}
    return {"due": len(duties) - counts["excused"], **counts}
