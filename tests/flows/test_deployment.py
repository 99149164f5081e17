"""The deployment for an office's own Prefect has the schedule that `gouji serve` keeps."""

from pathlib import Path

import yaml

from gouji.settings import Schedule


def test_the_deployment_file_has_the_schedule_of_the_configurations_defaults() -> None:
    text = (Path(__file__).parents[2] / "deploy" / "prefect.yaml").read_text("utf-8")
    [deployment] = yaml.safe_load(text)["deployments"]
    assert tuple(schedule["cron"] for schedule in deployment["schedules"]) == Schedule().cron
    assert {schedule["timezone"] for schedule in deployment["schedules"]} == {"Asia/Shanghai"}
    assert deployment["entrypoint"] == "flows.patrol.patrol"
