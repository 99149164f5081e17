"""Patrols that nobody made while `gouji serve` was down: the operator is told when it starts again."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from flows.letters.operator import has_operator, tell_operator
from flows.office import open_office
from flows.steps.deliver import deliver_to_operator
from gouji.clock import shown
from gouji.ledger import exists, tables
from gouji.settings import Settings
from gouji.settings.cron import fires_at
from gouji.words import words

_LOOK_BACK = timedelta(days=60)


def tell_missed(settings: Settings, now: Callable[[], datetime]) -> None:
    """The operator was told of the patrols that were due since the last one began, if there were any; each stop of the service once."""
    if not has_operator(settings) or not exists(settings.ledger_url):
        return
    with open_office(settings, now=now) as office:
        with office.ledger.reading() as session:
            last = session.scalar(select(tables.Patrol).order_by(tables.Patrol.id.desc()).limit(1))
        count = missed(settings, last.started_at, now()) if last else 0
        if last is None or not count:
            return
        with office.ledger.writing("serve: missed") as session:
            since = words("operator.missed-since", at=shown(last.started_at), count=count)
            tell_operator(session, office, f"missed-{last.id}", words("operator.missed", count=count), (since,))
        deliver_to_operator(office)


def missed(settings: Settings, since: datetime, now: datetime) -> int:
    """How many times the schedule fired after this moment and before now, as far back as it is worth counting."""
    moment = max(since, now - _LOOK_BACK).astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=1)
    count = 0
    while moment < now - timedelta(minutes=1):
        local = moment.astimezone(settings.zone)
        count += any(fires_at(cron, local) for cron in settings.schedule.cron)
        moment += timedelta(minutes=1)
    return count
