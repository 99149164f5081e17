"""The pages show what the ledger says: those of new and changed reports are written again, the index always."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.rehearsal import begin_with
from flows.steps.picture import figures_asked, prune, with_pictures
from flows.steps.roster_lines import roster_lines
from gouji.codec import from_json
from gouji.finding import Verdict, Words
from gouji.ledger import events, shelf, tables
from gouji.ledger.content import digest_of
from gouji.ledger.people import people
from gouji.ledger.revisions import revisions
from gouji.ledger.tickets import history_words
from gouji.ledger.waiting import Waiting, waiting
from gouji.privacy import is_private, public
from gouji.recognition.otherwise import why_no_table
from gouji.version import version
from gouji.words import words
from gouji.words.refusals import reason_of

if TYPE_CHECKING:
    from expectations.data_docs import IndexRow, ReportPage, TicketLines

_BATCH = 100


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages were written, and where a person begins to read; `trouble` where the disk refused."""

    written: int
    index: Path
    trouble: Words | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A report that has a page: what it is called there, its ticket, and a hash of all that the page shows."""

    report: tables.Report
    publication: tables.Publication
    version: tables.Version
    id: str
    ticket: "TicketLines | None"
    waiting: tuple[Waiting, ...]
    shows: str


def publish(office: Office, progress: Progress = SILENT, *, every: bool = False) -> Published:
    """Pages and index, each whole or as it was before. With `every` all pages are written, changed or not."""
    try:
        return _publish(office, progress, every)
    except OSError as exc:
        trouble = words("patrol.page_failed", path=exc.filename or office.pages, reason=reason_of(exc))
        return Published(0, office.pages / "index.html", trouble)


def _publish(office: Office, progress: Progress, every: bool) -> Published:
    if office.rehearsal:
        begin_with(office.settings.pages, office.pages)
    with office.ledger.reading() as session:
        shown = _shown(session, office)
        stale = [s for s in shown if every or s.report.page_shows != s.shows or not (office.pages / (s.report.page or "?")).is_file()]
    progress.begin("publish", len(stale) + 1)
    for i in range(0, len(stale), _BATCH):
        _write_pages(office, stale[i : i + _BATCH], progress)
    return Published(len(stale), _write_index(office, shown))


def _shown(session: Session, office: Office) -> list[Shown]:
    """Every document that was read, as its page would show it now."""
    from expectations.data_docs import page_id

    questions: dict[int, list[Waiting]] = {}
    for item in waiting(session):
        questions.setdefault(item.publication_id, []).append(item)
    tickets = {(t.agency_id, t.year): t for t in session.scalars(shelf.all_ticket_rows())}
    names: Counter[str] = Counter()
    shown, laid = [], _laid(session, office)
    ill = {look.name: str(look.whole_at) for look in shelf.looks(session) if not look.ok}
    for report, publication, present in shelf.current(session):
        agency = shelf.agency_of(present) if present.sure else None
        name = page_id(agency, present.year if agency else None, present.sha256)
        names[name] += 1
        # The same report found at two places, or the same bytes under two names: each has its page.
        unique = name if names[name] == 1 else f"{name}-{publication.id}"
        ticket = tickets.get((report.agency_id or "", report.year or 0)) if report.sure else None
        lines = _lines(session, ticket) if ticket else None
        asked = tuple(questions.get(publication.id, ()))
        shows = digest_of(
            version(),
            office.language,
            unique,
            report.basis,
            report.result_id,
            present.id,
            str(lines),
            [w.key for w in asked],
            laid.get(report.id),
            office.rulebook.hash if office.rulebook.said else None,
            ill.get(publication.source),
        )
        shown.append(Shown(report, publication, present, unique, lines, asked, shows))
    return shown


def _laid(session: Session, office: Office) -> dict[int, list[object]]:
    """By report what is waived in it: how many findings, and by which words."""
    rows = session.execute(select(tables.Report.id, tables.Result.counts).join(tables.Result, tables.Report.result_id == tables.Result.id))
    words = [str(waiver) for waiver in office.waivers]
    return {number: [waived, words] for number, counts in rows if (waived := counts.get("waived"))}


def _lines(session: Session, ticket: tables.Ticket) -> "TicketLines":
    from expectations.data_docs import TicketLines

    return TicketLines(str(ticket.id), ticket.status, history_words(events.of_ticket(session, ticket.id)))


def _write_pages(office: Office, batch: list[Shown], progress: Progress) -> None:
    from expectations.data_docs import write_report_page

    written = {}
    with office.ledger.reading() as session:
        plain = [(_page(session, office, shown), figures_asked(shown.waiting)) for shown in batch]
    pages = with_pictures(office, plain)
    for shown, page in zip(batch, pages, strict=True):
        written[shown.report.id] = write_report_page(office.pages, page, office.language)
        office.checkpoint("publish: page written")
        progress.advance()
    with office.ledger.reading() as session:
        prune(office, session, pages)
    with office.ledger.writing("publish: pages") as session:
        for shown in batch:
            row = session.get_one(tables.Report, shown.report.id)
            row.page, row.page_shows = written[row.id].relative_to(office.pages).as_posix(), shown.shows


def _page(session: Session, office: Office, shown: Shown) -> "ReportPage":
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


def _trouble(session: Session, present: tables.Version) -> Words | None:
    if present.trouble:
        return from_json(present.trouble, Words)
    report = None if present.readable else shelf.report_of(session.get_one(tables.Version, present.id))
    return why_no_table(report) if report else None


def _write_index(office: Office, shown: list[Shown]) -> Path:
    from expectations.data_docs import IndexPage, SourceLine, WaitingLine, write_index

    with office.ledger.reading() as session:
        rows = tuple(_row(session, s) for s in shown)
        missing, roster = roster_lines(session) if office.roster and office.roster.agencies else (None, ())
        sources = tuple(
            SourceLine(look.name, look.whole_at, from_json(look.message, Words) if look.message else None)
            for look in shelf.looks(session)
        )  # fmt: skip
    lines = tuple(WaitingLine(item.subject, item.public_words, s.id) for s in shown for item in s.waiting)
    index = IndexPage(
        rows, office.now(), sources, lines, missing, versions={"gouji": version()}, roster=roster,
        titles=office.rulebook.titles(), changes=office.rulebook.changes,
    )  # fmt: skip
    path = write_index(office.pages, index, office.language)
    office.checkpoint("publish: index written")
    return path


def _row(session: Session, shown: Shown) -> "IndexRow":
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
