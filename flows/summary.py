"""What a patrol did: the document gouji/run-1."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.office import Office
from flows.steps.deliver import Delivered
from flows.steps.discover import Look
from flows.steps.judge import Judged
from flows.steps.publish import Published
from flows.steps.read import Readings
from flows.steps.settle import Settled
from flows.steps.ways import Ways
from gouji.agencies.due import due_of
from gouji.finding import Words
from gouji.ledger import duties, facts, outbox, shelf, tables
from gouji.words import words


@dataclass(frozen=True, slots=True)
class PatrolSummary:
    """`unreadable` counts all documents there that could not be read; they are among the new, changed and unchanged as well.

    After a dry run `would_send` are the subjects of what waits, `would_reach` who would get each, `would_file` what would be brought
    to which tracker, `would_rules` the rules of the tickets that would be opened, each with its bodies and the most frequent first
    (`titles` are what these rules are called); `would_waive` counts the findings that waivers keep off tickets.
    `roster` counts how the bodies of the roster stand, None without one; `undated` are those whose deadline nobody knows, and why.
    """

    looks: tuple[Look, ...]
    readings: Readings
    judged: Judged
    settled: Settled
    delivered: Delivered
    pages: Path
    unreadable: int = 0
    page_trouble: Words | None = None
    dry_run: bool = False
    would_send: tuple[str, ...] = ()
    would_waive: int = 0
    roster: Mapping[str, int] | None = None
    would_file: tuple[str, ...] = ()
    would_rules: tuple[tuple[str, tuple[str, ...]], ...] = ()
    would_reach: tuple[tuple[str, ...], ...] = ()
    titles: Mapping[str, Words] = field(default_factory=dict)
    undated: tuple[tuple[str, Words], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every part of the patrol could be done."""
        return not self.troubles

    @property
    def troubles(self) -> tuple[Words, ...]:
        """What could not be done, one sentence each."""
        sources = tuple(look.message for look in self.looks if look.message)
        return (*sources, *((self.page_trouble,) if self.page_trouble else ()), *self.delivered.troubles)

    @property
    def unchanged(self) -> int:
        return max(0, sum(look.seen for look in self.looks) - self.readings.new - self.readings.changed)

    def _would(self) -> dict[str, Any]:
        filed = {"file": list(self.would_file)} if self.would_file else {}
        found = {"rules": [{"rule": rule, "agencies": list(names)} for rule, names in self.would_rules]} if self.would_rules else {}
        opened = [list(ticket) for ticket in self.settled.new]
        return {"open": opened, "send": list(self.would_send), "waived": self.would_waive, **filed, **found}

    def as_json(self, language: str = "zh") -> dict[str, Any]:
        """The document gouji/run-1; messages of sources are in this language."""
        held = self.delivered.held
        return {
            "schema": "gouji/run-1",
            "documents": {
                "new": self.readings.new, "changed": self.readings.changed, "unchanged": self.unchanged,
                "unreadable": self.unreadable, "gone": sum(look.gone for look in self.looks),
            },
            "reports": {
                "checked": self.judged.checked, "passed": self.judged.passed,
                "review": self.judged.review, "failed": self.judged.failed,
            },
            "tickets": {
                "opened": self.settled.opened, "updated": self.settled.updated,
                "resolved": self.settled.resolved, "reopened": self.settled.reopened,
            },
            "without_ticket": asdict(self.judged.untold),
            "messages": {"sent": self.delivered.sent, "waiting": self.delivered.waiting},
            "refused": self.delivered.refused,
            "sources": [{"name": s.name, "ok": s.ok, "message": s.message.get(language) if s.message else None} for s in self.looks],
            "pages": str(self.pages),
            "roster": self.roster,
            **({"undated": [{"agency": name, "reason": why.get(language)} for name, why in self.undated]} if self.undated else {}),
            "held": held.get(language) if held else None,
            "troubles": [trouble.get(language) for trouble in self.troubles],
            "dry_run": self.dry_run,
            **({"would": self._would()} if self.dry_run else {}),
        }  # fmt: skip


def summary_of(
    office: Office,
    looks: tuple[Look, ...],
    readings: Readings,
    judged: Judged,
    settled: Settled,
    published: Published | None = None,
    delivered: Delivered | None = None,
) -> PatrolSummary:
    """The outcomes of the steps put together. A rehearsal delivers nothing."""
    with office.ledger.reading() as session:
        unreadable = shelf.unreadable(session)
        messages = outbox.waiting(session)
        held = facts.held(session) if office.rehearsal else None
        waived = shelf.count_waived(session) if office.rehearsal else 0
        found = _found(session, settled) if office.rehearsal else ()
        roster = duties.tally(duties.all_duties(session)) if office.roster and office.roster.agencies else None
    letters, ways = [message for message in messages if message.kind != outbox.TICKET], Ways(office)
    subjects = tuple(str(message.payload["subject"]) for message in letters)
    reach = tuple(ways.recipients(message) for message in letters) if office.rehearsal else ()
    tickets = tuple(str(message.payload["subject"]) for message in messages if message.kind == outbox.TICKET)
    return PatrolSummary(
        looks, readings, judged, settled, delivered or Delivered(waiting=len(messages), held=held),
        office.pages / "index.html", unreadable, published.trouble if published else None,
        office.rehearsal, subjects if office.rehearsal else (), waived, roster, tickets if office.rehearsal else (), found, reach,
        {rule: office.rulebook.catalogue.rule(rule).title for rule, _ in found}, tuple(_undated(office)),
    )  # fmt: skip


def _undated(office: Office) -> Iterator[tuple[str, Words]]:
    """The bodies of which it is never said that their report is missing, because their last deadline is not known."""
    for agency in office.roster.agencies if office.roster else ():
        due = due_of(agency, office.today.year - 1, office.rulebook.customs.deadlines)
        if due.reason and not due.excused:
            yield agency.name, words(f"judging.reason-{due.reason}")


def _found(session: Session, settled: Settled) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rules of the tickets newly opened, each with the bodies on whose tickets it stands."""
    new = {(agency, year) for agency, year, _ in settled.new}
    finding, ticket = tables.TicketFinding, tables.Ticket
    rows = session.execute(
        select(finding.rule, ticket.agency, ticket.year).join(ticket, finding.ticket_id == ticket.id).order_by(ticket.id)
    )
    bodies: dict[str, dict[str, None]] = {}
    for rule, agency, year in rows:
        if (agency, year) in new:
            bodies.setdefault(rule, {})[agency] = None
    return tuple(sorted(((rule, tuple(names)) for rule, names in bodies.items()), key=lambda found: (-len(found[1]), found[0])))
