"""What the front page says of the roster: who owes a report, and how many of each superior's bodies have published."""

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from gouji.finding import Words
from gouji.ledger import duties, tables
from gouji.words import words

if TYPE_CHECKING:
    from expectations.data_docs import MissingLine, RosterLine


def roster_lines(session: Session) -> "tuple[tuple[MissingLine, ...], tuple[RosterLine, ...]]":
    """A line for each body without a report, the gravest first, and one for each superior and year."""
    owed = duties.all_duties(session)
    without = sorted((d for d in owed if d.state not in ("published", "excused")), key=_rank)
    return tuple(map(_missing, without)), tuple(_by_superior(owed))


def why(duty: tables.Duty) -> Words | None:
    """What there is to say of it beside its state."""
    if finding := duties.finding_of(duty):
        return finding.message
    if duty.why is None:
        return None
    return words(f"judging.excused-{duty.why}" if duty.state == "excused" else f"judging.reason-{duty.why}")


def _missing(duty: tables.Duty) -> "MissingLine":
    from expectations.data_docs import MissingLine

    days = (duty.until - duty.due).days if duty.until and duty.due and duty.state in ("missing", "doubt") else None
    finding = duties.finding_of(duty)
    lists, more = (finding.evidence, finding.more_evidence) if finding else ((), 0)
    return MissingLine(duty.agency, duty.year, why(duty), duty.superior, duty.due, days, duty.until, duty.state, lists, more)


def _by_superior(owed: list[tables.Duty]) -> "list[RosterLine]":
    from expectations.data_docs import RosterLine

    groups: dict[tuple[int, str], list[tables.Duty]] = defaultdict(list)
    for duty in owed:
        groups[-duty.year, duty.superior or ""].append(duty)
    return [RosterLine(superior or None, -year, duties.tally(own)) for (year, superior), own in sorted(groups.items())]


def _rank(duty: tables.Duty) -> tuple[int, int, str, str]:
    return duties.STATES.index(duty.state), -duty.year, duty.superior or "", duty.agency
