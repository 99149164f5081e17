"""What persons said of the findings on tickets: written down, never changed, and laid over judgements as waivers."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from gouji.ledger import facts, tables
from gouji.ticket import Act, ActKind, FindingStatus, Ticket
from gouji.waivers import Waiver

_KINDS = {
    ActKind.WAIVE: FindingStatus.WAIVED, ActKind.DISPUTE: FindingStatus.DISPUTED, ActKind.RETRACT: FindingStatus.RETRACTED,
    ActKind.REOPEN: "reopened",
}  # fmt: skip


def write(
    session: Session, ticket: Ticket, act: Act, fingerprints: Sequence[str], now: datetime, versions: Mapping[str, str], tool: str | None
) -> None:
    """The person's word on each of these findings stands in the ledger.

    What is withdrawn is so for these versions of the rules; where `tool` is given, for that gouji only.
    """
    rules = {f.fingerprint: f.finding.rule for f in ticket.findings}
    for fingerprint in fingerprints:
        rule = rules[fingerprint] if act.kind is ActKind.RETRACT else None
        session.add(
            tables.Decision(
                at=now, by=act.by, kind=str(_KINDS[act.kind]), fingerprint=fingerprint, reason=act.reason, ticket_id=ticket.id,
                until=act.until, rule=rule, rule_version=versions.get(rule) if rule else None, tool=tool if rule else None,
            )
        )  # fmt: skip
    session.flush()


def waivers(session: Session) -> tuple[Waiver, ...]:
    """All that persons waived or withdrew on tickets and did not open again, in the order in which they did."""
    last: dict[str, tables.Decision] = {}
    for decision in session.scalars(select(tables.Decision).where(tables.Decision.ticket_id.is_not(None)).order_by(tables.Decision.id)):
        if decision.kind in (FindingStatus.WAIVED, FindingStatus.RETRACTED):
            last[decision.fingerprint] = decision
        elif decision.kind == "reopened":
            last.pop(decision.fingerprint, None)
    whose = {row.id: (row.agency_id, row.year) for row in session.scalars(select(tables.Ticket))} if last else {}
    return tuple(_waiver(decision, *whose[decision.ticket_id or 0]) for decision in last.values())


def last_word(session: Session, fingerprint: str) -> tables.Decision | None:
    """What a person said last of this finding."""
    found = select(tables.Decision).where(tables.Decision.fingerprint == fingerprint)
    return session.scalar(found.order_by(tables.Decision.id.desc()).limit(1))


def is_last_word(session: Session, act: Act, fingerprint: str) -> bool:
    """Whether the person's last word on this finding says just that already."""
    word = last_word(session, fingerprint) if act.kind in _KINDS else None
    return word is not None and (word.kind, word.reason, word.until) == (str(_KINDS[act.kind]), act.reason, act.until)


def _waiver(decision: tables.Decision, agency_id: str, year: int) -> Waiver:
    withdrawn = decision.kind == FindingStatus.RETRACTED
    return Waiver(
        decision.until, decision.reason or "", decision.by, agency=agency_id, fingerprints=(decision.fingerprint,), year=year,
        withdrawn=withdrawn, made_by=decision.rule, version=decision.rule_version, tool=decision.tool,
    )  # fmt: skip


def keep_versions(session: Session, rules: str, versions: Mapping[str, str]) -> None:
    """Of rules with this hash it is known from now on by what each decides."""
    if facts.fact(session, f"rules-{rules}") is None:
        facts.state(session, f"rules-{rules}", dict(versions))


def versions_under(session: Session, rules: str) -> Mapping[str, str] | None:
    """By what each rule decided when the rules had this hash; None where that was not kept."""
    return facts.fact(session, f"rules-{rules}")
