"""What would be sent to whom, for people and programs."""

from typing import Any

from flows.cli.formats.dump import dump
from flows.cli.voice import Voice
from flows.letters.audiences import without_mailbox
from flows.office import Office
from flows.steps.ways import Ways
from gouji.finding import Words
from gouji.ledger import facts, outbox, tables
from gouji.words import words

_NAMED = 10


def write(office: Office, shape: str, voice: Voice) -> str:
    """Every message that waits, as it would go out now, and why one would not."""
    ways = Ways(office)
    with office.ledger.reading() as session:
        messages = outbox.waiting(session)
        held = facts.held(session) if ways.lead_outside else None
        stay = {m.id: _why_not(ways, m, held, all_=facts.holds_everything(session)) for m in messages}
    bare = [agency.name for agency in without_mailbox(office)]
    if shape == "json":
        listed = [_json(ways, message, stay[message.id]) for message in messages]
        return dump({"schema": "gouji/notify-1", "messages": listed, "without_mailbox": bare})
    lines = [line for message in messages for line in _lines(ways, message, stay[message.id], voice)]
    if bare:
        names = "、".join(bare[:_NAMED]) + ("……" if len(bare) > _NAMED else "")
        lines.append(voice.say(words("notices.without-mailbox", count=len(bare), names=names)))
    return "\n".join(lines or [voice.say(words("tickets.outbox-none"))]) + "\n"


def _why_not(ways: Ways, message: tables.Message, held: Words | None, *, all_: bool) -> Words | None:
    if held is not None and not ways.goes_all_the_same(message, everything=all_):
        return held
    return words("notices.quiet") if ways.is_quiet(message) else None


def _json(ways: Ways, message: tables.Message, stays: Words | None) -> dict[str, Any]:
    letter = message.payload
    return {
        "key": message.key, "kind": message.kind, "to": list(ways.recipients(message)), "subject": letter["subject"], "text": letter["txt"],
        "html": letter.get("html"), "waits": stays.as_json() if stays else None,
    }  # fmt: skip


def _lines(ways: Ways, message: tables.Message, stays: Words | None, voice: Voice) -> list[str]:
    to = ", ".join(ways.recipients(message))
    head = voice.say(words("notices.would-send", to=to, subject=message.payload["subject"]))
    why = [voice.say(words("notices.waits", reason=stays))] if stays else []
    text = [f"    {line}".rstrip() for line in str(message.payload["txt"]).rstrip().splitlines()]
    return [head, *why, *text, ""]
