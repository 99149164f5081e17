"""What waits in the outbox goes out, each message once: by mail, or as a file beside the pages where no mail is configured."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from connectors.notifiers import DeliveryFailed, Mail, Message
from flows.office import Office
from flows.progress import SILENT, Progress
from flows.steps.file import Filed, file_tickets
from gouji.finding import Words
from gouji.ledger import facts, outbox, tables
from gouji.settings import MailSetting
from gouji.whole import write_whole
from gouji.words import words

Send = Callable[[tables.Message], tuple[Words, ...]]


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many messages went out and how many still wait; `held` says why nothing goes out, `troubles` what failed."""

    sent: int = 0
    waiting: int = 0
    held: Words | None = None
    troubles: tuple[Words, ...] = ()


def deliver(office: Office, progress: Progress = SILENT, pause: Callable[[float], None] = time.sleep) -> Delivered:
    """Every waiting message was tried once, unless what goes out is held. A file goes to nobody, and is never held."""
    mail = office.settings.mail
    with office.ledger.reading() as session:
        held = facts.held(session) if mail or office.settings.trackers else None
        letters = [m for m in outbox.waiting(session) if m.kind != outbox.TICKET]
        messages = [m for m in letters if held is None or mail is None or _goes_all_the_same(session, m)]
    progress.begin("deliver", len(messages))
    send = _by_mail(mail) if mail else _to_file(office.pages)
    urgently = _by_mail(mail, office.settings.urgent_to) if mail else _to_confidential_file(office.settings.confidential)
    total = Delivered()
    for message in messages:
        total = _added(total, _deliver(office, urgently if message.kind == outbox.URGENT else send, message))
        progress.advance()
    filed = Filed() if held else file_tickets(office, pause)
    total = _added(total, Delivered(sent=filed.sent, troubles=filed.troubles))
    with office.ledger.reading() as session:
        return replace(total, waiting=outbox.count_waiting(session), held=held)


def _goes_all_the_same(session: Session, message: tables.Message) -> bool:
    """Too many new tickets are no reason to keep back what is urgent; a person's word is."""
    return message.kind == outbox.URGENT and not facts.holds_everything(session)


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


def _by_mail(setting: MailSetting, to: tuple[str, ...] = ()) -> Send:
    """By the configured server to these, or to whom it is configured for."""
    post = Mail(setting)

    def send(message: tables.Message) -> tuple[Words, ...]:
        letter = message.payload
        return post.send(Message(message.key, letter["subject"], letter["txt"], letter["html"], to)).refused

    return send


def _to_file(pages: Path) -> Send:
    def send(message: tables.Message) -> tuple[Words, ...]:
        letter = message.payload
        try:
            for kind in ("txt", "html"):
                write_whole(pages / f"{message.kind}-{letter['date']}-{letter['patrol']}.{kind}", letter[kind].encode())
        except OSError as exc:
            reason = exc.strerror or str(exc)
            raise DeliveryFailed(words("patrol.not_written", path=exc.filename or pages, reason=reason), permanent=False) from exc
        return ()

    return send


def _to_confidential_file(folder: Path) -> Send:
    """A file that only the user who runs this may read."""

    def send(message: tables.Message) -> tuple[Words, ...]:
        letter = message.payload
        path = folder / f"{letter['date']}-{message.id}.txt"
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, f"{letter['subject']}\n\n{letter['txt']}".encode())
            path.chmod(0o600)
        except OSError as exc:
            reason = exc.strerror or str(exc)
            raise DeliveryFailed(words("patrol.not_written", path=exc.filename or path, reason=reason), permanent=False) from exc
        return ()

    return send
