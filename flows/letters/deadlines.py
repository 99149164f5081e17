"""How the bodies stand to the day by which their reports must be public."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.letters.model import Audience, Item, News
from flows.office import Office
from flows.steps.news import only_missing, standing_of
from gouji.agencies.due import due_of
from gouji.agency import Agency
from gouji.clock import shown
from gouji.ledger import duties, shelf, tables
from gouji.ticket import TicketStatus
from gouji.words import words

_AFTER = timedelta(days=14)  # a reminder that nobody sent within two weeks comes too late to be one


@dataclass(frozen=True, slots=True)
class Due:
    """A day, and the bodies whose reports on the year before were due on it."""

    day: date
    bodies: tuple[Agency, ...]


def dues(office: Office, audience: Audience) -> Iterator[Due]:
    """The deadlines of which this audience is to hear today, each with the bodies that it may hear of."""
    days: dict[date, list[Agency]] = {}
    for agency in office.roster.agencies if office.roster else ():
        if audience.scope is not None and agency.id not in audience.scope:
            continue
        for year in (office.today.year - 1, office.today.year):
            due = due_of(agency, year, office.rulebook.customs.deadlines)
            if due.day and not due.excused and not due.reason and _is_time(audience, due.day, office.today):
                days.setdefault(due.day, []).append(agency)
    return (Due(day, tuple(bodies)) for day, bodies in sorted(days.items()))


def news_of_due(session: Session, office: Office, audience: Audience, due: Due) -> News:
    """What is not as it should be with these bodies' reports."""
    year = due.day.year - 1
    at = shown(office.now())
    missing = [agency for agency in due.bodies if _is_missing(session, agency, year)]
    items = tuple(Item(words("digest.not_found", agency=agency.name, year=year, day=due.day, at=at)) for agency in missing)
    failed = standing_of(session, _open(session, due.bodies, year), own=audience.kind == "body")
    kind = "before" if audience.when == "before-deadline" else "after"
    left = (due.day - office.today).days
    subject = words(f"digest.subject_{kind}", day=due.day, left=left, missing=len(items), failed=len(failed))
    return News(failed=failed, not_found=items, subject=subject)


def _is_missing(session: Session, agency: Agency, year: int) -> bool:
    """As the patrol found it. Of whom a document may be the report, or whose lists nobody has read, nothing is said."""
    duty = duties.duty_of(session, agency.id, year)
    return duties.is_owing(duty) if duty is not None else not shelf.speaking_for(session, agency.id, year)


def _open(session: Session, bodies: Iterable[Agency], year: int) -> list[tables.Ticket]:
    ids = {agency.id for agency in bodies}
    found = select(tables.Ticket).where(tables.Ticket.year == year, tables.Ticket.status == str(TicketStatus.OPEN))
    tickets = [ticket for ticket in session.scalars(found.order_by(tables.Ticket.id)) if ticket.agency_id in ids]
    return [ticket for ticket in tickets if not only_missing(session, ticket)]


def _is_time(audience: Audience, day: date, today: date) -> bool:
    if audience.when == "before-deadline":
        return day - timedelta(days=audience.days) <= today <= day
    return day < today <= day + _AFTER
