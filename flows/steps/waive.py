"""What an organisation waives, and what persons waived and withdrew on tickets, is laid over the judgements that stand,
and taken off them when its day is over."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy.orm import Session

from expectations.conclusion import with_waivers
from expectations.versions import versions
from flows.office import Office
from gouji.codec import from_json, to_json
from gouji.ledger import facts, said, shelf, tables
from gouji.ledger.people import People, people
from gouji.waivers import Waiver, applying

_LAID = "waivers"
_BATCH = 200


def waive(office: Office) -> None:
    """All judgements are as the waivers that hold today want them. Looked at only where other ones hold than last time."""
    holding = office.waivers
    with office.ledger.reading() as session:
        before = _laid(session)
        if before == list(holding):
            return
        ids = _meant(session, set(before) ^ set(holding)) if before is not None else shelf.with_findings(session)
    for i in range(0, len(ids), _BATCH):
        with office.ledger.writing("judge: waivers") as session:
            known = people(session)
            for row in shelf.reports_by_id(session, ids[i : i + _BATCH]):
                _lay(session, office, row, known, holding)
    with office.ledger.writing("judge: waivers laid") as session:
        facts.state(session, _LAID, {"holding": [to_json(waiver) for waiver in holding]})


def waivers_for(session: Session, office: Office, result: tables.Result, holding: Sequence[Waiver]) -> tuple[Waiver, ...]:
    """Of these the ones that hold for a judgement made by the rules and the gouji of then."""
    if not any(waiver.made_by or waiver.tool for waiver in holding):
        return tuple(holding)
    then = said.versions_under(session, result.catalogue)
    return applying(holding, versions(office.rulebook.catalogue) if then is None else then, result.tool)


def _laid(session: Session) -> list[Waiver] | None:
    """What was laid last; None where an earlier gouji kept only a hash of it."""
    kept: dict[str, Any] = facts.fact(session, _LAID) or {"holding": []}
    return [from_json(waiver, Waiver) for waiver in kept["holding"]] if isinstance(kept["holding"], list) else None


def _meant(session: Session, waivers: Collection[Waiver]) -> list[int]:
    """The current reports with findings of which one of these may speak."""
    ids = shelf.with_findings(session)
    if not all(waiver.agency and waiver.year and waiver.fingerprints for waiver in waivers):
        return ids
    meant = {(waiver.agency, waiver.year) for waiver in waivers}
    rows = shelf.reports_by_id(session, ids)
    # A person's word on a ticket names the agency by its id; that of an organisation's file may name it as it likes.
    known = {agency for agency, _ in meant} <= {row.agency_id for row in rows}
    return [row.id for row in rows if (row.agency_id, row.year) in meant] if known else ids


def _lay(session: Session, office: Office, row: tables.Report, known: People, holding: Sequence[Waiver]) -> None:
    version = session.get_one(tables.Version, row.version_id)
    report = known.report(session.get_one(tables.Publication, row.publication_id), version)
    result = session.get_one(tables.Result, row.result_id)
    before = shelf.judgement_of(result)
    waivers = waivers_for(session, office, result, holding)
    after = with_waivers(before, waivers, report, shelf.agency_of(version)) if report else before
    if after != before:
        for column, value in shelf.result_of(after).items():
            if column != "evidence":
                setattr(result, column, value)
