"""The pages show what the ledger says: those of new and changed reports are written again, the index always."""

from dataclasses import dataclass
from pathlib import Path

from flows.office import Office
from flows.progress import SILENT, Progress
from flows.rehearsal import begin_with
from flows.steps.page import page_of, row_of
from flows.steps.picture import figures_asked, prune, with_pictures
from flows.steps.roster_lines import roster_lines
from flows.steps.shown import Shown, shown_now
from gouji.codec import from_json
from gouji.finding import Words
from gouji.ledger import shelf, tables
from gouji.version import version
from gouji.words import words
from gouji.words.refusals import reason_of

_BATCH = 100


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages were written, and where a person begins to read; `trouble` where the disk refused."""

    written: int
    index: Path
    trouble: Words | None = None


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
        shown = shown_now(session, office)
        stale = [s for s in shown if every or s.report.page_shows != s.shows or not (office.pages / (s.report.page or "?")).is_file()]
    progress.begin("publish", len(stale) + 1)
    for i in range(0, len(stale), _BATCH):
        _write_pages(office, stale[i : i + _BATCH], progress)
    return Published(len(stale), _write_index(office, shown))


def _write_pages(office: Office, batch: list[Shown], progress: Progress) -> None:
    from expectations.data_docs import write_report_page

    written = {}
    with office.ledger.reading() as session:
        plain = [(page_of(session, office, shown), figures_asked(shown.waiting)) for shown in batch]
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


def _write_index(office: Office, shown: list[Shown]) -> Path:
    from expectations.data_docs import IndexPage, SourceLine, WaitingLine, write_index

    with office.ledger.reading() as session:
        rows = tuple(row_of(session, s) for s in shown)
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
