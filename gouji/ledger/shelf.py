"""Publications, their versions and judgements: what is there now, and what is still to do."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from gouji.agency import Agency
from gouji.codec import from_json, to_json
from gouji.finding import Finding, Severity
from gouji.judgement import Judgement
from gouji.ledger import tables
from gouji.publication import Stage
from gouji.report import Report
from gouji.ticket import Level


def known(session: Session, source: str) -> dict[str, tables.Publication]:
    """All that a source ever showed, by location."""
    rows = session.scalars(select(tables.Publication).where(tables.Publication.source == source))
    return {row.location: row for row in rows}


def known_at(session: Session, source: str, location: str) -> tables.Publication | None:
    found = select(tables.Publication).where(tables.Publication.source == source, tables.Publication.location == location)
    return session.scalar(found)


def to_read(session: Session, reader: str) -> list[int]:
    """Publications whose bytes this reader has not read, those gone among them (their report is still last year's of another)."""
    stale = or_(
        tables.Publication.read_sha256.is_distinct_from(tables.Publication.sha256), tables.Publication.read_by.is_distinct_from(reader)
    )
    return list(session.scalars(select(tables.Publication.id).where(stale).order_by(tables.Publication.id)))


def publications(session: Session, ids: Collection[int]) -> list[tables.Publication]:
    """These publications in the order of their numbers."""
    found: list[tables.Publication] = []
    for part in _parts(sorted(set(ids))):
        wanted = select(tables.Publication).where(tables.Publication.id.in_(part)).order_by(tables.Publication.id)
        found += session.scalars(wanted)
    return found


def earlier(session: Session, version: tables.Version) -> list[tables.Version]:
    """Older readings of the same year's report: at the same place, where last year's may have stood too, or of the same body."""
    here = tables.Version.publication_id == version.publication_id
    elsewhere = tables.Version.agency_id == version.agency_id if version.sure else here
    found = select(tables.Version).where(or_(here, elsewhere), tables.Version.id < version.id, tables.Version.year == version.year)
    return list(session.scalars(found.order_by(tables.Version.id)))


def report_of(version: tables.Version) -> Report | None:
    return from_json(version.report) if version.report is not None else None


def agency_of(version: tables.Version) -> Agency | None:
    return from_json(version.agency, Agency) if version.agency is not None else None


def judgement_of(result: tables.Result, *, with_evidence: bool = False) -> Judgement:
    """The judgement; `evidence` (results for the page) only where it is wanted, because it is ten times the rest."""
    return from_json({**result.judgement, "results": result.evidence if with_evidence else ()}, Judgement)


def result_of(judgement: Judgement) -> dict[str, object]:
    """The columns of a result that come from the judgement itself."""
    said = to_json(judgement)
    evidence = said.pop("results")
    return {
        "verdict": str(judgement.verdict),
        "counts": _tally(judgement),
        "errors": sum(_stands(f, Severity.ERROR) for f in judgement.findings),
        "warnings": sum(_stands(f, Severity.WARNING) for f in judgement.findings),
        "doubts": sum(f.doubt and not f.waived for f in judgement.findings),
        "judgement": said,
        "evidence": evidence,
    }


def current(session: Session) -> Iterator[tuple[tables.Report, tables.Publication, tables.Version]]:
    """The reports that speak now, with where they stand and what was read there."""
    rows = session.execute(
        select(tables.Report, tables.Publication, tables.Version)
        .join(tables.Publication, tables.Report.publication_id == tables.Publication.id)
        .join(tables.Version, tables.Report.version_id == tables.Version.id)
        .where(tables.Report.current)
        .order_by(tables.Report.id)
    )
    return ((report, publication, version) for report, publication, version in rows)


def documents(session: Session) -> list[tuple[tables.Publication, tables.Version]]:
    """Every publication that was read, with its present version."""
    rows = session.execute(
        select(tables.Publication, tables.Version)
        .join(tables.Version, tables.Publication.version_id == tables.Version.id)
        .order_by(tables.Publication.id)
    )
    return [(publication, version) for publication, version in rows]


def unresolved(session: Session, under: str) -> list[int]:
    """Present versions whose agency was not settled under this roster."""
    stale = tables.Version.resolved_under.is_distinct_from(under)
    found = select(tables.Version.id).join(tables.Publication, tables.Publication.version_id == tables.Version.id).where(stale)
    return list(session.scalars(found.order_by(tables.Version.id)))


def reports(session: Session) -> list[tables.Report]:
    return list(session.scalars(select(tables.Report).order_by(tables.Report.id)))


def reports_by_id(session: Session, ids: Collection[int]) -> list[tables.Report]:
    """These reports in the order of their numbers."""
    found: list[tables.Report] = []
    for part in _parts(sorted(set(ids))):
        found += session.scalars(select(tables.Report).where(tables.Report.id.in_(part)).order_by(tables.Report.id))
    return found


def judged(session: Session) -> dict[tuple[int, str], int]:
    """The judgements made so far, by version and basis."""
    rows = session.execute(select(tables.Result.version_id, tables.Result.basis, tables.Result.id))
    return {(version_id, basis): result_id for version_id, basis, result_id in rows}


def rules_of_results(session: Session) -> dict[int, str]:
    """By judgement that speaks now: the hash of the rules under which it was made."""
    found = select(tables.Result.id, tables.Result.catalogue).join(tables.Report, tables.Report.result_id == tables.Result.id)
    return {result_id: rules for result_id, rules in session.execute(found)}


def under_other_rules(session: Session, rules: str) -> int:
    """How many current reports are judged under other rules than these."""
    found = select(func.count()).select_from(tables.Report).join(tables.Result, tables.Report.result_id == tables.Result.id)
    return session.scalar(found.where(tables.Report.current, tables.Result.catalogue != rules)) or 0


def with_findings(session: Session) -> list[int]:
    """The current reports that have any finding, waived or not."""
    found = select(tables.Report.id, tables.Result.counts).join(tables.Result, tables.Report.result_id == tables.Result.id)
    rows = session.execute(found.where(tables.Report.current).order_by(tables.Report.id))
    return [report_id for report_id, counts in rows if any(counts.values())]


def count_waived(session: Session) -> int:
    """How many findings of current reports people waived or withdrew."""
    found = select(tables.Result.counts).join(tables.Report, tables.Report.result_id == tables.Result.id).where(tables.Report.current)
    return sum(counts.get("waived", 0) for counts in session.scalars(found))


def to_judge(session: Session) -> list[int]:
    """The current reports without a judgement on their present basis."""
    found = select(tables.Report.id).where(tables.Report.current, tables.Report.result_id.is_(None))
    return list(session.scalars(found.order_by(tables.Report.id)))


def speaking_for(session: Session, agency_id: str, year: int) -> list[tables.Report]:
    """The current reports of this agency on this year, if agency and year are sure."""
    found = select(tables.Report).where(
        tables.Report.current, tables.Report.sure, tables.Report.agency_id == agency_id, tables.Report.year == year
    )
    return list(session.scalars(found.order_by(tables.Report.id)))


def spoken_for(session: Session, publication_id: int) -> list[object] | None:
    """The agency and the year for which this publication surely speaks now."""
    row = session.scalar(select(tables.Report).where(tables.Report.publication_id == publication_id, tables.Report.sure))
    return [row.agency_id, row.year] if row is not None else None


def with_faults(session: Session, level: Level) -> list[tuple[str, int]]:
    """Agency and year of each current report in which something stands that may be worth a ticket, or that a person confirmed."""
    confirmed = select(tables.Decision.id).where(tables.Decision.kind == "confirmed").exists()
    grave = or_(tables.Result.errors > 0, tables.Result.warnings > 0) if level == "warning" else tables.Result.errors > 0
    rows = session.execute(
        select(tables.Report.agency_id, tables.Report.year)
        .join(tables.Result, tables.Report.result_id == tables.Result.id)
        .where(tables.Report.current, tables.Report.sure, or_(grave, and_(tables.Result.doubts > 0, confirmed)))
        .distinct()
    )
    return [(agency_id, year) for agency_id, year in rows if agency_id is not None and year is not None]


class Entry(NamedTuple):
    """What a site's list calls a publication, and the year that the report behind it says."""

    title: str
    year: int


def entries(session: Session, source: str) -> list[Entry]:
    """The entries of a source's list whose reports are there and were surely read."""
    found = select(tables.Publication.listed, tables.Version.year).join(tables.Version, tables.Publication.version_id == tables.Version.id)
    there = (tables.Publication.source == source, tables.Publication.gone_at.is_(None), tables.Publication.listed.is_not(None))
    rows = session.execute(found.where(*there, tables.Version.sure).order_by(tables.Publication.id))
    return [Entry(title, year) for title, year in dict.fromkeys(rows.tuples()) if title and year]


def withdrawn(session: Session) -> set[tuple[str, int]]:
    """Agency and year of every published report that was there, surely known, and is gone."""
    found = select(tables.Version.agency_id, tables.Version.year).join(
        tables.Publication, tables.Publication.version_id == tables.Version.id
    )
    was_public = tables.Publication.stage == Stage.PUBLISHED
    rows = session.execute(found.where(tables.Publication.gone_at.is_not(None), tables.Version.sure, was_public))
    return {(agency_id, year) for agency_id, year in rows if agency_id is not None and year is not None}


def vanished(session: Session, since: datetime) -> list[tuple[tables.Publication, tables.Version]]:
    """Published reports of the web, surely known, gone by then, and for which neither another publication nor a ticket speaks."""
    publication, version, report, ticket = tables.Publication, tables.Version, tables.Report, tables.Ticket
    same_report = (report.agency_id == version.agency_id, report.year == version.year, report.current, report.sure)
    same_ticket = (ticket.agency_id == version.agency_id, ticket.year == version.year)
    found = (
        select(publication, version)
        .join(version, publication.version_id == version.id)
        .where(publication.gone_at <= since, publication.stage == Stage.PUBLISHED, publication.location.startswith("http"))
        .where(version.sure, version.readable, ~exists().where(*same_report), ~exists().where(*same_ticket))
        .order_by(publication.id)
    )
    return [(one, read) for one, read in session.execute(found)]


def all_ticket_rows() -> Select[tuple[tables.Ticket]]:
    return select(tables.Ticket).order_by(tables.Ticket.id)


def looks(session: Session) -> list[tables.SourceLook]:
    """The last look at each source ever configured."""
    return list(session.scalars(select(tables.SourceLook).order_by(tables.SourceLook.name)))


def look_at(session: Session, source: str, now: datetime) -> tables.SourceLook:
    """The last look at this source; a first one of which nothing is known yet where there was none."""
    row = session.get(tables.SourceLook, source)
    if row is None:
        row = tables.SourceLook(name=source, ok=True, looked_at=now)
        session.add(row)
    return row


def unreadable(session: Session) -> int:
    """How many documents are there that could not be read."""
    found = select(func.count()).select_from(tables.Publication).join(tables.Version, tables.Publication.version_id == tables.Version.id)
    return session.scalar(found.where(tables.Publication.gone_at.is_(None), ~tables.Version.readable)) or 0


def versions(session: Session, ids: Collection[int]) -> dict[int, tables.Version]:
    """These versions by number, in as many questions as the databases allow names in one."""
    wanted = sorted(set(ids))
    found: dict[int, tables.Version] = {}
    for part in _parts(wanted):
        found |= {v.id: v for v in session.scalars(select(tables.Version).where(tables.Version.id.in_(part)))}
    return found


def _parts(ids: Sequence[int], size: int = 500) -> Iterator[Sequence[int]]:
    return (ids[i : i + size] for i in range(0, len(ids), size))


def _tally(judgement: Judgement) -> dict[str, int]:
    """How many findings of each kind; a doubt is a doubt, whatever its severity, and what is waived neither."""
    kinds = ["waived" if f.waived else "doubt" if f.doubt else str(f.severity) for f in judgement.findings]
    return {kind: kinds.count(kind) for kind in ("error", "doubt", "warning", "info", "waived") if kind != "waived" or kind in kinds}


def _stands(finding: Finding, severity: Severity) -> bool:
    return finding.severity is severity and not finding.doubt and not finding.waived
