"""What the reports of a year share in their text, reckoned anew where one of them changed and kept in the ledger.

A judgement rests only on what is near another's (gouji.likeness.WORTH), so a report that comes in January sends no other to be
judged again, unless it is the one that is like it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.office import Office
from gouji.agency import Agency
from gouji.codec import from_json, to_json
from gouji.ledger import facts, shelf, tables
from gouji.ledger.content import digest_of
from gouji.likeness import Likeness, Prose, likenesses, prose

_FACT = "likeness"

Shared = Mapping[int, tuple[Likeness, ...]]


def compare(office: Office) -> None:
    """Brings what the ledger keeps of every year up to date."""
    with office.ledger.reading() as session:
        kept = facts.fact(session, _FACT) or {}
        years = _by_year(session)
        due = {year: digest_of([[v.id, v.content, v.reader, v.agency] for v in versions]) for year, versions in years.items()}
        stale = [year for year in years if kept.get(year, {}).get("digest") != due[year]]
        found = {year: {"digest": due[year], "found": _compared(session, years[year])} for year in stale}
    if found or set(kept) - set(years):
        with office.ledger.writing("judge: compared") as session:
            facts.state(session, _FACT, {**{year: kept[year] for year in years if year in kept}, **found})


def shared(session: Session) -> Shared:
    """By the number of a version what its text shares with other bodies'; nothing for one that was not compared."""
    kept = facts.fact(session, _FACT) or {}
    entries = [entry for year in kept.values() for entry in year["found"].items()]
    return {int(version): tuple(from_json(one, Likeness) for one in found) for version, found in entries}


def basis_of(likeness: Sequence[Likeness] | None) -> list[object] | None:
    """What a judgement rests on."""
    return None if likeness is None else [[one.section, one.characters, one.shingles, one.shared, one.peer] for one in likeness if one.near]


def _by_year(session: Session) -> dict[str, list[tables.Version]]:
    """The present versions of which body and year are sure."""
    years: dict[str, list[tables.Version]] = defaultdict(list)
    for publication, version in shelf.documents(session):
        if publication.gone_at is None and version.sure and version.readable:
            years[str(version.year)].append(version)
    return years


def _compared(session: Session, versions: Sequence[tables.Version]) -> dict[str, list[dict[str, Any]]]:
    found = zip(versions, likenesses([_prose(session, version) for version in versions]), strict=True)
    return {str(version.id): [to_json(one) for one in likeness] for version, likeness in found if likeness is not None}


def _prose(session: Session, version: tables.Version) -> Prose:
    # The column alone: on the row it would stay in memory, and a year's reports are gigabytes when unpacked.
    report = session.scalar(select(tables.Version.report).where(tables.Version.id == version.id))
    agency = from_json(version.agency, Agency)
    sections = report["sections"] if report else ()
    texts = {s["number"]: "\n".join(p["text"] for p in s["paragraphs"]) for s in sections if s["number"] is not None}
    return prose(agency.id, agency.name, agency.aliases, texts)
