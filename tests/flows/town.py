"""A small office for tests: a folder of reports, a configuration, and a clock that stands still."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from flows.plain import patrol
from flows.summary import PatrolSummary
from gouji.ledger import Ledger, open_ledger, tables
from gouji.ledger.book import silent
from gouji.ledger.tickets import tickets_json
from gouji.settings import Settings, load
from samples import Sample, render, sound

NOON = datetime(2025, 3, 3, 4, 0, tzinfo=UTC)
AGENCY = "青禾县水务局"
OTHER = "青禾县教育局"
SOUND = sound(AGENCY, year=2024)
FAULTY = SOUND.with_figures(proceedings__reconsideration__total="41")
ENDINGS = {"text": "txt", "html": "html", "pdf": "pdf"}


@dataclass
class Town:
    """`folder` holds gouji.toml, the inbox and the office's home. Each patrol begins an hour after the one before."""

    folder: Path
    now: datetime = NOON

    @classmethod
    def found(cls, folder: Path, config: str = "") -> "Town":
        """A town with an empty inbox and these lines in its configuration beside the usual ones."""
        (folder / "inbox").mkdir(parents=True)
        usual = 'home = "home"\nlanguage = "zh"\n'
        years = "" if "ticket_years" in config else 'ticket_years = "all"\n'
        source = '[[sources]]\nname = "inbox"\ntype = "folder"\npath = "inbox"\n'
        (folder / "gouji.toml").write_text(usual + years + config + source, "utf-8")
        return cls(folder)

    def copied(self, folder: Path) -> "Town":
        """The same town at the same hour in this folder: what was patrolled once need not be patrolled for each test."""
        shutil.copytree(self.folder, folder)
        return Town(folder, self.now)

    @property
    def settings(self) -> Settings:
        return load(self.folder / "gouji.toml")

    @property
    def pages(self) -> Path:
        return self.folder / "home" / "pages"

    def put(self, name: str, what: Sample | bytes, form: str = "text") -> Path:
        """The file lies in the inbox and has been at rest for a while."""
        path = self.folder / "inbox" / (name if "." in name else f"{name}.{ENDINGS[form]}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(what if isinstance(what, bytes) else render(what, form))
        at_rest = (self.now - timedelta(minutes=10)).timestamp()
        os.utime(path, (at_rest, at_rest))
        return path

    def patrol(self, checkpoint: Callable[[str], None] = silent, **how: Any) -> PatrolSummary:
        """What the next patrol did."""
        now = self.now
        self.now += timedelta(hours=1)
        return patrol(self.settings, now=lambda: now, checkpoint=checkpoint, **how)

    def ledger(self) -> Ledger:
        return open_ledger(self.settings.ledger_url)

    def tickets(self) -> list[tuple[str, int, str]]:
        """Agency, year and status of each ticket."""
        ledger = self.ledger()
        listed = [(t["agency"], t["year"], t["status"]) for t in tickets_json(ledger)["tickets"]]
        ledger.close()
        return listed

    def letters(self) -> list[Path]:
        """The digests beside the pages."""
        return sorted(self.pages.glob("digest-*.txt"))

    def kept(self) -> dict[str, list[Any]]:
        """All that a patrol leaves behind in the ledger, without what differs from run to run: numbers of patrols, the ledger's name."""
        ledger = self.ledger()
        with ledger.reading() as session:
            # Documents are read two at a time, so the numbers of versions differ from run to run.
            named = {v.id: (v.publication_id, v.number) for v in session.scalars(select(tables.Version))}
            kept: dict[str, list[Any]] = {
                "publications": [
                    (p.id, p.location, p.sha256, p.gone_at, named[p.version_id or 0]) for p in session.scalars(select(tables.Publication))
                ],
                "versions": [(v.publication_id, v.number, v.content) for v in session.scalars(select(tables.Version))],
                "reports": [(r.publication_id, r.current, r.basis, r.page) for r in session.scalars(select(tables.Report))],
                "results": [(named[r.version_id], r.basis, r.verdict) for r in session.scalars(select(tables.Result))],
                "tickets": [(t.id, t.agency, t.year, t.status, t.published) for t in session.scalars(select(tables.Ticket))],
                "findings": [(f.ticket_id, f.fingerprint, f.status) for f in session.scalars(select(tables.TicketFinding))],
                "events": [(e.key, e.kind, e.body) for e in session.scalars(select(tables.Event))],
                "outbox": [(m.key.split("@")[0], m.state, m.payload["subject"]) for m in session.scalars(select(tables.Message))],
            }
        ledger.close()
        return {name: sorted(rows, key=str) for name, rows in kept.items()}
