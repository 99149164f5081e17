"""Whatever is printed and whatever people say, in any order: tickets are as reckoned apart, and nothing of their history is lost."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from gouji.clock import CHINA
from gouji.ledger import events
from gouji.ticket import FINDING_STEPS, TICKET_STEPS, Act, ActKind, NotAllowed, Ticket
from tests.flows.bodies import Bodies, bodies, fault
from tests.flows.expected import Body

RULES = ("applications-row-sum", "proceedings-sum")
BODY = "a"
VERSIONS = {"first": "1", "second": "2"}  # of every rule, by the hash of the rules


def judge(office: Bodies, name: str, body: Body, printed: dict[str, str], unchecked: tuple[str, ...] = ()) -> None:
    """The body's report is judged: it prints this, and of the `unchecked` rules nothing is known."""
    seen = {rule: value for rule, value in printed.items() if rule not in unchecked}
    office.versions = dict.fromkeys(RULES, VERSIONS[office.rules])
    office.judged(name, seen, unchecked)
    body.printed, body.unchecked, body.judged_by = seen, unchecked, (VERSIONS[office.rules], office.release)


def look(office: Bodies, body: Body) -> None:
    body.look(office.now.astimezone(CHINA).date())


def act(office: Bodies, name: str, body: Body, kind: str, **what: object) -> bool:
    """Whether it was allowed; the body has it too where it was."""
    wanted = Act(ActKind(kind), "王芳", "已说明", **what)  # type: ignore[arg-type]
    try:
        office.act(name, wanted)
    except NotAllowed:
        return False
    match kind:
        case "waive":
            body.waive(wanted.until)
        case "close":
            body.close()
        case "reopen":
            body.reopen()
        case "retract":
            body.retract([key for key, status in body.statuses.items() if status != "retracted"])
        case "dispute":
            body.dispute(next(key for key in body.faults if fault(name, *key).fingerprint in wanted.fingerprints))
    look(office, body)
    return True


def same(office: Bodies, name: str, body: Body) -> Ticket | None:
    """The ticket, which stands as reckoned apart."""
    ticket = office.ticket(name)
    found = {f.fingerprint: str(f.status) for f in ticket.findings} if ticket else {}
    assert (str(ticket.status) if ticket else None) == body.status
    assert found == {fault(name, *key).fingerprint: status for key, status in body.statuses.items()}
    return ticket


class Life(RuleBasedStateMachine):
    """One body, its report and its ticket."""

    @initialize()
    def founded(self) -> None:
        self.folder = TemporaryDirectory()
        self.opened = bodies(Path(self.folder.name) / "town")
        self.office = self.opened.__enter__()
        self.body = Body()
        self.before: Ticket | None = None
        self.told: list[tuple[str, dict[str, object]]] = []

    def teardown(self) -> None:
        if hasattr(self, "opened"):
            self.opened.__exit__(None, None, None)
            self.folder.cleanup()

    @rule(printed=st.dictionaries(st.sampled_from(RULES), st.sampled_from(["1", "2"])), unchecked=st.sampled_from([(), RULES[:1]]))
    def published(self, printed: dict[str, str], unchecked: tuple[str, ...]) -> None:
        judge(self.office, BODY, self.body, printed, unchecked)
        self.patrolled()

    @rule()
    def patrolled(self) -> None:
        look(self.office, self.body)
        self.office.patrol()

    @rule(release=st.sampled_from(["1.0", "1.1"]), rules=st.sampled_from(["first", "second"]))
    def upgraded(self, release: str, rules: str) -> None:
        self.office.release, self.office.rules = release, rules

    @precondition(lambda self: self.body.status)
    @rule(kind=st.sampled_from(["waive", "close", "retract", "reopen"]), days=st.integers(-1, 3) | st.none())
    def decided(self, kind: str, days: int | None) -> None:
        allowed = self.body.may(kind)
        until = (self.office.now + timedelta(days=days)).astimezone(CHINA).date() if days is not None and kind == "waive" else None
        assert act(self.office, BODY, self.body, kind, until=until) == allowed

    @precondition(lambda self: "open" in self.body.statuses.values())
    @rule()
    def disputed(self) -> None:
        key = next(key for key, status in self.body.statuses.items() if status == "open")
        allowed = self.body.may("dispute")
        assert act(self.office, BODY, self.body, "dispute", fingerprints=(fault(BODY, *key).fingerprint,)) == allowed

    @precondition(lambda self: self.body.status)
    @rule()
    def assigned(self) -> None:
        assert act(self.office, BODY, self.body, "assign", to="李明")

    @invariant()
    def stands_as_reckoned(self) -> None:
        if not hasattr(self, "office"):
            return
        ticket, before = same(self.office, BODY, self.body), self.before
        if ticket is not None:
            assert before is None or ticket.status in {before.status, *_reachable(before)}
            for finding in ticket.findings:
                was = before.status_of(finding.fingerprint) if before else None
                assert finding.status in {was, *FINDING_STEPS[was], *(s for one in FINDING_STEPS[was] for s in FINDING_STEPS[one])}
            assert before is None or {f.fingerprint for f in before.findings} <= {f.fingerprint for f in ticket.findings}
        self.before = ticket

    @invariant()
    def nothing_of_the_history_is_lost(self) -> None:
        if not hasattr(self, "office") or not self.office.number(BODY):
            return
        with self.office.office.ledger.reading() as session:
            now = [(event.kind, event.body) for event in events.of_ticket(session, self.office.number(BODY))]
        assert now[: len(self.told)] == self.told
        assert now[0][0] == "opened"
        self.told = now


def _reachable(before: Ticket) -> Iterator[object]:
    """By a person's act and the look that follows it."""
    for status in TICKET_STEPS[before.status]:
        yield status
        yield from TICKET_STEPS[status]


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=15, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True,
    phases=(Phase.generate,),
)  # fmt: skip


def test_a_withdrawal_that_is_taken_back_accuses_nobody_of_what_had_been_mended(tmp_path: Path) -> None:
    body = Body()
    with bodies(tmp_path / "town") as office:
        for printed, unchecked in (({RULES[0]: "1"}, ()), ({}, ())):
            judge(office, BODY, body, printed, unchecked)
            look(office, body)
            office.patrol()
        assert act(office, BODY, body, "retract")
        judge(office, BODY, body, {}, RULES[:1])  # nothing more is known of it than that it was mended
        look(office, body)
        office.patrol()
        assert act(office, BODY, body, "reopen")
        ticket = same(office, BODY, body)
    assert ticket is not None
    assert (ticket.status, [f.status for f in ticket.findings]) == ("resolved", ["fixed"])
