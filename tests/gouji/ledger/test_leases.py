"""One patrol at a time, and none barred by a dead one."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gouji.ledger import Ledger, leases
from gouji.ledger.leases import LASTS, Held, Holder, LeaseLost

NOW = datetime(2024, 3, 1, 8, 0, tzinfo=UTC)
OURS, THEIRS = Holder.this("ours"), Holder.this("theirs")


def take(ledger: Ledger, holder: Holder, now: datetime = NOW) -> None:
    with ledger.writing("lease") as session:
        leases.take(session, "patrol", holder, now)


def test_a_living_holder_keeps_others_out(ledger: Ledger) -> None:
    take(ledger, THEIRS)
    with pytest.raises(Held, match=str(os.getpid())):
        take(ledger, OURS, NOW + timedelta(minutes=1))


def test_a_lease_given_back_is_free(ledger: Ledger) -> None:
    take(ledger, THEIRS)
    with ledger.writing("lease") as session:
        leases.give_back(session, "patrol", THEIRS)
    take(ledger, OURS)


def test_a_lease_of_a_dead_process_is_taken_over_at_once(ledger: Ledger) -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    theirs = replace(THEIRS, pid=child.pid, born=leases.born(child.pid) or "")
    take(ledger, theirs)
    with pytest.raises(Held):
        take(ledger, OURS)
    child.kill()
    # Not waited for: a zombie is as dead as any, though its number is still taken.
    while theirs.lives:
        pass
    take(ledger, OURS)
    child.communicate()


def test_a_lease_of_an_earlier_process_with_the_same_number_is_taken_over_at_once(ledger: Ledger) -> None:
    take(ledger, replace(THEIRS, born="an earlier boot:1"))
    take(ledger, OURS)


def test_a_lease_of_another_machine_is_taken_over_when_it_has_run_out(ledger: Ledger) -> None:
    take(ledger, replace(THEIRS, host="elsewhere", pid=1))
    with pytest.raises(Held, match="elsewhere"):
        take(ledger, OURS, NOW + LASTS - timedelta(seconds=1))
    take(ledger, OURS, NOW + LASTS)


def test_a_lease_that_is_kept_does_not_run_out(ledger: Ledger) -> None:
    take(ledger, replace(THEIRS, host="elsewhere"))
    with ledger.writing("lease") as session:
        leases.keep(session, "patrol", replace(THEIRS, host="elsewhere"), NOW + LASTS / 2)
    with pytest.raises(Held):
        take(ledger, OURS, NOW + LASTS)


def test_who_lost_the_lease_is_told(ledger: Ledger) -> None:
    take(ledger, OURS)
    take(ledger, THEIRS, NOW + LASTS)
    with pytest.raises(LeaseLost), ledger.writing("work") as session:
        leases.keep(session, "patrol", OURS, NOW + LASTS)
