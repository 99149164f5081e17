"""Too much at once is more likely our fault than theirs: nothing goes out until a person has looked."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from flows.office import Office
from flows.steps.surge import Surge, surges
from gouji.finding import Words
from gouji.ledger import patrols, tables
from gouji.words import words


def too_much(session: Session, office: Office, happened: Sequence[tables.Event]) -> Words | None:
    """The one question to the operator, with all causes, where these events tell of too many new tickets, or of a rule, release or
    source that fires as never before. Never on a ledger's first whole patrol: there is no before.
    """
    if not patrols.any_whole(session):
        return None
    causes = [*_many(session, office, happened), *(cause for surge in surges(session, office) for cause in _sudden(surge))]
    if not causes:
        return None
    said = Words("".join(cause.zh for cause in causes), " ".join(cause.en for cause in causes))
    return words("patrol.held", causes=said, run=patrols.current(session))


def _many(session: Session, office: Office, happened: Sequence[tables.Event]) -> Iterator[Words]:
    opened = sum(event.kind == "opened" for event in happened)
    limit = office.settings.brake
    known = len(office.roster.agencies) if office.roster else session.scalar(select(func.count()).select_from(tables.Agency)) or 0
    if opened > limit.tickets and opened > limit.share * known:
        yield words("patrol.braked", opened=opened, known=known)


def _sudden(surge: Surge) -> Iterator[Words]:
    values = {"name": surge.name, "now": surge.now, "reports": surge.reports, "before": surge.before, "earlier": surge.earlier}
    yield words(f"patrol.surge-{surge.kind}", **values)
