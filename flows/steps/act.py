"""What persons do to tickets: written down in one transaction, and then made to count."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from expectations.versions import versions
from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.reconsider import Reconsidered, reconsider, standings
from gouji.errors import UsageError
from gouji.ledger import desk, said, shelf, tables
from gouji.ticket import HOLDING, Act, ActKind, FindingStatus, NotAllowed, StepKind, Ticket, TicketStatus, acted
from gouji.version import version
from gouji.waivers import holding
from gouji.words import words

_LEAST = 6  # signs of a fingerprint by which it may be called

_STEPS: Mapping[ActKind, StepKind] = {
    ActKind.WAIVE: StepKind.WAIVED, ActKind.DISPUTE: StepKind.DISPUTED, ActKind.ASSIGN: StepKind.ASSIGNED,
    ActKind.CLOSE: StepKind.CLOSED, ActKind.RETRACT: StepKind.RETRACTED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Done:
    """The act, the ticket after it, and the findings that it was done to."""

    act: Act
    ticket: Ticket
    touched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """By which rules and which gouji the ticket's findings were found."""

    versions: Mapping[str, str]
    tool: str


def act(office: Office, wanted: Iterable[tuple[int, Act]], progress: Progress = SILENT) -> tuple[list[Done], Reconsidered]:
    """What was done, all of it or nothing, and what changed by it. `wanted` are the numbers of tickets, each with what is done to it."""
    with office.ledger.writing("tickets: a person's word") as session:
        done = [do(session, office, number, one) for number, one in wanted]
        before = standings(session, publications(session, [one.ticket for one in done]))
    return done, reconsider(office, before, progress)


def do(session: Session, office: Office, ticket_id: int, wanted: Act, *, this_release: bool = False) -> Done:
    """The act stands in the ledger, or a UsageError says why it cannot.

    With `this_release` what is withdrawn may come back with another release of gouji.
    """
    ticket = desk.ticket_by_id(session, ticket_id)
    if ticket is None:
        raise UsageError(words("ledger.no_ticket", id=ticket_id))
    meant = replace(wanted, fingerprints=tuple(_whole(ticket, mark) for mark in wanted.fingerprints))
    after, touched = acted(ticket, meant, desk.gone_before(session, ticket))
    if wanted.kind is ActKind.REOPEN:
        _refuse_what_the_file_waives(office, ticket, touched)
    judge = _judge(session, office, ticket)
    said.write(session, ticket, meant, touched, office.now(), judge.versions, judge.tool if this_release else None)
    news = [mark for mark in touched if after.status_of(mark) in HOLDING and ticket.status_of(mark) not in HOLDING]
    said_of = {"findings": list(touched), "news": news, **_gone(ticket, meant, touched)}
    desk.write_act(session, after, _step(ticket, after, meant, news), meant, office.now(), **said_of)
    return Done(meant, after, touched)


def publications(session: Session, tickets: Iterable[Ticket]) -> set[int]:
    """The publications that speak for the tickets' reports now."""
    return {row.publication_id for ticket in tickets for row in shelf.speaking_for(session, ticket.agency_id, ticket.year)}


def _whole(ticket: Ticket, given: str) -> str:
    """The one fingerprint of the ticket that begins so."""
    mark = given.strip().lower()
    found = [f.fingerprint for f in ticket.findings if len(mark) >= _LEAST and f.fingerprint.startswith(mark)]
    if len(found) != 1:
        raise UsageError(words("tickets.not-on-ticket", id=ticket.id, given=given))
    return found[0]


def _refuse_what_the_file_waives(office: Office, ticket: Ticket, touched: Sequence[str]) -> None:
    laid = [waiver.waived for waiver in holding(office.rulebook.waivers, office.today)]
    for finding in ticket.findings:
        if finding.fingerprint in touched and finding.finding.waived in laid:
            path = office.settings.rules.path if office.settings.rules else ""
            raise NotAllowed(words("tickets.waived-by-file", fingerprint=finding.fingerprint[:12], path=path))


def _judge(session: Session, office: Office, ticket: Ticket) -> Judge:
    today = versions(office.rulebook.catalogue)
    for row in shelf.speaking_for(session, ticket.agency_id, ticket.year):
        if row.result_id is not None:
            result = session.get_one(tables.Result, row.result_id)
            return Judge(said.versions_under(session, result.catalogue) or today, result.tool)
    return Judge(today, version())


def _gone(ticket: Ticket, wanted: Act, touched: Sequence[str]) -> dict[str, list[str]]:
    """What of it was seen to be mended, and would be no accusation again were the withdrawal taken back."""
    gone = [mark for mark in touched if wanted.kind is ActKind.RETRACT and ticket.status_of(mark) is FindingStatus.FIXED]
    return {"gone": gone} if gone else {}


def _step(before: Ticket, after: Ticket, wanted: Act, news: Sequence[str]) -> StepKind:
    if wanted.kind is not ActKind.REOPEN:
        return _STEPS[wanted.kind]
    # A withdrawal of nothing but what had been mended is taken back, and there is still nothing to do.
    same = before.status is TicketStatus.OPEN or (before.status is TicketStatus.RETRACTED and after.status is not TicketStatus.OPEN)
    return StepKind.UPDATED if same and not news else StepKind.REOPENED
