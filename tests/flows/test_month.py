"""A month of patrols over many bodies: corrections, relapses, people's decisions, a bad release recalled, an outage of tracker and mail."""

import random
import re
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from gouji.clock import CHINA
from gouji.ledger import facts, outbox
from gouji.ticket import Act, ActKind
from gouji.words import words
from tests.connectors.trackers.forges import ENV, Issues
from tests.connectors.trackers.houses import server
from tests.flows.bodies import Bodies, bodies, fault
from tests.flows.expected import Body, Key
from tests.flows.reckoned import Ear, Letter, Reckoned
from tests.flows.told import Postbox, postbox, text_of

ROW, SUM, BAD = "applications-row-sum", "proceedings-sum", "narrative-decrease"
DAYS, RELEASED, MENDED = 30, 12, 24  # the bad release comes, and the one that mends it
OUTAGE = range(16, 20)  # neither tracker nor mail server takes anything
NOT_A_FAULT = "误报"


class Month:
    """What the bodies print and what people decide, drawn from a seed; the ledger and the reckoning see the same."""

    def __init__(self, office: Bodies, count: int, seed: int) -> None:
        self.office, self.chance = office, random.Random(seed)
        self.office.versions = dict.fromkeys((ROW, SUM, BAD), "1")
        self.bodies = {f"b{number:03}": Body() for number in range(count)}
        self.prints: dict[str, dict[str, str]] = {name: self.drawn() for name in self.bodies}
        self.blamed: set[str] = set()
        self.reckoned = Reckoned({name: Ear() for name in self.bodies})

    @property
    def today(self) -> date:
        return self.office.now.astimezone(CHINA).date()

    def drawn(self) -> dict[str, str]:
        """Two of three reports are sound; the same wrong figure may come back."""
        return {rule: self.chance.choice("12") for rule in (ROW, SUM) if self.chance.random() < 0.2}

    def judge(self, names: list[str]) -> None:
        seen: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {}
        for name in names:
            found = self.prints[name] | ({BAD: NOT_A_FAULT} if name in self.blamed else {})
            unchecked = (ROW,) if self.chance.random() < 0.1 else ()
            seen[name] = {rule: value for rule, value in found.items() if rule not in unchecked}, unchecked
            body = self.bodies[name]
            body.printed, body.unchecked, body.judged_by = *seen[name], ("1", self.office.release)
        self.office.judged_all(seen)

    def look(self) -> None:
        for name, body in self.bodies.items():
            body.look(self.today)
            self.reckoned.ears[name].look(body)

    def patrol(self, day: int) -> None:
        """The reports are looked at, people are told, and what waits is sent where anybody takes it."""
        morning = self.today.isoformat()
        self.look()
        run, _ = self.office.patrol(delivers=True)
        assert bool(self.office.held()) is (day == RELEASED)
        if day == RELEASED:
            assert f"规则 {BAD} 突然多报" in (self.office.held() or "")
            self.recall(run)
            with self.office.office.ledger.writing("released") as session:
                facts.release(session)
            self.office.deliver()
        else:
            self.reckoned.letter(morning, self.bodies)
        if day not in OUTAGE:
            self.reckoned.deliver(self.bodies)

    def people(self) -> None:
        """On one ticket in eight somebody decides something."""
        chosen = [name for name, body in self.bodies.items() if body.status and self.chance.random() < 0.125]
        acts = {name: act for name in chosen if (act := self._decision(name, self.bodies[name]))}
        self.office.act_at_once(acts)
        for name, act in acts.items():
            self._decided(name, self.bodies[name], act)
        self.look()

    def _decision(self, name: str, body: Body) -> Act | None:
        kind = self.chance.choice(["waive", "waive", "dispute", "close", "retract", "reopen"])
        if not body.may(kind):
            return None
        until = self.today + timedelta(days=self.chance.randint(0, 6))
        marks = tuple(fault(name, *key).fingerprint for key in _disputable(body)) if kind == "dispute" else ()
        if kind == "dispute" and not marks:
            return None
        return Act(ActKind(kind), "王芳", "已说明", marks, until=until if kind == "waive" else None)

    def _decided(self, name: str, body: Body, act: Act) -> None:
        match act.kind:
            case ActKind.WAIVE:
                body.waive(act.until)
            case ActKind.CLOSE:
                body.close()
            case ActKind.REOPEN:
                withdrawn = body.status == "retracted"
                body.reopen()
                if withdrawn:
                    self.reckoned.ears[name].take_up(body)
            case ActKind.DISPUTE:
                for key in _disputable(body):
                    body.dispute(key)
            case _:
                self._retract(name, body, {key for key, status in body.statuses.items() if status != "retracted"})

    def _retract(self, name: str, body: Body, keys: set[Key], release: str | None = None) -> None:
        body.retract(keys, release)
        self.reckoned.ears[name].withdraw(body, keys)

    def recall(self, run: int) -> None:
        mark = {name for name in self.blamed if (BAD, NOT_A_FAULT) in self.bodies[name].statuses}
        done = self.office.recall(BAD, run)
        assert {one.ticket.agency_id for one in done} == mark
        for name in mark:
            self._retract(name, self.bodies[name], {(BAD, NOT_A_FAULT)}, "2.0")
        self.reckoned.letter(self.today.isoformat(), self.bodies)  # what was held is told anew
        self.look()

    def all_as_reckoned(self) -> None:
        tickets = self.office.tickets()
        assert {name: str(ticket.status) for name, ticket in tickets.items()} == {n: b.status for n, b in self.bodies.items() if b.status}
        found = {name: {f.fingerprint: str(f.status) for f in ticket.findings} for name, ticket in tickets.items()}
        wanted = {name: {fault(name, *key).fingerprint: s for key, s in body.statuses.items()} for name, body in self.bodies.items()}
        assert found == {name: statuses for name, statuses in wanted.items() if statuses}


def _disputable(body: Body) -> list[Key]:
    """One finding that still stands, where there is one."""
    return [key for key, status in body.statuses.items() if status == "open"][:1]


@pytest.mark.parametrize("count", [15, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(3600)])])
def test_after_a_month_tickets_tracker_and_letters_are_as_reckoned_apart(tmp_path: Path, count: int) -> None:
    with server("gitea") as house, postbox() as box, bodies(tmp_path / "town", _config(house, box)) as office:
        month = Month(office, count, seed=count)
        month.judge(list(month.bodies))
        for day in range(DAYS):
            house.down, box.down = (True, "451 4.3.0 try again later") if day in OUTAGE else (False, "")
            house.knocks = 0
            changed = [name for name in month.bodies if month.chance.random() < 0.2]
            for name in changed:
                month.prints[name] = month.drawn() if month.chance.random() < 0.6 else {}
            if day in (RELEASED, MENDED):
                office.release = "2.0" if day == RELEASED else "2.1"
                month.blamed = {name for name in month.bodies if month.chance.random() < 0.8} if day == RELEASED else set()
                changed = list(month.bodies)
            month.judge(changed)
            month.patrol(day)
            month.people()
            month.all_as_reckoned()
            assert house.knocks <= 1  # one that is down is left alone, however much waits for it
        office.deliver()
        month.reckoned.deliver(month.bodies)
        assert {str(body.status) for body in month.bodies.values()} >= {"open", "resolved"}
        assert [_read(letter) for letter in box.letters] == month.reckoned.letters
        assert _shown(house) == {name: _wanted(month.bodies[name]) for name in sorted(month.reckoned.filed)}
        with office.office.ledger.reading() as session:
            assert outbox.undelivered(session) == []


def _config(house: Issues, box: Postbox) -> str:
    tracker = f'type = "gitea"\nrepository = "office/reports"\nurl = "{house.url}"\ntoken = {{ env = "{ENV}" }}\nevidence = false\n'
    return f"{box.settings()}[[trackers]]\n{tracker}"


def _read(letter: EmailMessage) -> Letter:
    """Of which day the letter is, and whom it names under which heading."""
    text = text_of(letter)
    named = {"": set[str]()}
    under = ""
    headings = {words(f"digest.{part}_heading").zh: part for part in ("failed", "corrected", "retracted")}
    for line in text.splitlines():
        under = headings.get(line, under)
        if found := re.match(r"- (b\d+)局", line):
            named.setdefault(under, set()).add(found[1])
    assert not named[""]
    failed, corrected, retracted = (frozenset(named.get(part, ())) for part in ("failed", "corrected", "retracted"))
    return text.splitlines()[1], failed, corrected, retracted


def _shown(house: Issues) -> dict[str, tuple[bool, frozenset[str]]]:
    """By body how the tracker shows its ticket: whether it is open, and its labels. Each is there once, and each comment of ours."""
    records = house.records()
    named = [found[1] for record in records if (found := re.search(r"(b\d+)局", record.shown))]
    assert len(named) == len(set(named)) == len(records)
    for record in records:
        assert len(set(record.comments)) == len(record.comments)
    return dict(sorted((name, (record.open, record.labels)) for name, record in zip(named, records, strict=True)))


def _wanted(body: Body) -> tuple[bool, frozenset[str]]:
    return body.status == "open", frozenset({words("trackers.label").zh, words(f"trackers.label-{body.status}").zh})
