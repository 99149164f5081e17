"""What becomes of a ticket."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from gouji.finding import Finding, Severity
from gouji.ticket import (
    TICKET_ACTS,
    TICKET_STEPS,
    Act,
    ActKind,
    FindingStatus,
    NotAllowed,
    Step,
    StepKind,
    Ticket,
    TicketFinding,
    TicketStatus,
    acted,
    counts_for_ticket,
    opened,
    settled,
)
from tests.gouji.findings import LATE, finding

ROW = finding()
OTHER = finding("proceedings-sum", printed="2")
RECORDED = finding(LATE, mendable=False)


def ticket(*findings: Finding) -> Ticket:
    made = opened("agency", "临河县水务局", 2023, findings or (ROW,), {})
    assert made is not None
    return made


def after(start: Ticket, *looks: Sequence[Finding]) -> tuple[Ticket, Step | None]:
    """The ticket after these looks, one after another, with the last step."""
    step = None
    for standing in looks:
        start, step = settled(start, standing, (), {})
    return start, step


def statuses(of: Ticket) -> Mapping[str, FindingStatus]:
    return {f.finding.rule: f.status for f in of.findings}


def test_a_fault_opens_a_ticket() -> None:
    made = ticket(ROW)
    assert (made.status, statuses(made)) == (TicketStatus.OPEN, {ROW.rule: FindingStatus.OPEN})


def test_what_no_new_version_can_mend_opens_no_ticket_alone() -> None:
    assert opened("agency", "临河县水务局", 2023, [RECORDED], {}) is None


def test_what_no_new_version_can_mend_is_recorded_on_a_ticket_and_keeps_none_open() -> None:
    made = ticket(ROW, RECORDED)
    assert statuses(made)[LATE] is FindingStatus.RECORDED
    mended, step = after(made, [RECORDED])
    assert mended.status is TicketStatus.RESOLVED
    assert step == Step(StepKind.RESOLVED, (), (ROW.fingerprint,))


def test_the_same_again_is_no_step() -> None:
    assert after(ticket(ROW), [ROW]) == (ticket(ROW), None)


def test_a_further_fault_updates_the_ticket() -> None:
    updated, step = after(ticket(ROW), [ROW, OTHER])
    assert (updated.status, step) == (TicketStatus.OPEN, Step(StepKind.UPDATED, (OTHER.fingerprint,), ()))


def test_a_fault_mended_beside_another_updates_the_ticket() -> None:
    updated, step = after(ticket(ROW, OTHER), [OTHER])
    assert step == Step(StepKind.UPDATED, (), (ROW.fingerprint,))
    assert statuses(updated) == {ROW.rule: FindingStatus.FIXED, OTHER.rule: FindingStatus.OPEN}


def test_a_relapse_reopens_the_same_ticket() -> None:
    reopened, step = after(ticket(ROW), [], [ROW])
    assert (reopened, step) == (ticket(ROW), Step(StepKind.REOPENED, (ROW.fingerprint,), ()))


def test_a_resolved_ticket_stays_resolved() -> None:
    _, step = after(ticket(ROW), [], [])
    assert step is None


def test_what_was_not_looked_at_stays_as_it_was() -> None:
    made = ticket(ROW)
    assert settled(made, [], {ROW.fingerprint}, {}) == (made, None)


def test_a_waived_fault_keeps_no_ticket_open() -> None:
    waived, step = settled(ticket(ROW), [ROW], (), {ROW.fingerprint: FindingStatus.WAIVED})
    assert waived.status is TicketStatus.WAIVED
    assert step is not None
    assert step.kind is StepKind.WAIVED


def test_a_new_fault_reopens_a_waived_ticket() -> None:
    decided = {ROW.fingerprint: FindingStatus.WAIVED}
    waived, _ = settled(ticket(ROW), [ROW], (), decided)
    again, step = settled(waived, [ROW, OTHER], (), decided)
    assert again.status is TicketStatus.OPEN
    assert step == Step(StepKind.REOPENED, (OTHER.fingerprint,), ())


@pytest.mark.parametrize("status", [FindingStatus.DISPUTED, FindingStatus.CONFIRMED])
def test_a_disputed_or_confirmed_fault_keeps_the_ticket_open(status: FindingStatus) -> None:
    made, _ = settled(ticket(ROW), [ROW], (), {ROW.fingerprint: status})
    assert (made.status, made.status_of(ROW.fingerprint)) == (TicketStatus.OPEN, status)


@pytest.mark.parametrize("kind", [ActKind.CLOSE, ActKind.RETRACT])
def test_what_a_person_ended_stays_ended_while_nothing_new_stands(kind: ActKind) -> None:
    ended, _ = acted(ticket(ROW), Act(kind, "王芳", "已说明"))
    standing = ended.findings[0].finding
    assert settled(ended, [standing], (), {}) == (ended, None)
    again, step = settled(ended, [standing, OTHER], (), {})
    assert again.status is TicketStatus.OPEN
    assert step == Step(StepKind.REOPENED, (OTHER.fingerprint,), ())


def test_a_waiver_of_what_cannot_be_seen_ends_with_its_day() -> None:
    waived, touched = acted(ticket(ROW), Act(ActKind.WAIVE, "王芳", "已说明", until=date(2025, 3, 5)))
    assert (waived.status, touched) == (TicketStatus.WAIVED, (ROW.fingerprint,))
    assert settled(waived, [], {ROW.fingerprint}, {}, date(2025, 3, 5)) == (waived, None)
    again, step = settled(waived, [], {ROW.fingerprint}, {}, date(2025, 3, 6))
    assert (again.status, again.findings[0].finding) == (TicketStatus.OPEN, ROW)
    assert step == Step(StepKind.REOPENED, (ROW.fingerprint,), ())


def test_what_was_withdrawn_is_never_called_corrected() -> None:
    retracted, _ = acted(ticket(ROW), Act(ActKind.RETRACT, "王芳", "规则有误"))
    assert settled(retracted, [], (), {}) == (retracted, None)


def test_one_finding_withdrawn_leaves_the_ticket_to_the_others() -> None:
    left, touched = acted(ticket(ROW, OTHER), Act(ActKind.RETRACT, "王芳", "读错", (ROW.fingerprint,)))
    assert (left.status, touched, statuses(left)[ROW.rule]) == (TicketStatus.OPEN, (ROW.fingerprint,), FindingStatus.RETRACTED)
    mended, _ = settled(left, [], (), {})
    assert mended.status is TicketStatus.RESOLVED


def test_a_person_may_think_better_of_it() -> None:
    for kind in (ActKind.WAIVE, ActKind.RETRACT, ActKind.CLOSE):
        ended, _ = acted(ticket(ROW), Act(kind, "王芳", "已说明"))
        again, _ = acted(ended, Act(ActKind.REOPEN, "李明", "看错"))
        assert again == ticket(ROW)


@pytest.mark.parametrize(("kind", "status"), [(kind, status) for kind in ActKind for status in TicketStatus])
def test_nothing_is_done_to_a_ticket_that_its_table_does_not_allow(kind: ActKind, status: TicketStatus) -> None:
    found = {TicketStatus.RESOLVED: FindingStatus.FIXED, TicketStatus.WAIVED: FindingStatus.WAIVED}
    found |= {TicketStatus.RETRACTED: FindingStatus.RETRACTED}
    made = replace(ticket(ROW), status=status, findings=(TicketFinding(ROW, found.get(status, FindingStatus.OPEN)),))
    meant = (ROW.fingerprint,) if (kind, status) in ((ActKind.DISPUTE, TicketStatus.OPEN),) else ()
    act = Act(kind, "王芳", "已说明", meant, to="李明")
    if status not in TICKET_ACTS[kind] or (kind, status) == (ActKind.REOPEN, TicketStatus.OPEN):
        with pytest.raises(NotAllowed):
            acted(made, act)
    else:
        after, _ = acted(made, act)
        assert after.status is status or after.status in TICKET_STEPS[status]


def test_a_doubt_counts_once_a_person_has_confirmed_it() -> None:
    doubt = finding(doubt=True)
    assert not counts_for_ticket(doubt, "error", {})
    assert counts_for_ticket(doubt, "error", {doubt.fingerprint: FindingStatus.CONFIRMED})


def test_a_warning_counts_only_where_the_level_says_so() -> None:
    warning = finding(severity=Severity.WARNING)
    assert not counts_for_ticket(warning, "error", {})
    assert counts_for_ticket(warning, "warning", {})


def test_a_rule_on_trial_never_counts() -> None:
    assert not counts_for_ticket(finding(trial=True), "warning", {})
