"""What stands on the page of one document, and in its row of the index."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from flows.office import Office
from flows.steps.shown import Shown
from gouji.codec import from_json
from gouji.finding import Verdict, Words
from gouji.ledger import shelf, tables
from gouji.ledger.people import people
from gouji.ledger.revisions import revisions
from gouji.privacy import is_private, public
from gouji.recognition.otherwise import why_no_table
from gouji.version import version

if TYPE_CHECKING:
    from expectations.data_docs import IndexRow, ReportPage


def page_of(session: Session, office: Office, shown: Shown) -> "ReportPage":
    from expectations.data_docs import ReportPage

    present = session.get_one(tables.Version, shown.version.id)
    result = session.get(tables.Result, shown.report.result_id) if shown.report.result_id else None
    publication = shown.publication
    report = people(session).report(publication, present)
    look = session.get(tables.SourceLook, publication.source)
    return ReportPage(
        id=shown.id, source=publication.source, location=publication.location, sha256=present.sha256,
        report=report,
        judgement=public(shelf.judgement_of(result, with_evidence=True)) if result and report else None,
        agency=shelf.agency_of(present), trouble=_trouble(session, present),
        published_on=publication.published_on or (report.published_on if report else None),
        first_seen=publication.first_seen, read_at=present.read_at, previous=_previous(session, shown.report),
        renderings=tuple(r for r in shown.report.renderings if r != publication.location), ticket=shown.ticket,
        waiting=tuple(item.public_words for item in shown.waiting),
        asked=tuple("" if item.finding else item.fingerprint or "" for item in shown.waiting),
        versions=_versions(present, result), revisions=revisions(session, publication.id),
        titles=office.rulebook.titles(), changes=office.rulebook.changes,
        seen_whole=look.whole_at if look else None,
        source_trouble=from_json(look.message, Words) if look and look.message else None,
    )  # fmt: skip


def _previous(session: Session, report: tables.Report) -> str | None:
    if report.previous_id is None:
        return None
    before = session.get_one(tables.Version, report.previous_id)
    return session.get_one(tables.Publication, before.publication_id).location


def _versions(present: tables.Version, result: tables.Result | None) -> dict[str, str]:
    judged = {"gouji": result.tool, "catalogue": result.catalogue[:12]} if result else {"gouji": version()}
    return {**judged, "reader": present.reader[:12]}


def row_of(session: Session, shown: Shown) -> "IndexRow":
    from expectations.data_docs import IndexRow

    present, publication = shown.version, shown.publication
    result = session.get(tables.Result, shown.report.result_id) if shown.report.result_id else None
    agency = str(present.agency["name"]) if present.agency else None
    return IndexRow(
        id=shown.id, name=agency or present.title or publication.location, agency=agency, year=present.year,
        verdict=Verdict(result.verdict) if result else Verdict.UNREADABLE, counts=_public_counts(result) if result else {},
        source=publication.source, location=publication.location, published_on=publication.published_on,
        ticket=shown.ticket, trouble=_trouble(session, present),
    )  # fmt: skip


def _public_counts(result: tables.Result) -> dict[str, int]:
    """How many findings of each kind the report's page shows."""
    private = sum(is_private(finding) for finding in shelf.judgement_of(result).findings) if result.doubts else 0
    return {**result.counts, "doubt": result.counts.get("doubt", 0) - private} if private else result.counts


def _trouble(session: Session, present: tables.Version) -> Words | None:
    if present.trouble:
        return from_json(present.trouble, Words)
    report = None if present.readable else shelf.report_of(session.get_one(tables.Version, present.id))
    return why_no_table(report) if report else None
