"""The list of tickets goes to an office, is filled in, and comes back."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from samples import sound
from tests.flows.calling import gouji
from tests.flows.town import Town

YEAR = 2024


FIRST, SECOND, THIRD = "青禾县教育局", "青禾县民政局", "青禾县水务局"


@pytest.fixture(scope="module")
def patrolled(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Three bodies with tickets, the first with two findings."""
    town = Town.found(tmp_path_factory.mktemp("lists") / "town")
    for name in (FIRST, SECOND, THIRD):
        faulty = sound(name, year=YEAR).with_figures(proceedings__reconsideration__total="41")
        town.put(name, faulty.with_figures(applications__received__natural_person="900") if name == FIRST else faulty)
    town.patrol()
    return town


@pytest.fixture
def town(patrolled: Town, tmp_path: Path) -> Town:
    return patrolled.copied(tmp_path / "town")


def exported(town: Town) -> list[dict[str, str]]:
    out = gouji("tickets", "export", "--config", town.folder / "gouji.toml").out
    return list(csv.DictReader(io.StringIO(out)))


def written(town: Town, rows: list[dict[str, str]], encoding: str = "utf-8-sig") -> Path:
    path = town.folder / "list.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def taken(town: Town, path: Path) -> tuple[int, str, str]:
    ended = gouji("tickets", "import", path, "--by", "王芳", "--config", town.folder / "gouji.toml")
    return ended.status, ended.out, ended.err


def statuses(town: Town) -> dict[str, list[str]]:
    """By body the status of its ticket and of its findings."""
    listed = json.loads(gouji("tickets", "list", "--format", "json", "--config", town.folder / "gouji.toml").out)["tickets"]
    return {ticket["agency"]: [ticket["status"], *(f["status"] for f in ticket["findings"])] for ticket in listed}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_what_is_filled_in_is_carried_out_and_only_once(town: Town, encoding: str) -> None:
    rows = exported(town)
    assert [(row["工单"], row["单位"], row["现状"], row["处理"]) for row in rows] == [
        ("1", FIRST, "待改", ""), ("1", FIRST, "待改", ""), ("2", SECOND, "待改", ""), ("3", THIRD, "待改", ""),
    ]  # fmt: skip
    rows[0] |= {"处理": "豁免", "整改结果": "口径不同", "豁免至": "2999年1月1日", "经办人": "李明"}
    rows[1] |= {"处理": "异议", "整改结果": "'=已按登记簿填写"}
    rows[3] |= {"处理": "关闭", "整改结果": "年底处理"}
    status, out, _ = taken(town, written(town, rows, encoding))
    assert (status, "王芳豁免1处，至2999-01-01" in out, "交李明办理" in out) == (0, True, True)
    assert statuses(town) == {FIRST: ["open", "waived", "disputed"], SECOND: ["open", "open"], THIRD: ["closed", "open"]}
    before = town.kept()
    status, out, _ = taken(town, town.folder / "list.csv")
    assert (status, out) == (0, "3 行此前已照办，跳过。\n")
    assert town.kept() == before
    again = exported(town)
    assert (again[0]["豁免至"], again[0]["经办人"], again[0]["处理"]) == ("2999-01-01", "李明", "")


def test_every_wrong_row_is_named_and_nothing_is_half_taken_in(town: Town) -> None:
    rows = exported(town)
    rows[0] |= {"处理": "免改", "整改结果": "口径不同"}  # as it was called earlier
    rows[1] |= {"处理": "不改"}
    rows[2] |= {"处理": "豁免"}
    rows[3] |= {"处理": "豁免", "整改结果": "口径不同", "豁免至": "2月30日"}
    rows.append({**rows[3], "豁免至": "2025-01-01"})
    rows.append({**rows[0], "工单": "77"})
    before = town.kept()
    status, out, err = taken(town, written(town, rows))
    assert (status, out) == (2, "")
    assert err.splitlines() == [
        "清单中有问题，没有导入任何一行：",
        "第3行：处理不能写“不改”，只能写 豁免、异议、撤回、重开、关闭，或留空",
        "第4行：处理写了“豁免”，“整改结果”里要写明原因",
        "第5行：“豁免至”要写成 2025-12-31 这样的日期，不能是“2月30日”",
        "第6行：“豁免至”写的 2025-01-01 已经过去，请写今天或以后的日期，长期豁免留空",
        "第7行：没有编号为“77”的工单",
    ]
    assert town.kept() == before


def test_what_changed_in_the_ledger_since_the_export_is_a_conflict(town: Town) -> None:
    rows = exported(town)
    for row in rows:
        row |= {"处理": "豁免", "整改结果": "口径不同"}
    assert gouji("tickets", "retract", "2", "--reason", "读错", "--by", "李明", "--config", town.folder / "gouji.toml").status == 0
    status, _, err = taken(town, written(town, rows))
    assert status == 2
    [_, line] = err.splitlines()
    assert line.startswith("第4行：导出之后工单#2的这一条已有变化（现为已撤回；李明于")
    assert statuses(town)[FIRST] == ["open", "open", "open"]


def test_a_workbook_is_filled_in_as_well_and_runs_nothing(town: Town) -> None:
    path = town.folder / "list.xlsx"
    assert gouji("tickets", "assign", "1", "--to", "=1+1", "--config", town.folder / "gouji.toml").status == 0
    assert gouji("tickets", "export", "--format", "xlsx", "--output", path, "--config", town.folder / "gouji.toml").status == 0
    book = openpyxl.load_workbook(path)
    page = book["工单"]
    head = {cell.value: cell.column for cell in page[1]}
    assert page.cell(2, head["经办人"]).data_type == "s"
    assert exported(town)[0]["经办人"] == "'=1+1"
    page.cell(4, head["处理"]).value = "撤回"
    page.cell(4, head["整改结果"]).value = "读错"
    book.save(path)
    assert taken(town, path)[0] == 0
    assert statuses(town)[SECOND] == ["retracted"]
    assert taken(town, town.folder / "gouji.toml")[0] == 2


def test_the_whole_is_exported_for_programs(town: Town) -> None:
    out = gouji("tickets", "export", "--format", "json", "--config", town.folder / "gouji.toml").out
    whole = json.loads(out)
    assert (whole["schema"], len(whole["tickets"]), whole["tickets"][0]["year"]) == ("gouji/tickets-1", 3, YEAR)
    assert [step["kind"] for step in whole["tickets"][0]["history"]] == ["opened"]
