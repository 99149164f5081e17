"""`gouji serve`: patrols on their schedule, one service a home, an end without remains."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.flows.outside import PATIENCE, Outside, Serving, soon
from tests.flows.town import FAULTY, Town

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


def test_a_patrol_by_hand_is_recorded_by_the_server_of_the_same_home(place: Outside, served: Serving) -> None:
    assert place.run()["tickets"]["opened"] == 1
    assert [run["deployment_id"] for run in served.api.runs("COMPLETED")] == [None]


def test_a_second_service_of_the_same_home_is_refused(place: Outside, served: Serving) -> None:
    second = place.gouji("serve")
    _, err = second.communicate(timeout=PATIENCE)
    assert (second.returncode, len(err.splitlines())) == (2, 1), err
    assert served.process.poll() is None


def test_the_service_ends_when_told_and_goes_on_when_started_again(place: Outside, served: Serving) -> None:
    assert served.ends_when_told()
    assert place.left() == []
    with place.serving() as again:
        assert soon(again.api.deployments)
        assert [(d["paused"], len(_crons(d))) for d in again.api.deployments()] == [(False, 2)]
        os.kill(again.process.pid, signal.SIGKILL)
        again.process.wait()
        assert place.left() == []


@pytest.mark.long
def test_patrols_run_every_minute_and_go_on_after_a_restart(tmp_path: Path) -> None:
    place = Outside(Town.found(tmp_path / "town", EVERY_MINUTE))
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
def test_of_missed_patrols_one_is_made_up_for(tmp_path: Path) -> None: ...


def _ended(place: Outside) -> int:
    return place.count("SELECT count(*) FROM patrols WHERE ended_at IS NOT NULL")


def _crons(deployment: dict[str, Any]) -> list[tuple[str, str, bool]]:
    return sorted((s["schedule"]["cron"], s["schedule"]["timezone"], s["active"]) for s in deployment["schedules"])
