"""A month of patrols over many bodies: corrections, relapses, people's decisions, and a bad release recalled."""

import random
from datetime import timedelta
from pathlib import Path

import pytest

from gouji.clock import CHINA
from gouji.ledger import facts
from gouji.ticket import Act, ActKind
from tests.flows.bodies import Bodies, bodies
from tests.flows.expected import Body
from tests.flows.test_ticket_life import look, same

ROW, SUM, BAD = "applications-row-sum", "proceedings-sum", "narrative-decrease"
DAYS, RELEASED, MENDED = 30, 12, 20  # the bad release comes, and the one that mends it
NOT_A_FAULT = "误报"


class Month:
    """What the bodies print and what people decide, drawn from a seed; the ledger and the reckoning see the same."""

    def __init__(self, office: Bodies, count: int, seed: int) -> None:
        self.office, self.chance = office, random.Random(seed)
        self.office.versions = dict.fromkeys((ROW, SUM, BAD), "1")
        self.bodies = {f"b{number:03}": Body() for number in range(count)}
        self.prints: dict[str, dict[str, str]] = {name: self.drawn() for name in self.bodies}
        self.blamed: set[str] = set()

    def drawn(self) -> dict[str, str]:
        """Two of three reports are sound; the same wrong figure may come back."""
        return {rule: self.chance.choice("12") for rule in (ROW, SUM) if self.chance.random() < 0.2}

    def judge(self, name: str) -> None:
        found = self.prints[name] | ({BAD: NOT_A_FAULT} if name in self.blamed else {})
        unchecked = (ROW,) if self.chance.random() < 0.1 else ()
        seen = {rule: value for rule, value in found.items() if rule not in unchecked}
        self.office.judged(name, seen, unchecked)
        body = self.bodies[name]
        body.printed, body.unchecked, body.judged_by = seen, unchecked, ("1", self.office.release)

    def patrol(self) -> int:
        for body in self.bodies.values():
            look(self.office, body)
        return self.office.patrol()[0]

    def people(self) -> None:
        """On one ticket in eight somebody decides something."""
        chosen = [name for name, body in self.bodies.items() if body.status and self.chance.random() < 0.125]
        acts = {name: act for name in chosen if (act := self._decision(self.bodies[name]))}
        self.office.act_at_once(acts)
        for name, act in acts.items():
            _decided(self.bodies[name], act)
        for body in self.bodies.values():
            look(self.office, body)

    def _decision(self, body: Body) -> Act | None:
        kind = self.chance.choice(["waive", "waive", "close", "retract", "reopen"])
        if not body.may(kind):
            return None
        until = (self.office.now + timedelta(days=self.chance.randint(0, 6))).astimezone(CHINA).date()
        return Act(ActKind(kind), "王芳", "已说明", until=until if kind == "waive" else None)

    def recall(self, run: int) -> None:
        mark = {name: (BAD, NOT_A_FAULT) for name in self.blamed if (BAD, NOT_A_FAULT) in self.bodies[name].statuses}
        done = self.office.recall(BAD, run)
        assert {one.ticket.agency_id for one in done} == set(mark)
        for name, key in mark.items():
            self.bodies[name].retract([key], "2.0")
        for body in self.bodies.values():
            look(self.office, body)

    def all_as_reckoned(self) -> None:
        for name, body in self.bodies.items():
            same(self.office, name, body)


def _decided(body: Body, act: Act) -> None:
    match act.kind:
        case ActKind.WAIVE:
            body.waive(act.until)
        case ActKind.CLOSE:
            body.close()
        case ActKind.REOPEN:
            body.reopen()
        case _:
            body.retract([key for key, status in body.statuses.items() if status != "retracted"])


@pytest.mark.parametrize("count", [15, pytest.param(300, marks=pytest.mark.long)])
def test_after_a_month_every_ticket_is_as_reckoned_apart(tmp_path: Path, count: int) -> None:
    with bodies(tmp_path / "town") as office:
        month = Month(office, count, seed=count)
        for name in month.bodies:
            month.judge(name)
        for day in range(DAYS):
            changed = [name for name in month.bodies if month.chance.random() < 0.2]
            for name in changed:
                month.prints[name] = month.drawn() if month.chance.random() < 0.6 else {}
            if day in (RELEASED, MENDED):
                office.release = "2.0" if day == RELEASED else "2.1"
                month.blamed = {name for name in month.bodies if month.chance.random() < 0.6} if day == RELEASED else set()
                changed = list(month.bodies)
            for name in changed:
                month.judge(name)
            run = month.patrol()
            if day == RELEASED:
                assert f"规则 {BAD} 突然多报" in (office.held() or "")
                month.recall(run)
                assert not any(NOT_A_FAULT in text for state, text in office.letters() if state != "superseded")
                with office.office.ledger.writing("released") as session:
                    facts.release(session)
            month.people()
            month.all_as_reckoned()
        assert {str(body.status) for body in month.bodies.values()} >= {"open", "resolved"}
