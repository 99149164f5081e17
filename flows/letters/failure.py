"""A patrol that broke off: the operator hears of it at once, and it stands in the folder of logs."""

import errno
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import InterfaceError, OperationalError

from connectors.notifiers import Chat, DeliveryFailed, Mail, Message
from flows.letters.operator import OPERATOR
from gouji.clock import CHINA, shown
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.language import language
from gouji.ledger import leases
from gouji.ledger.content import digest_of
from gouji.privacy.masking import masked
from gouji.settings import Settings
from gouji.settings.secret import without_secrets
from gouji.words import words
from gouji.words.refusals import is_known, reason_of, reason_of_ledger


@contextmanager
def watched(settings: Settings, now: Callable[[], datetime]) -> Iterator[None]:
    """What breaks the block off is told to the operator and raised again."""
    try:
        yield
    except leases.Held:
        raise  # another patrol does the work
    except Exception as exc:
        report(settings, exc, now())
        raise


def report(settings: Settings, exc: Exception, now: datetime) -> Path | None:
    """The failure is in a file of the folder of logs, and whoever is the operator was told: of the same failure once a day.

    Nothing here needs the ledger, for that may be what failed. The file's path; None where not even that could be written.
    """
    tongue = language(None, settings, os.environ)
    cause = cause_of(exc)
    day = now.astimezone(CHINA).date().isoformat()
    key = digest_of(day, type(exc).__name__, cause.zh)[:12]
    path = settings.logs / f"failure-{day}-{key}.txt"
    if path.exists():
        return path
    text = clean("\n\n".join([cause.get(tongue), words("operator.log", path=path).get(tongue), words("operator.about").get(tongue)]))
    subject = clean(words("operator.subject", what=words("operator.crashed")).get(tongue))
    untold = [trouble.get(tongue) for trouble in _send(settings, Message(f"failure-{key}-{settings.path}", subject, text))]
    whole = [f"{shown(now)}  {settings.path}", text, *untold, "".join(traceback.format_exception(exc))]
    return _written(path, clean("\n\n".join(whole)))


def cause_of(exc: Exception) -> Words:
    """What failed, as one sentence with what to do."""
    first = exc.orig if isinstance(exc, (OperationalError, InterfaceError)) and exc.orig else exc
    if isinstance(exc, OSError) and exc.errno in (errno.ENOSPC, errno.EDQUOT) or "disk is full" in str(first):
        return words("operator.disk-full")
    if isinstance(exc, OSError) and is_known(exc):
        key = "operator.machine" if exc.filename is None else "operator.file"
        return words(key, path=exc.filename, reason=reason_of(exc))
    if isinstance(exc, (OperationalError, InterfaceError)):
        return words("operator.ledger", reason=reason_of_ledger(first))
    if isinstance(exc, GoujiError):
        return exc.words
    return words("operator.unexpected", kind=type(exc).__name__, reason=_one_line(str(first))[:300])


def clean(text: str) -> str:
    """The text without secrets and without numbers of persons."""
    return masked(without_secrets(text))


def _send(settings: Settings, message: Message) -> Iterator[Words]:
    """Every way to the operator is tried; why those that failed did."""
    operator = settings.operator
    ways: list[tuple[Mail | Chat, tuple[str, ...]]] = []
    if operator and operator.to and settings.mail:
        ways.append((Mail(settings.mail), operator.to))
    if operator and operator.url:
        ways.append((Chat(operator.url, OPERATOR), ()))
    ways += [(Chat(notice.url, notice.key), ()) for notice in settings.notices if notice.to == "operator"]
    for way, to in ways:
        try:
            way.send(Message(message.key, message.subject, message.text, to=to))
        except DeliveryFailed as exc:
            yield exc.words


def _written(path: Path, text: str) -> Path | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError:
        return None  # the disk may be what failed; the sentence of the failure itself still reaches whoever started this
    return path


def _one_line(text: str) -> str:
    return " ".join(text.split())
