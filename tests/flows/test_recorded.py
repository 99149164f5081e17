"""What no new version can mend is told once, and the patrol's numbers are the letter's."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from samples import Sample, sound
from tests.flows.calling import gouji
from tests.flows.told import postbox, roster, text_of
from tests.flows.town import AGENCY, OTHER, Town

WRONG = {"proceedings__reconsideration__total": "41"}
ROSTER = f"机构名称,机构类型\n{AGENCY},部门\n{OTHER},部门\n"


def late(agency: str, **figures: str) -> Sample:
    on_time = sound(agency, year=2024).with_figures(**figures)
    return replace(on_time, signed_on=date(2025, 2, 5), published_on=date(2025, 2, 6))


@pytest.fixture
def town(tmp_path: Path) -> Town:
    town = Town.found(tmp_path / "town", 'ticket_years = [2024]\n[roster]\npath = "bodies.csv"\n')
    (town.folder / "bodies.csv").write_text(ROSTER, "utf-8")
    return town


def test_the_letter_tells_of_all_that_the_patrol_counts_and_says_what_gets_no_ticket(town: Town) -> None:
    town.put("water", late(AGENCY), "html")
    town.put("schools", late(OTHER, **WRONG), "html")
    town.put("older", sound(AGENCY, year=2023).with_figures(**WRONG), "html")
    said = gouji("run", "--plain", "--config", town.folder / "gouji.toml").out.splitlines()
    assert said[1:3] == [
        "报告  核对 3：未发现错误 0，待核 0，建议核改 3",
        "      其中不立工单的：1 份只有逾期公布等改版也不能消除的问题，只作记录、写进通知；1 份属于不立工单的年度（ticket_years）",
    ]
    [letter] = town.letters()
    lines = letter.read_text("utf-8").splitlines()
    assert lines[0] == "政府信息公开年报检查：1份建议核改，1份只作记录（如逾期公布）"
    assert [line for line in lines if "晚5天" in line] == [
        f"    只作记录，改版也不能消除：{OTHER}年度报告：落款日期2025年2月5日、网页日期2025年2月6日，期限为2025年1月31日，晚5天。",
        f"  1. {AGENCY}年度报告：落款日期2025年2月5日、网页日期2025年2月6日，期限为2025年1月31日，晚5天。",
    ]


def test_it_is_told_once_and_not_again_with_another_rendering_or_a_later_fault(town: Town) -> None:
    town.put("schools", sound(OTHER, year=2024), "html")
    town.put("water", late(AGENCY), "html")
    town.patrol()
    town.patrol()
    town.put("water", late(AGENCY, **WRONG), "html")
    town.patrol()
    first, second = (letter.read_text("utf-8") for letter in town.letters())
    assert first.splitlines()[0].endswith(f"：{AGENCY}2024年度报告有1处只作记录（如逾期公布）")
    assert second.splitlines()[0].endswith(f"：{AGENCY}2024年度报告建议核改1处")
    assert "晚5天" not in second


def test_a_body_hears_of_its_own_late_report_alone(tmp_path: Path) -> None:
    with postbox() as box:
        town = Town.found(tmp_path / "town", roster(tmp_path) + box.settings("bodies = true\n"))
        town.put("water", late(AGENCY), "html")
        town.put("schools", sound(OTHER, year=2024), "html")
        town.patrol()
        letters = box.by_recipient()
    assert set(letters) == {"office@example.org", "water@example.org"}
    assert "晚5天" in text_of(letters["water@example.org"])
