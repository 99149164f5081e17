"""A whole roster on the day after the deadline: exactly those who owe a report and have none get a ticket."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import pytest

from gouji.ledger.tickets import tickets_json
from samples import sound
from tests.flows.town import Town

COUNTIES = ["青禾县", "临河县", "柳川县", "栖梧县", "澜溪县", "砚溪县", "松岭县", "桐湾县", "枫桥县", "芦塘县"]
BUREAUS = [
    "教育局", "公安局", "民政局", "司法局", "财政局", "水务局", "农业农村局", "商务局", "审计局", "统计局", "信访局", "林业局",
    "卫生健康局", "医疗保障局", "应急管理局", "生态环境局", "交通运输局", "市场监督管理局", "退役军人事务局", "文化和旅游局",
]  # fmt: skip
LAW = date(2026, 1, 31)


@dataclass(frozen=True)
class Fate:
    """What the roster says of a body, under which name it published, if at all, and until when it owes a report, if it does."""

    alias: str = ""
    founded: str = ""
    dissolved: str = ""
    due: str = ""
    published_as: str | None = "{county}{bureau}"
    owes: date | None = LAW


FATES = [
    Fate(),
    Fate(alias="{county}第一{bureau}", published_as="{county}第一{bureau}"),  # renamed, and still under the old name
    Fate(published_as=None),
    Fate(),
    Fate(dissolved="2025-11-30", published_as=None, owes=None),  # merged into another
    Fate(alias="{county}旧{bureau}"),  # renamed, under the new name
    Fate(due="2026-02-15", published_as=None, owes=date(2026, 2, 15)),
    Fate(dissolved="2026-06-30", published_as=None),  # there on the day, gone later
    Fate(founded="2026-01-08", published_as=None, owes=None),
    Fate(),
    Fate(dissolved="2026-01-20", published_as=None, owes=None),
]


@pytest.mark.parametrize("counties", [2, pytest.param(10, marks=pytest.mark.long)])
def test_the_deadline_run_files_exactly_the_right_tickets(counties: int, tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town", 'ticket_years = [2025]\n[roster]\npath = "bodies.csv"\n')
    # Twenty bureaus and eleven fates: the same bureau of two counties has another fate in each.
    bodies = [(county, bureau, FATES[n % len(FATES)]) for n, (county, bureau) in enumerate(product(COUNTIES[:counties], BUREAUS))]
    rows = [
        f"{bureau},{county}人民政府,{fate.alias.format(county=county, bureau=bureau)},{fate.founded},{fate.dissolved},{fate.due}"
        for county, bureau, fate in bodies
    ]
    header = "机构名称,上级机关,别名,成立日期,撤并日期,截止日期"
    (town.folder / "bodies.csv").write_bytes("\r\n".join([header, *rows]).encode("gbk"))
    for n, (county, bureau, fate) in enumerate(bodies):
        if fate.published_as:
            town.put(f"{n:03}", sound(fate.published_as.format(county=county, bureau=bureau), year=2025))
    for day, ticketed in ((date(2026, 1, 31), None), (date(2026, 2, 1), LAW), (date(2026, 2, 16), date(2026, 2, 15))):
        town.now = datetime(day.year, day.month, day.day, 0, 30, tzinfo=UTC)
        summary = town.patrol()
        assert summary.troubles == ()
        expected = {
            f"{county}{bureau}"
            for county, bureau, fate in bodies
            if ticketed and fate.published_as is None and fate.owes and fate.owes <= ticketed
        }
        missing = {agency for agency, _, _ in tickets_of(town, "report-missing")}
        assert missing == expected
    assert summary.roster is not None
    assert summary.roster["due"] == sum(fate.owes is not None for _, _, fate in bodies)
    assert summary.roster["published"] == sum(fate.published_as is not None for _, _, fate in bodies)


def tickets_of(town: Town, rule: str) -> list[tuple[str, int, str]]:
    ledger = town.ledger()
    listed = [
        (t["agency"], t["year"], t["status"]) for t in tickets_json(ledger)["tickets"] if [f["rule"] for f in t["findings"]] == [rule]
    ]
    ledger.close()
    return listed
