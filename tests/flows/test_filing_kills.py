"""Filing killed at any step, and the next delivery: no ticket lost, none double, in the trackers' own records."""

from pathlib import Path

import pytest

from tests.flows.filing_kills import SAMPLE, outcomes, place


@pytest.mark.parametrize("phase", [0, 1, 2])
def test_a_delivery_killed_at_a_step_leaves_one_whole_ticket_in_each_tracker(tmp_path: Path, phase: int) -> None:
    with place(tmp_path) as here:
        seen = list(outcomes(here, phase, lambda names: [names.index(name) for name in SAMPLE[phase]]))
    assert [(name, ended) for name, ended, _, _ in seen] == [(name, "SIGKILL") for name in SAMPLE[phase]]
    assert [(name, left) for name, _, left, wanted in seen if left != wanted] == []


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("phase", [0, 1, 2])
def test_a_delivery_killed_at_any_step_leaves_one_whole_ticket_in_each_tracker(tmp_path: Path, phase: int) -> None:
    with place(tmp_path) as here:
        seen = list(outcomes(here, phase, lambda names: list(range(len(names)))))
    assert {ended for _, ended, _, _ in seen} == {"SIGKILL"}
    assert [(name, left) for name, _, left, wanted in seen if left != wanted] == []
    assert len(seen) > 15
