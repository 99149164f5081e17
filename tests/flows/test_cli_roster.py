"""`gouji roster`: who must report and how each stands, and what is doubtful in the list."""

import json
from datetime import UTC, datetime
from pathlib import Path

from tests.flows.calling import gouji
from tests.flows.town import SOUND, Town

ROWS = "机构名称,机构类型,上级机关\n青禾县水务局,,青禾县人民政府\n青禾县教育局,,青禾县人民政府\n青禾县供销社,,\n青禾县水务局,,\n"


def office(folder: Path) -> Town:
    town = Town.found(folder / "town", 'ticket_years = [2024]\n[roster]\npath = "bodies.csv"\n')
    (town.folder / "bodies.csv").write_text(ROWS, "utf-8")
    town.now = datetime(2025, 2, 3, 4, 0, tzinfo=UTC)
    return town


def test_the_list_is_checked_row_by_row(tmp_path: Path) -> None:
    ended = gouji("roster", "check", "--config", office(tmp_path).folder / "gouji.toml")
    assert ended.status == 1
    assert [line.split("：")[0] for line in ended.out.splitlines()[:2]] == ["机关名单第 5 行", "机关名单第 4 行"]
    assert ended.out.splitlines()[-1].startswith("读出 3 个机关，1 处问题；")


def test_before_a_patrol_the_bodies_are_listed_and_after_it_how_they_stand(tmp_path: Path) -> None:
    town = office(tmp_path)
    config = town.folder / "gouji.toml"
    assert "还没有巡检过" in gouji("roster", "list", "--config", config).out
    town.put("water", SOUND)
    town.patrol()
    out = gouji("roster", "list", "--config", config).out
    assert [line.split()[0] for line in out.splitlines() if line.startswith("青禾县")] == ["青禾县水务局", "青禾县教育局", "青禾县供销社"]
    assert "截至2025年2月3日未找到2024年度报告" in "".join(out.split())
    listed = json.loads(gouji("roster", "list", "--format", "json", "--config", config).out)
    assert listed["schema"] == "gouji/roster-1"
    assert [(b["row"], [d["state"] for d in b["duties"]]) for b in listed["bodies"]] == [
        (2, ["published"]),
        (3, ["missing"]),
        (4, ["unknown"]),
    ]


def test_without_a_roster_it_says_what_to_configure(town: Town) -> None:
    ended = gouji("roster", "list", "--config", town.folder / "gouji.toml")
    assert (ended.status, "[roster]" in ended.err) == (2, True)
