"""The pictures of what failed or is in doubt stand beside the pages; those that nothing points at any more are gone."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from flows.office import Office
from gouji.archive import DamagedArchive
from gouji.evidence import Shelf
from gouji.evidence.isolated import Drawings, Task
from gouji.finding import Words
from gouji.ledger import shelf, tables
from gouji.ledger.waiting import Waiting

if TYPE_CHECKING:
    from expectations.data_docs import ReportPage

Figures = Mapping[str, Sequence[str]]


def figures_asked(waiting: Sequence[Waiting]) -> dict[str, list[str]]:
    """By fingerprint of the question the figures that it is about, where no finding speaks of them."""
    asked = [item for item in waiting if item.finding is None and item.fingerprint]
    return {str(item.fingerprint): [q.subject for q in item.questions if q.is_figure] for item in asked}


def with_pictures(office: Office, pages: Sequence[tuple["ReportPage", Figures]]) -> list["ReportPage"]:
    """These pages with what was drawn for them; the pictures are files beside them."""
    from flows.pictures import Ask, drawn, request_of

    lost: dict[str, Words] = {}

    def tasks() -> Iterator[Task]:
        for page, figures in pages:
            request = request_of(Ask(page.id, page.report, page.judgement, figures)) if page.report else None
            if request is None or not request.wanted:
                continue
            try:
                yield Task(page.id, office.archive.get(page.sha256), request)
            except DamagedArchive as exc:
                lost[page.id] = exc.words

    made = drawn(tasks())
    return [_pictured(office, page, made.get(page.id), lost.get(page.id)) for page, _ in pages]


def _pictured(office: Office, page: "ReportPage", drawings: Drawings | None, lost: Words | None) -> "ReportPage":
    if drawings is None:
        return replace(page, no_pictures=lost)
    from expectations.data_docs import Picture

    pictures = {}
    for fingerprint, evidence in drawings.by_fingerprint.items():
        path = Shelf(office.pages).put(page.sha256, evidence)
        pictures[fingerprint] = Picture(evidence, _from_page(office.pages, path))
    return replace(page, pictures=pictures, no_pictures=drawings.trouble)


def _from_page(pages: Path, picture: Path) -> str:
    """The picture's address as a page under reports/ has to name it."""
    return Path(os.path.relpath(picture, pages / "reports")).as_posix()


def prune(office: Office, session: Session, written: Sequence["ReportPage"]) -> None:
    """Only pictures are left that a page shows or a ticket speaks of."""
    ticketed = set(session.scalars(select(tables.TicketFinding.fingerprint)))
    hashes = Counter(version.sha256 for _, _, version in shelf.current(session))
    for page in written:
        # Where the same bytes lie at two places the other page may show more.
        if hashes[page.sha256] == 1:
            Shelf(office.pages).prune(page.sha256, page.pictures.keys() | ticketed)
    Shelf(office.pages).prune_others(hashes.keys(), ticketed)
