"""`gouji serve`: patrols on their schedule, one service a home, an end without remains."""

import json
import os
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.flows.outside import PATIENCE, Outside, Serving, soon
from tests.flows.town import FAULTY

EVERY_MINUTE = '[schedule]\ncron = ["* * * * *"]\n'
TWICE_A_YEAR = '[schedule]\ncron = ["0 6 1 1 *", "30 6 1 2 *"]\n'


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, prefect_tables: Path) -> Outside:
    place = Outside.found(tmp_path_factory.mktemp("serve") / "town", prefect_tables, TWICE_A_YEAR)
    place.town.put("report", FAULTY)
    return place


@pytest.fixture(scope="module")
def served(place: Outside) -> Iterator[Serving]:
    with place.serving() as serving:
        assert soon(serving.api.deployments)
        yield serving


def test_the_schedule_stands_as_configured(served: Serving) -> None:
    [deployment] = served.api.deployments()
    assert (deployment["paused"], deployment["entrypoint"]) == (False, "flows.patrol.patrol")
    assert _crons(deployment) == [("0 6 1 1 *", "Asia/Shanghai", True), ("30 6 1 2 *", "Asia/Shanghai", True)]


def test_a_patrol_by_hand_is_recorded_by_the_service_of_the_same_home(place: Outside, served: Serving) -> None:
    assert place.run()["tickets"]["opened"] == 1
    assert [run["deployment_id"] for run in served.api.runs("COMPLETED")] == [None]


def test_a_second_service_of_the_same_home_is_refused(place: Outside, served: Serving) -> None:
    second = place.gouji("serve")
    _, err = second.communicate(timeout=PATIENCE)
    assert (second.returncode, len(err.splitlines())) == (2, 1), err
    assert served.process.poll() is None


def test_a_service_that_was_killed_starts_again_and_ends_when_told(place: Outside, served: Serving) -> None:
    os.kill(served.process.pid, signal.SIGKILL)
    served.process.wait()
    assert place.left() == []
    with place.serving() as again:
        assert soon(again.api.deployments)
        assert again.ends_when_told()
        assert place.left() == []


@pytest.mark.long
def test_patrols_run_every_minute_and_go_on_after_a_restart(tmp_path: Path, prefect_tables: Path) -> None:
    place = Outside.found(tmp_path / "town", prefect_tables, EVERY_MINUTE)
    place.town.put("report", FAULTY)
    with place.serving() as served:
        assert soon(lambda: _ended(place) == 2, 240)
        first, second = (json.loads(summary) for (summary,) in place.rows("SELECT summary FROM patrols ORDER BY id"))
        assert (first["documents"]["new"], first["tickets"]["opened"]) == (1, 1)
        assert (second["documents"]["unchanged"], second["tickets"]["opened"]) == (1, 0)
        assert served.ends_when_told()
        assert place.left() == []
    with place.serving() as again:
        assert soon(lambda: _ended(place) == 3, 150)
        assert [d["paused"] for d in again.api.deployments()] == [False]
    assert [status for _, _, status in place.town.tickets()] == ["open"]


@pytest.mark.long
def test_a_service_killed_in_a_patrol_leaves_nothing_and_goes_on(tmp_path: Path, prefect_tables: Path) -> None:
    place = Outside.found(tmp_path / "town", prefect_tables, EVERY_MINUTE)
    place.town.put("report", FAULTY)
    with place.serving() as killed:
        assert soon(lambda: place.count("SELECT count(*) FROM patrols"))
        os.kill(killed.process.pid, signal.SIGKILL)
        killed.process.wait()
        assert place.left() == []
    assert _ended(place) == 0
    with place.serving() as again:
        assert soon(lambda: _ended(place) == 1, 150)
        assert soon(lambda: len(again.api.runs("COMPLETED")) == 1)
        assert len(again.api.runs("CRASHED")) == 1
    assert [status for _, _, status in place.town.tickets()] == ["open"]


@pytest.mark.long
def test_of_the_patrols_that_were_missed_one_is_made_up_for(tmp_path: Path, prefect_tables: Path) -> None:
    place = Outside.found(tmp_path / "town", prefect_tables, EVERY_MINUTE)
    with place.serving() as served:
        assert soon(lambda: served.api.runs("COMPLETED"), 150)
    stopped = datetime.now(UTC)
    time.sleep(150)
    with place.serving() as again:
        started = datetime.now(UTC)
        assert soon(lambda: len(again.api.runs("COMPLETED")) >= 3, 150)
        due = [run for run in again.api.runs() if stopped < datetime.fromisoformat(run["expected_start_time"]) < started]
        assert len(due) >= 2
        assert sum(run["state_type"] != "CANCELLED" for run in due) == 1


def _ended(place: Outside) -> int:
    return place.count("SELECT count(*) FROM patrols WHERE ended_at IS NOT NULL")


def _crons(deployment: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return sorted((s["schedule"]["cron"], s["schedule"]["timezone"], s["active"]) for s in deployment["schedules"])
