"""What waits in the outbox goes out, each message once: by mail, or as a file beside the pages where no mail is configured."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import uuid4

from connectors.notifiers import DeliveryFailed
from flows.letters.operator import OPERATOR
from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.file import Filed, file_tickets
from flows.steps.ways import Send, Ways
from gouji.finding import Words
from gouji.ledger import facts, leases, outbox, tables

_LEASE = "deliver"


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many messages went out and how many still wait; `held` says why nothing goes out, `troubles` what failed.

    `refused` are put aside until a person sends or drops them; they are not among those that wait.
    """

    sent: int = 0
    waiting: int = 0
    held: Words | None = None
    troubles: tuple[Words, ...] = ()
    refused: int = 0


def deliver(office: Office, progress: Progress = SILENT, pause: Callable[[float], None] = time.sleep) -> Delivered:
    """Every waiting message was tried once, unless what goes out is held. A file goes to nobody, and is never held.

    While another process delivers (a patrol, or `gouji notify`), nothing is tried here: a message in its hands would go twice.
    """
    with _alone(office) as alone:
        if alone:
            return _deliver_all(office, progress, pause)
    with office.ledger.reading() as session:
        return Delivered(waiting=outbox.count_waiting(session), refused=outbox.count_refused(session))


def _deliver_all(office: Office, progress: Progress, pause: Callable[[float], None]) -> Delivered:
    ways = Ways(office)
    with office.ledger.reading() as session:
        held = facts.held(session) if ways.lead_outside or office.settings.trackers else None
        everything = facts.holds_everything(session)
        letters = [m for m in outbox.waiting(session) if m.kind != outbox.TICKET]
        # What is written beside the pages goes to nobody: only what leaves is held.
        free = [m for m in letters if held is None or not ways.lead_outside or ways.goes_all_the_same(m, everything=everything)]
    messages = [message for message in free if not ways.is_quiet(message)]
    progress.begin("deliver", len(messages))
    total = Delivered()
    for message in messages:
        total = _added(total, _deliver(office, ways.way_of(message), message))
        progress.advance()
    filed = Filed() if held else file_tickets(office, pause)
    total = _added(total, Delivered(sent=filed.sent, troubles=filed.troubles))
    with office.ledger.reading() as session:
        # A server that is away is one trouble, however many letters wait for it.
        told = tuple(dict.fromkeys(total.troubles))
        return replace(total, waiting=outbox.count_waiting(session), refused=outbox.count_refused(session), held=held, troubles=told)


def deliver_to_operator(office: Office) -> Delivered:
    """What waits for the operator was tried once, unless another process delivers."""
    with _alone(office) as alone:
        return _deliver_failures(office) if alone else Delivered()


def _deliver_failures(office: Office) -> Delivered:
    with office.ledger.reading() as session:
        messages = [message for message in outbox.waiting(session) if message.kind == OPERATOR]
    ways, total = Ways(office), Delivered()
    for message in messages:
        if not ways.is_quiet(message):
            total = _added(total, _deliver(office, ways.way_of(message), message))
    return total


@contextmanager
def _alone(office: Office) -> Iterator[bool]:
    """Whether nobody else delivers while the block runs."""
    holder = leases.Holder.this(uuid4().hex)
    try:
        with office.ledger.writing("deliver: begun") as session:
            leases.take(session, _LEASE, holder, office.now())
    except leases.Held:
        yield False
        return
    try:
        yield True
    finally:
        with office.ledger.writing("deliver: ended") as session:
            leases.give_back(session, _LEASE, holder)


def _deliver(office: Office, send: Send, message: tables.Message) -> Delivered:
    """How the one message fared. That it went is written down at once: only a kill in between sends it again,
    under the same Message-ID, as the same file."""
    office.checkpoint("deliver: before handing over")
    try:
        refused = send(message)
    except DeliveryFailed as exc:
        with office.ledger.writing("deliver: failed") as session:
            outbox.failed(session, message.id, office.now(), exc.words, permanent=exc.permanent)
        return Delivered(troubles=(exc.words,))
    office.checkpoint("deliver: handed over")
    with office.ledger.writing("deliver: sent") as session:
        outbox.sent(session, message.id, office.now())
    return Delivered(sent=1, troubles=refused)


def _added(total: Delivered, one: Delivered) -> Delivered:
    return replace(total, sent=total.sent + one.sent, troubles=(*total.troubles, *one.troubles))
