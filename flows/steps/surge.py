"""What suddenly fires as never before: one rule, one release of gouji, or one source."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from flows.office import Office
from gouji.ledger import facts, patrols, tables
from gouji.ticket import FindingStatus

TIMES = 3  # as often as before
PATROLS = 10  # whole ones, that before is taken from

Kind = Literal["rule", "tool", "source"]


@dataclass(frozen=True, slots=True)
class Surge:
    """`now` findings came on tickets over `reports` judged since the last whole patrol; `before` over `earlier` in those before it."""

    kind: Kind
    name: str
    now: int
    reports: int
    before: int
    earlier: int


def surges(session: Session, office: Office) -> list[Surge]:
    """What fires at least three times as often by report as in the last whole patrols; few findings are no surge.

    A source that was never looked at whole before has no before, and is left to the number of tickets.
    """
    last = patrols.last(session)
    if last is None or last.ended_at is None:
        return []
    since = _since(session, last.ended_at)
    first = _first(session)
    found = []
    for kind, now, reports, before, earlier in _counted(session, first, since):
        limit = office.settings.brake.tickets
        for name, count in sorted(now.items()):
            judged, judged_before = reports[name], earlier[name]
            if count > limit and judged and judged_before and count * judged_before >= TIMES * before[name] * judged:
                found.append(Surge(kind, name, count, judged, before[name], judged_before))
    return found


def _since(session: Session, ended: datetime) -> datetime:
    """The end of the last whole patrol, or the moment of what was told last: a recheck may have come between."""
    told = facts.fact(session, "told")
    event = session.get(tables.Event, told["through"]) if told else None
    return max(ended, event.at) if event else ended


def _first(session: Session) -> datetime:
    """When the oldest of the last whole patrols began."""
    whole = select(tables.Patrol.started_at).where(tables.Patrol.ended_at.is_not(None)).order_by(tables.Patrol.id.desc()).limit(PATROLS)
    return session.scalars(whole).all()[-1]


Counts = tuple[Kind, Mapping[str, int], Mapping[str, int], Mapping[str, int], Mapping[str, int]]


def _counted(session: Session, first: datetime, since: datetime) -> Iterator[Counts]:
    """By kind: findings now, reports now, findings before, reports before, each by name."""
    source, tool = tables.Publication.source, tables.Result.tool
    sources, sources_before = _reports(session, source, since, None), _reports(session, source, first, since)
    judged, judged_before = sum(sources.values()), sum(sources_before.values())
    rules, rules_before = _findings(session, since, None), _findings(session, first, since)
    yield "rule", rules, _all(rules, judged), rules_before, _all(rules, judged_before)
    # That a release fires as never before can only be said of one that is new.
    known = _reports(session, tool, first, since)
    tools = {name: count for name, count in _by_tool(session, since).items() if name not in known}
    yield "tool", tools, _reports(session, tool, since, None), _all(tools, sum(rules_before.values())), _all(tools, judged_before)
    if len({*sources, *sources_before}) > 1:
        yield "source", _by_source(session, since, None), sources, _by_source(session, first, since), sources_before


def _all(names: Mapping[str, int], count: int) -> Counter[str]:
    return Counter(dict.fromkeys(names, count))


def _reports(session: Session, name: Any, after: datetime, until: datetime | None) -> Counter[str]:
    """How many versions of reports were judged, by source or gouji; one that was judged again counts once."""
    asked = (
        select(name, func.count(tables.Version.id.distinct()))
        .select_from(tables.Result)
        .join(tables.Version, tables.Result.version_id == tables.Version.id)
        .join(tables.Publication, tables.Version.publication_id == tables.Publication.id)
        .group_by(name)
    )
    rows = session.execute(_between(asked, tables.Result.judged_at, after, until))
    return Counter({called: count for called, count in rows})


def _findings(session: Session, after: datetime, until: datetime | None) -> Counter[str]:
    """How many findings came on tickets, by rule; those withdrawn since, and those without a report, count for nothing."""
    asked = _with_reports(select(tables.TicketFinding.rule, _distinct())).group_by(tables.TicketFinding.rule)
    rows = session.execute(_standing(_between(asked, tables.TicketFinding.first_seen, after, until)))
    return Counter({rule: count for rule, count in rows})


def _by_source(session: Session, after: datetime, until: datetime | None) -> Counter[str]:
    asked = _with_reports(select(tables.Publication.source, _distinct()))
    asked = asked.join(tables.Publication, tables.Report.publication_id == tables.Publication.id).group_by(tables.Publication.source)
    rows = session.execute(_standing(_between(asked, tables.TicketFinding.first_seen, after, until)))
    return Counter({source: count for source, count in rows})


def _by_tool(session: Session, after: datetime) -> Counter[str]:
    asked = _with_reports(select(tables.Result.tool, _distinct()))
    asked = asked.join(tables.Result, tables.Report.result_id == tables.Result.id).group_by(tables.Result.tool)
    rows = session.execute(_standing(_between(asked, tables.TicketFinding.first_seen, after, None)))
    return Counter({tool: count for tool, count in rows})


def _distinct() -> Any:
    return func.count(tables.TicketFinding.id.distinct())


def _with_reports(asked: Select[Any]) -> Select[Any]:
    """Each finding with the current reports that its ticket speaks of."""
    report = (tables.Report.agency_id == tables.Ticket.agency_id) & (tables.Report.year == tables.Ticket.year) & tables.Report.current
    return (
        asked.select_from(tables.TicketFinding)
        .join(tables.Ticket, tables.TicketFinding.ticket_id == tables.Ticket.id)
        .join(tables.Report, report & tables.Report.sure)
    )


def _standing(asked: Select[Any]) -> Select[Any]:
    return asked.where(tables.TicketFinding.status.not_in((FindingStatus.RETRACTED, FindingStatus.RECORDED)))


def _between(asked: Select[Any], column: Any, after: datetime, until: datetime | None) -> Select[Any]:
    return asked.where(column > after) if until is None else asked.where(column >= after, column <= until)
