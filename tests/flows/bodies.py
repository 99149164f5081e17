"""Bodies whose reports stand in a real ledger as already judged, so that a month of patrols takes seconds."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from expectations.conclusion import with_waivers
from flows.office import Office, open_office
from flows.steps.act import Done, do
from flows.steps.deliver import Delivered, deliver
from flows.steps.digest import tell
from flows.steps.recall import withdraw
from flows.steps.settle import Settled, settle
from flows.steps.waive import waive
from gouji.agency import Agency
from gouji.codec import to_json
from gouji.finding import Finding, NotChecked, Verdict, Words, fingerprint
from gouji.judgement import Judgement
from gouji.ledger import desk, facts, filings, patrols, said, shelf, tables
from gouji.ticket import Act, Ticket
from gouji.waivers import Waiver, applying
from tests.builders import agency, sound_report
from tests.flows.town import Town
from tests.gouji.findings import finding

YEAR = 2024
START = datetime(2025, 3, 1, 1, 0, tzinfo=UTC)
_FIGURE = "applications.received.total"


def fault(body: str, rule: str, printed: str) -> Finding:
    """What this rule finds of the body where this is printed."""
    return replace(finding(rule, printed=printed), fingerprint=fingerprint(body, YEAR, rule, [(_FIGURE, printed)]))


@dataclass
class Bodies:
    """`release` is the gouji that judges, `rules` the hash of its rules; each patrol begins a day after the one before."""

    office: Office
    clock: list[datetime]
    release: str = "1.0"
    rules: str = "first"
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.clock[0]

    def judged(self, body: str, faults: Mapping[str, str], unchecked: Collection[str] = (), source: str = "inbox") -> None:
        """The body's report prints these by rule; `unchecked` rules had nothing to look at."""
        self.judged_all({body: (faults, unchecked)}, source)

    def judged_all(self, prints: Mapping[str, tuple[Mapping[str, str], Collection[str]]], source: str = "inbox") -> None:
        """As many reports as there are bodies named, each with what it prints and what nobody could look at."""
        holding = applying(self.office.waivers, self.versions, self.release)
        with self.office.ledger.writing("test: judged") as session:
            said.keep_versions(session, self.rules, self.versions)
            for body, (faults, unchecked) in prints.items():
                self._judged(session, body, faults, unchecked, source, holding)

    def _judged(
        self, session: Session, body: str, faults: Mapping[str, str], unchecked: Collection[str], source: str, holding: Sequence[Waiver]
    ) -> None:
        found = tuple(fault(body, rule, printed) for rule, printed in faults.items())
        missing = tuple(NotChecked(rule, Words("缺材料", "nothing to look at")) for rule in unchecked)
        row = self._report(session, body, source)
        judgement = with_waivers(Judgement(Verdict.PASS, found, missing), holding, _REPORT, _agency(body))
        result = tables.Result(
            version_id=row.version_id, basis=uuid4().hex, catalogue=self.rules, reader="1", tool=self.release,
            judged_at=self.now, unsure=0, **shelf.result_of(judgement),
        )  # fmt: skip
        session.add(result)
        session.flush()
        row.result_id = result.id

    def _report(self, session: Session, body: str, source: str) -> tables.Report:
        known = shelf.known_at(session, source, body)
        if known is not None:
            [row] = [row for row in shelf.speaking_for(session, body, YEAR) if row.publication_id == known.id]
            return row
        publication = tables.Publication(
            source=source, location=body, name=body, stage="published", size=1, modified=1.0, sha256="a" * 64, read_sha256="a" * 64,
            read_by="1", fetched_at=self.now, first_seen=self.now, last_seen=self.now,
        )  # fmt: skip
        session.add(publication)
        session.merge(tables.Agency(id=body, name=f"{body}局", known={}, first_seen=self.now))
        session.flush()
        version = tables.Version(
            publication_id=publication.id, number=1, content="c", sha256="a" * 64, read_at=self.now, reader="1", format="html",
            readable=True, report=to_json(_REPORT), agency_id=body, agency=to_json(_agency(body)), year=YEAR,
            sure=True, resolved_under="r",
        )  # fmt: skip
        session.add(version)
        session.flush()
        publication.version_id = version.id
        row = tables.Report(
            publication_id=publication.id, version_id=version.id, agency_id=body, year=YEAR, sure=True, current=True, renderings=[],
            basis="b",
        )  # fmt: skip
        session.add(row)
        session.flush()
        return row

    def patrol(self, *, delivers: bool = False) -> tuple[int, Settled]:
        """The number of a patrol from what is judged to the letter, and what became of the tickets; the next day begins.

        What waits is sent where it `delivers`.
        """
        with self.office.ledger.writing("test: begun") as session:
            filings.configured(session, self.office.settings.tracker_names)
            number = patrols.begin(session, self.now)
        waive(self.office)
        settled = settle(self.office)
        tell(self.office)
        if delivers:
            self.deliver()
        with self.office.ledger.writing("test: ended") as session:
            patrols.end(session, number, self.now, {})
        self.clock[0] += timedelta(days=1)
        return number, settled

    def act(self, body: str, act: Act) -> Done:
        """The act is done to the body's ticket, and made to count as after the command."""
        with self.office.ledger.writing("test: act") as session:
            done = do(session, self.office, self.number(body), act)
        self.count()
        return done

    def act_at_once(self, acts: Mapping[str, Act]) -> None:
        """As many acts as there are bodies named, made to count together, as from a list."""
        with self.office.ledger.writing("test: acts") as session:
            for body, act in acts.items():
                do(session, self.office, self.number(body), act)
        self.count()

    def recall(self, rule: str, run: int | None) -> list[Done]:
        with self.office.ledger.writing("test: recall") as session:
            done = withdraw(session, self.office, rule, run, "王芳", "规则有误")
        self.count()
        return done

    def deliver(self) -> Delivered:
        return deliver(self.office, pause=_never)

    def count(self) -> None:
        waive(self.office)
        settle(self.office)

    def held(self) -> str | None:
        """Why nothing goes out."""
        with self.office.ledger.reading() as session:
            reason = facts.held(session)
        return reason.zh if reason else None

    def letters(self) -> list[tuple[str, str]]:
        """State and text of each letter, oldest first."""
        with self.office.ledger.reading() as session:
            return [(m.state, m.payload["txt"]) for m in session.scalars(select(tables.Message).order_by(tables.Message.id))]

    def tickets(self) -> dict[str, Ticket]:
        """By body every ticket."""
        with self.office.ledger.reading() as session:
            return {ticket.agency_id: ticket for ticket in desk.all_tickets(session)}

    def ticket(self, body: str) -> Ticket | None:
        with self.office.ledger.reading() as session:
            return desk.ticket_of(session, body, YEAR)

    def number(self, body: str) -> int:
        ticket = self.ticket(body)
        return (ticket.id if ticket else None) or 0


# All that is looked at of a report is the one figure that is spoken of.
_SOUND = sound_report(year=YEAR)
_REPORT = replace(_SOUND, figures={_FIGURE: _SOUND.figures[_FIGURE]}, sections=())


def _never(seconds: float) -> None:
    raise AssertionError(f"waited {seconds} s")


def _agency(body: str) -> Agency:
    return agency(f"{body}局", id=body)


@contextmanager
def bodies(folder: Path, config: str = "") -> Iterator[Bodies]:
    """An office in which nobody has reported yet."""
    town, clock = Town.found(folder, config), [START]
    with open_office(town.settings, now=lambda: clock[0]) as office:
        yield Bodies(office, clock)
