"""What would be sent to whom, for people and programs."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from flows.cli.formats.dump import dump
from flows.cli.voice import Voice
from flows.entries import entry_of
from flows.letters.audiences import without_mailbox
from flows.office import Office
from flows.steps.ways import Ways
from gouji.finding import Words
from gouji.ledger import facts, outbox, tables
from gouji.words import words

_NAMED = 10


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A message as it would go out now: to whom, what it says, and why it stays where it does."""

    message: tables.Message
    to: tuple[str, ...]
    subject: str
    text: str
    stays: Words | None


def write(office: Office, shape: str, voice: Voice) -> str:
    """Every message that waits, as it would go out now, and why one would not."""
    ways = Ways(office)
    with office.ledger.reading() as session:
        held = facts.held(session) if ways.lead_outside or office.settings.trackers else None
        found = [_seen(session, office, ways, message, held) for message in outbox.waiting(session)]
    bare = [agency.name for agency in without_mailbox(office)]
    if shape == "json":
        listed = [_json(waiting) for waiting in found]
        return dump({"schema": "gouji/notify-1", "messages": listed, "without_mailbox": bare})
    lines = [line for waiting in found for line in _lines(waiting, voice)] or [voice.say(words("tickets.outbox-none"))]
    if bare:
        names = "、".join(bare[:_NAMED]) + ("……" if len(bare) > _NAMED else "")
        lines.append(voice.say(words("notices.without-mailbox", count=len(bare), names=names)))
    return "\n".join(lines) + "\n"


def _seen(session: Session, office: Office, ways: Ways, message: tables.Message, held: Words | None) -> _Waiting:
    if message.kind == outbox.TICKET and message.ticket_id is not None:
        # A ticket is composed when it goes, from what the ledger holds then.
        entry = entry_of(session, office, message.ticket_id)
        return _Waiting(message, (str(message.tracker),), entry.title, entry.text.plain, held)
    letter = message.payload
    stays = _why_not(ways, message, held, all_=facts.holds_everything(session))
    return _Waiting(message, ways.recipients(message), letter["subject"], letter["txt"], stays)


def _why_not(ways: Ways, message: tables.Message, held: Words | None, *, all_: bool) -> Words | None:
    if held is not None and not ways.goes_all_the_same(message, everything=all_):
        return held
    return words("notices.quiet") if ways.is_quiet(message) else None


def _json(waiting: _Waiting) -> dict[str, Any]:
    message = waiting.message
    return {
        "key": message.key, "kind": message.kind, "to": list(waiting.to), "subject": waiting.subject, "text": waiting.text,
        "html": message.payload.get("html"), "waits": waiting.stays.as_json() if waiting.stays else None,
    }  # fmt: skip


def _lines(waiting: _Waiting, voice: Voice) -> list[str]:
    head = voice.say(words("notices.would-send", to=", ".join(waiting.to), subject=waiting.subject))
    why = [voice.say(words("notices.waits", reason=waiting.stays))] if waiting.stays else []
    text = [f"    {line}".rstrip() for line in waiting.text.rstrip().splitlines()]
    return [head, *why, *text, ""]
