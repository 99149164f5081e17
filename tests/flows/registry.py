"""An office with tickets and without reports: the ledger's own steps, and what becomes of them at the next delivery."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from flows.office import Office, open_office
from flows.steps.deliver import Delivered, deliver
from gouji.finding import Finding
from gouji.ledger import desk, filings, tables
from gouji.ledger.book import silent
from gouji.ledger.tickets import ticket_json
from gouji.settings import load
from gouji.ticket import Step, StepKind, opened, settled
from tests.flows.town import AGENCY, NOON, Town


def _never(seconds: float) -> None:
    raise AssertionError(f"waited {seconds} s")


@dataclass
class Registry:
    """`folder` holds gouji.toml and the office's home; the clock goes an hour on with each delivery."""

    folder: Path
    now: datetime = NOON
    checkpoint: Callable[[str], None] = silent

    @classmethod
    def found(cls, folder: Path, config: str) -> "Registry":
        return cls(Town.found(folder, config).folder)

    @contextmanager
    def office(self) -> Iterator[Office]:
        now = self.now
        with open_office(load(self.folder / "gouji.toml"), now=lambda: now, checkpoint=self.checkpoint) as office:
            yield office

    def judged(self, *standing: Finding, agency: str = AGENCY, there: bool = True) -> None:
        """A patrol found these in the agency's report on 2024, or that it is not `there`: its ticket takes the step that follows."""
        with self.office() as office, office.ledger.writing("settle: ticket") as session:
            filings.configured(session, office.settings.tracker_names)
            before = desk.ticket_of(session, agency, 2024)
            if before is None:
                after = opened(agency, agency, 2024, standing, {})
                assert after is not None
                step: Step | None = Step(StepKind.OPENED, tuple(f.fingerprint for f in after.findings))
            else:
                after, step = settled(before, standing, (), {})
            if step is not None:
                desk.write(session, after, step, self.now, there=there)

    def deliver(self, pause: Callable[[float], None] = _never) -> Delivered:
        with self.office() as office:
            self.now += timedelta(hours=1)
            return deliver(office, pause=pause)

    def delivers(self, checkpoint: Callable[[str], None]) -> Delivered:
        """A delivery whose boundaries the checkpoint hears."""
        return replace(self, checkpoint=checkpoint).deliver()

    def outbox(self) -> list[tuple[str | None, str, int]]:
        """Tracker, state and attempts of every message to a tracker."""
        with self.office() as office, office.ledger.reading() as session:
            found = session.scalars(select(tables.Message).where(tables.Message.kind == "ticket").order_by(tables.Message.id))
            return [(m.tracker, m.state, m.attempts) for m in found]

    def ticket(self, number: int = 1) -> dict[str, Any]:
        with self.office() as office:
            return ticket_json(office.ledger, number)
