"""That a report may hold somebody's personal data is told at once, by a way that is not the public one."""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy.orm import Session

from flows.office import Office
from gouji.clock import CHINA
from gouji.ledger import facts, outbox, patrols
from gouji.ledger.content import digest_of
from gouji.ledger.waiting import Waiting
from gouji.words import words

# A list of persons may hold thousands of numbers; whoever is told looks at the file.
_LISTED = 20


def write_urgent(session: Session, office: Office, items: Sequence[Waiting]) -> None:
    """One message a document about these numbers waits to be sent; each number is told of once, whatever becomes of the message."""
    for _, own in groupby(sorted(items, key=lambda item: item.publication_id), key=lambda item: item.publication_id):
        found = list(own)
        key = f"urgent-{digest_of(*(item.key for item in found))[:32]}@{facts.ledger_id(session)}"
        patrol = patrols.current(session)
        outbox.put(session, key, outbox.URGENT, {**_letter(office, found), "patrol": patrol}, office.now(), patrol)


def _letter(office: Office, found: Sequence[Waiting]) -> dict[str, object]:
    language, first = office.language, found[0]
    subject = words("urgent.subject", count=len(found)).get(language)
    lines = [
        words("urgent.report", subject=first.subject), words("urgent.file", source=first.source, location=first.location),
        *(words("urgent.number", message=item.words, fingerprint=item.fingerprint) for item in found[:_LISTED]),
        *([words("urgent.more", count=len(found) - _LISTED)] if len(found) > _LISTED else []),
        words("urgent.what-to-do"), words("urgent.machine"),
    ]  # fmt: skip
    date = office.now().astimezone(CHINA).date().isoformat()
    return {"subject": subject, "date": date, "txt": "\n\n".join(line.get(language) for line in lines) + "\n", "html": None}
