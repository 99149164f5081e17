"""The letter that tells an office what changed, composed once and kept until it is sent."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from sqlalchemy.orm import Session

from flows.office import Office
from flows.steps.brake import brake
from flows.steps.news import News, news_of
from gouji.clock import CHINA
from gouji.finding import Words
from gouji.ledger import events, facts, outbox, patrols
from gouji.words import words

TOLD = "told"
PARTS = ("retracted", "failed", "missing", "reminders", "corrected", "appeared", "unreadable", "waiting", "withdrawn", "sources")


def write_digest(session: Session, office: Office) -> None:
    """What happened since the last letter waits to be sent, in the transaction that marks it as told.

    After a patrol that was cut off, the next one tells of both: what was told last is a mark in the ledger.
    """
    told = facts.fact(session, TOLD) or {"through": 0}
    happened = events.since(session, told["through"])
    if not happened:
        return
    brake(session, office, happened)
    news = news_of(session, happened)
    through = happened[-1].id
    if news:
        patrol = patrols.current(session)
        key = f"digest-{through}@{facts.ledger_id(session)}"
        outbox.put(session, key, "digest", {**_letter(office, news, patrol), "since": told["through"]}, office.now(), patrol)
    facts.state(session, TOLD, {"through": through})


def _letter(office: Office, news: News, patrol: int) -> dict[str, object]:
    """Subject, text and HTML, as they will be sent whenever that is."""
    language = office.language
    date = office.now().astimezone(CHINA).date().isoformat()
    subject = _subject(news).get(language)

    def say(key: str, **values: object) -> str:
        return words(f"digest.{key}", **values).get(language)

    def said(sentence: Words) -> str:
        return sentence.get(language)

    fill: dict[str, object] = {
        "language": language, "subject": subject, "date": date, "pages": str(office.pages / "index.html"),
        "parts": [(say(f"{name}_heading"), getattr(news, name)) for name in PARTS if getattr(news, name)],
    }  # fmt: skip
    return {"subject": subject, "date": date, "patrol": patrol, **{kind: _render(kind, fill, say, said) for kind in ("txt", "html")}}


def _subject(news: News) -> Words:
    counts = {name: len(getattr(news, name)) for name in PARTS}
    parts = [words(f"digest.{name}_count", count=count) for name, count in counts.items() if count]
    return words("digest.subject", news=Words("，".join(p.zh for p in parts), ", ".join(p.en for p in parts)))


def _render(kind: str, fill: dict[str, object], say: Callable[..., str], said: Callable[[Words], str]) -> str:
    return _template(kind).render(**fill, say=say, said=said)


@cache
def _template(kind: str) -> Template:
    # Names and sentences come from strangers' documents: whatever is in them is text.
    loader = PackageLoader("flows.steps", "templates")
    environment = Environment(loader=loader, autoescape=kind == "html", undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template(f"digest.{kind}")
