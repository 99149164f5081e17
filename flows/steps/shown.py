"""Every document that was read, as its page would show it now."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.office import Office
from gouji.ledger import events, shelf, tables
from gouji.ledger.content import digest_of
from gouji.ledger.tickets import history_words
from gouji.ledger.waiting import Waiting, waiting
from gouji.version import version

if TYPE_CHECKING:
    from expectations.data_docs import TicketLines


@dataclass(frozen=True, slots=True)
class Shown:
    """A report that has a page: what it is called there, its ticket, and a hash of all that the page shows."""

    report: tables.Report
    publication: tables.Publication
    version: tables.Version
    id: str
    ticket: "TicketLines | None"
    waiting: tuple[Waiting, ...]
    shows: str


def shown_now(session: Session, office: Office) -> list[Shown]:
    """All that have a page, each under a name of its own: two addresses may show the same report, or the same bytes."""
    around = _around(session, office)
    names: Counter[str] = Counter()
    found = []
    for report, publication, present in shelf.current(session):
        name = _name(present)
        names[name] += 1
        unique = name if names[name] == 1 else f"{name}-{publication.id}"
        found.append(_shown(session, office, around, unique, (report, publication, present)))
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What pages show beside the reports: questions by publication, tickets by body and year, waivers by report, ill sources."""

    questions: Mapping[int, Sequence[Waiting]]
    tickets: Mapping[tuple[str, int], tables.Ticket]
    waived: Mapping[int, list[object]]
    ill: Mapping[str, str]


def _around(session: Session, office: Office) -> _Around:
    questions: dict[int, list[Waiting]] = {}
    for item in waiting(session):
        questions.setdefault(item.publication_id, []).append(item)
    tickets = {(ticket.agency_id, ticket.year): ticket for ticket in session.scalars(shelf.all_ticket_rows())}
    ill = {look.name: str(look.whole_at) for look in shelf.looks(session) if not look.ok}
    return _Around(questions, tickets, dict(_waived(session, office)), ill)


def _waived(session: Session, office: Office) -> Iterator[tuple[int, list[object]]]:
    """By report what is waived in it: how many findings, and by which words."""
    rows = session.execute(select(tables.Report.id, tables.Result.counts).join(tables.Result, tables.Report.result_id == tables.Result.id))
    words = [str(waiver) for waiver in office.waivers]
    yield from ((number, [count, words]) for number, counts in rows if (count := counts.get("waived")))


def _name(present: tables.Version) -> str:
    from expectations.data_docs import page_id

    agency = shelf.agency_of(present) if present.sure else None
    return page_id(agency, present.year if agency else None, present.sha256)


def _shown(
    session: Session, office: Office, around: _Around, name: str, row: tuple[tables.Report, tables.Publication, tables.Version]
) -> Shown:
    report, publication, present = row
    ticket = around.tickets.get((report.agency_id or "", report.year or 0)) if report.sure else None
    lines = _lines(session, ticket) if ticket else None
    asked = tuple(around.questions.get(publication.id, ()))
    shows = digest_of(
        version(), office.language, name, report.basis, report.result_id, present.id, str(lines), [item.key for item in asked],
        around.waived.get(report.id), office.rulebook.hash if office.rulebook.said else None, around.ill.get(publication.source),
    )  # fmt: skip
    return Shown(report, publication, present, name, lines, asked, shows)


def _lines(session: Session, ticket: tables.Ticket) -> "TicketLines":
    from expectations.data_docs import TicketLines

    return TicketLines(str(ticket.id), ticket.status, history_words(events.of_ticket(session, ticket.id)))
