"""A patrol killed at any boundary of ledger, pages or outbox, and the next one: the same as if nothing had happened."""

from pathlib import Path

import pytest

from tests.flows.kills import SAMPLE, outcomes


def sample(boundaries: list[str]) -> list[int]:
    """The last boundary of each name in SAMPLE."""
    last = {name: number for number, name in enumerate(boundaries)}
    return [last[name] for name in SAMPLE]


def test_a_patrol_killed_at_a_boundary_leaves_nothing_double_and_nothing_out(tmp_path: Path) -> None:
    seen = list(outcomes(tmp_path, 1, sample))
    assert {one.ended for one in seen} == {"SIGKILL"}
    assert [one for one in seen if one.otherwise] == []
    assert [one.boundary for one in seen] == list(SAMPLE)


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("phase", [0, 1])
def test_a_patrol_killed_at_any_boundary_leaves_nothing_double_and_nothing_out(tmp_path: Path, phase: int) -> None:
    seen = list(outcomes(tmp_path, phase, lambda boundaries: list(range(len(boundaries)))))
    assert {one.ended for one in seen} == {"SIGKILL"}
    assert [one for one in seen if one.otherwise] == []
    assert len(seen) > 30
