"""What a rule found is withdrawn: everywhere, or only what came from it in one patrol."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.act import Done, do, publications
from flows.steps.digest import tell_anew
from flows.steps.reconsider import Reconsidered, reconsider, standings
from gouji.errors import UsageError
from gouji.finding import Words
from gouji.ledger import facts, outbox, tables
from gouji.ticket import Act, ActKind, FindingStatus
from gouji.words import words


def recall(
    office: Office, rule: str, run: int | None, by: str, reason: str, progress: Progress = SILENT
) -> tuple[list[Done], Reconsidered]:
    """What was withdrawn, and what changed by it. It does not come back while this release of gouji judges by the same rule.

    A letter that tells of it and still waits behind the brake is written anew; who was told already is told of the withdrawal.
    """
    with office.ledger.writing("tickets: recall") as session:
        done = withdraw(session, office, rule, run, by, reason)
        before = standings(session, publications(session, [one.ticket for one in done]))
    return done, reconsider(office, before, progress)


def withdraw(session: Session, office: Office, rule: str, run: int | None, by: str, reason: str) -> list[Done]:
    """What was withdrawn, ticket by ticket; a UsageError where there is nothing."""
    found = _found(session, rule, run)
    if not found:
        raise UsageError(_nothing(session, rule, run))
    acts = {number: Act(ActKind.RETRACT, by, reason, tuple(marks)) for number, marks in sorted(found.items())}
    done = [do(session, office, number, one, this_release=True) for number, one in acts.items()]
    if _take_back_letters(session):
        tell_anew(session, office)
    return done


def _found(session: Session, rule: str, run: int | None) -> Mapping[int, list[str]]:
    """By ticket the findings of this rule that still stand, of one patrol those that were new in it."""
    asked = select(tables.TicketFinding).where(
        tables.TicketFinding.rule == rule, tables.TicketFinding.status != FindingStatus.RETRACTED
    )  # fmt: skip
    new = _new_in(session, run) if run is not None else None
    found: dict[int, list[str]] = defaultdict(list)
    for row in session.scalars(asked.order_by(tables.TicketFinding.id)):
        if new is None or (row.ticket_id, row.fingerprint) in new:
            found[row.ticket_id].append(row.fingerprint)
    return found


def _new_in(session: Session, run: int) -> set[tuple[int | None, str]]:
    events = session.scalars(select(tables.Event).where(tables.Event.patrol_id == run, tables.Event.ticket_id.is_not(None)))
    return {(event.ticket_id, mark) for event in events for mark in event.body.get("news", ())}


def _nothing(session: Session, rule: str, run: int | None) -> Words:
    """That there is nothing to withdraw, and which rules have something on tickets."""
    asked = select(tables.TicketFinding).where(tables.TicketFinding.status != FindingStatus.RETRACTED)
    new = _new_in(session, run) if run is not None else None
    rows = session.scalars(asked)
    rules = sorted({row.rule for row in rows if new is None or (row.ticket_id, row.fingerprint) in new})
    key = "tickets.nothing-of-rule" if run is None else "tickets.nothing-of-rule-in-run"
    return words(key, rule=rule, run=run, rules=" ".join(rules) or "–")


def _take_back_letters(session: Session) -> bool:
    """Letters that wait behind the brake and were never tried are not sent; what they told is to be told anew. Whether there were any."""
    if facts.held(session) is None:
        return False
    held = [message for message in outbox.waiting(session) if "since" in message.payload and not message.attempts]
    for message in reversed(held):  # the oldest of an audience last: what they had been told before it counts
        message.state = outbox.SUPERSEDED
        since = message.payload["since"]
        facts.state(session, since["mark"], since["told"] or {"through": 0})
    return bool(held)
