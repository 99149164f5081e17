"""Messages not yet delivered, for people and programs."""

from typing import Any

from sqlalchemy.orm import Session

from flows.cli.formats.dump import dump
from flows.cli.layout import indent, plain
from flows.cli.voice import Voice
from gouji.clock import shown
from gouji.codec import from_json
from gouji.finding import Words
from gouji.ledger import outbox, tables
from gouji.words import words


def write(session: Session, shape: str, voice: Voice) -> str:
    messages = outbox.undelivered(session)
    if shape == "json":
        return dump({"schema": "gouji/outbox-1", "messages": [_json(message) for message in messages]})
    if not messages:
        return voice.say(words("tickets.outbox-none")) + "\n"
    lines = [line for message in messages for line in _lines(message, voice)]
    return "\n".join([*lines, "", voice.say(words("tickets.outbox-how"))]) + "\n"


def _json(message: tables.Message) -> dict[str, Any]:
    trouble = _trouble(message)
    return {
        "id": str(message.id),
        "key": message.key,
        "kind": message.kind,
        "subject": message.payload.get("subject"),
        "tracker": message.tracker,
        "ticket": message.ticket_id,
        "state": message.state,
        "attempts": message.attempts,
        "created_at": message.created_at.isoformat(),
        "next_try": message.next_try.isoformat() if message.next_try else None,
        "reason": trouble.as_json() if trouble else None,
    }


def _lines(message: tables.Message, voice: Voice) -> list[str]:
    trouble = _trouble(message)
    state = voice.say(words(f"tickets.outbox-{message.state}"))
    tries = voice.say(words("tickets.outbox-tries", count=message.attempts))
    kind = voice.say(words(f"tickets.outbox-{message.kind}"))
    head = f"#{message.id}  {kind}  {state}  {shown(message.created_at)}  {tries}  {_subject(message)}"
    return [head, *(indent(voice.say(trouble), "    ", 80) if trouble else [])]


def _subject(message: tables.Message) -> str:
    return plain(str(message.payload.get("subject") or ""))


def _trouble(message: tables.Message) -> Words | None:
    return from_json(message.trouble, Words) if message.trouble else None
