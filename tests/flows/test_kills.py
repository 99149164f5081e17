"""A patrol killed at any boundary of ledger, pages or outbox, and the next one: the same as if nothing had happened."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.flows.kills import SAMPLE

ROOT = Path(__file__).parents[2]


def outcomes(folder: Path, how: str, phase: int) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.flows.kills", str(folder), how, str(phase)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=3000)
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_patrol_killed_at_a_boundary_leaves_nothing_double_and_nothing_out(tmp_path: Path) -> None:
    seen = outcomes(tmp_path, "sample", 1)
    assert {row["ended"] for row in seen} == {"SIGKILL"}
    assert [row for row in seen if row["otherwise"]] == []
    assert [row["boundary"] for row in seen] == list(SAMPLE)


@pytest.mark.long
@pytest.mark.timeout(3000)
@pytest.mark.parametrize("phase", [0, 1])
def test_a_patrol_killed_at_any_boundary_leaves_nothing_double_and_nothing_out(tmp_path: Path, phase: int) -> None:
    seen = outcomes(tmp_path, "all", phase)
    assert {row["ended"] for row in seen} == {"SIGKILL"}
    assert [row for row in seen if row["otherwise"]] == []
    assert len(seen) > 30
