"""That a schedule is kept depends on versions of packages that Prefect does not bound: with SQLAlchemy 2.1 no run is ever due."""

from pathlib import Path

import yaml

from flows.server import api_server
from gouji.settings import Schedule
from tests.flows.outside import PATIENCE, Api, Outside, soon

CONFIG = '[schedule]\ncron = ["*/5 * * * *"]\n'


def test_a_cron_deployment_really_gets_scheduled_runs(tmp_path: Path, prefect_tables: Path) -> None:
    place = Outside.found(tmp_path / "town", prefect_tables, CONFIG)
    with api_server(place.prefect, interface=True) as server:
        server.wait_until_ready()
        api = Api(server.url)
        api.ask("work_pools/", name="office", type="process")
        deploying = place.python("-m", "flows.deploy", str(place.town.folder / "gouji.toml"), "office", PREFECT_API_URL=server.url)
        assert deploying.communicate(timeout=PATIENCE)[0:2] == ("", "")
        assert soon(lambda: len(api.runs("SCHEDULED")) >= 10, 90)
        [deployment] = api.deployments()
        assert (deployment["entrypoint"], deployment["work_pool_name"]) == ("flows.patrol.patrol", "office")
        assert {run["expected_start_time"][15:16] for run in api.runs("SCHEDULED")} <= {"0", "5"}


def test_the_deployment_file_has_the_schedule_of_the_configurations_defaults() -> None:
    text = (Path(__file__).parents[2] / "deploy" / "prefect.yaml").read_text("utf-8")
    [deployment] = yaml.safe_load(text)["deployments"]
    assert tuple(schedule["cron"] for schedule in deployment["schedules"]) == Schedule().cron
    assert {schedule["timezone"] for schedule in deployment["schedules"]} == {"Asia/Shanghai"}
    assert deployment["entrypoint"] == "flows.patrol.patrol"
