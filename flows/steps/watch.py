"""What of a patrol's working the operator should know: dead sources, and that they are back; pages not written; a patrol cut off."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.letters.operator import has_operator, tell_operator
from flows.office import Office
from flows.steps.discover import Look
from flows.steps.publish import Published
from gouji.clock import shown
from gouji.finding import Words
from gouji.ledger import facts, tables
from gouji.words import words

_DEAD = "dead-sources"  # the fact that names the sources of whose failure the operator was told


def watch(office: Office, number: int, looks: tuple[Look, ...], published: Published | None = None) -> None:
    """The operator has a message that waits about what failed, each failure once, and once when it is over."""
    if office.rehearsal or not has_operator(office.settings):
        return
    with office.ledger.reading() as session:
        dead = set((facts.fact(session, _DEAD) or {}).get("names", ()))
        cut_off = _cut_off(session, office, number)
    failing = {look.name: look.message for look in looks if look.message}
    died, back = failing.keys() - dead, (dead & {look.name for look in looks}) - failing.keys()
    trouble = published.trouble if published else None
    if not (died or back or cut_off or trouble):
        return
    with office.ledger.writing("watch: operator") as session:
        for name in sorted(died):
            _tell(session, office, f"dead-{number}-{name}", words("operator.source-dead", name=name), failing[name])
        for name in sorted(back):
            _tell(session, office, f"back-{number}-{name}", words("operator.source-back", name=name), None)
        if cut_off:
            at = shown(cut_off.started_at)
            _tell(session, office, f"cut-off-{cut_off.id}", words("operator.cut-off"), words("operator.cut-off-at", at=at))
        if trouble:
            _tell(session, office, f"pages-{office.today}", words("operator.pages"), trouble)
        facts.state(session, _DEAD, {"names": sorted((dead | died) - back)})


def _tell(session: Session, office: Office, key: str, subject: Words, sentence: Words | None) -> None:
    tell_operator(session, office, key, subject, (sentence,) if sentence else (subject,))


def _cut_off(session: Session, office: Office, number: int) -> tables.Patrol | None:
    """The patrol before this one, where it neither got to its end nor said why not: killed, or the power went."""
    before = session.scalar(select(tables.Patrol).where(tables.Patrol.id < number).order_by(tables.Patrol.id.desc()).limit(1))
    if before is None or before.ended_at is not None:
        return None
    told = [path for path in office.settings.logs.glob("failure-*.txt") if _written(path.stat().st_mtime) >= before.started_at]
    return None if told else before


def _written(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
