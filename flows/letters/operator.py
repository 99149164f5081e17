"""What the operator is told: that the software, the machine or a source failed. Never in the office's letter."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from flows.office import Office
from gouji.clock import shown
from gouji.finding import Words
from gouji.ledger import facts, outbox, patrols
from gouji.settings import Settings
from gouji.settings.secret import without_secrets
from gouji.words import words

OPERATOR = "operator"


def has_operator(settings: Settings) -> bool:
    """Whether anybody is configured to hear of failures."""
    return settings.operator is not None or any(notice.to == "operator" for notice in settings.notices)


def tell_operator(session: Session, office: Office, key: str, subject: Words, sentences: Sequence[Words]) -> None:
    """One message for each way to the operator waits; of one key once."""
    patrol = patrols.current(session)
    for way, address in _ways(office.settings):
        letter = {**letter_of(office, subject, sentences), **address, "patrol": patrol}
        outbox.put(session, f"operator-{key}-{way}@{facts.ledger_id(session)}", OPERATOR, letter, office.now(), patrol)


def letter_of(office: Office, subject: Words, sentences: Sequence[Words]) -> dict[str, Any]:
    """Subject and text in the office's language, without secrets."""
    language = office.language
    fill = {
        "language": language, "subject": words("operator.subject", what=subject).get(language), "at": shown(office.now()),
        "host": str(office.settings.path), "sentences": [sentence.get(language) for sentence in sentences],
        "about": words("operator.about").get(language),
    }  # fmt: skip
    text = office.texts.render("operator.txt", language, fill)
    date = office.today.isoformat()
    return {"subject": without_secrets(str(fill["subject"])), "date": date, "txt": without_secrets(text), "html": None}


def _ways(settings: Settings) -> list[tuple[str, dict[str, Any]]]:
    operator = settings.operator
    found: list[tuple[str, dict[str, Any]]] = []
    if operator and operator.to and settings.mail:
        found.append(("mail", {"to": list(operator.to)}))
    if operator and operator.url:
        found.append(("url", {"notice": OPERATOR}))
    return found + [(f"notice:{notice.key}", {"notice": notice.key}) for notice in settings.notices if notice.to == "operator"]
