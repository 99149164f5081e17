"""Patrols over a bucket."""

from pathlib import Path

import pytest

from samples import render
from tests.connectors.stores import storing
from tests.flows.calling import gouji
from tests.flows.town import AGENCY, FAULTY, SOUND, Town

STORE = '[[sources]]\nname = "store"\ntype = "object-store"\nbucket = "reports"\nprefix = "2024"\nendpoint = "{}"\nkey = {{ env = "K" }}\nsecret = {{ env = "S" }}\n'


def test_a_bucket_is_patrolled_from_the_first_report_to_its_correction_and_withdrawal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("K", "k")
    monkeypatch.setenv("S", "s")
    with storing("reports") as store:
        town = Town.found(tmp_path / "town", STORE.format(store.endpoint))
        store.files.pipe_file("reports/2024/water.txt", render(FAULTY, "text"))
        first, second = town.patrol(), town.patrol()
        assert town.tickets() == [(AGENCY, 2024, "open")]
        store.files.pipe_file("reports/2024/water.txt", render(SOUND, "text"))
        third = town.patrol()
        assert town.tickets() == [(AGENCY, 2024, "resolved")]
        checked = gouji("sources", "check", "store", "--config", town.folder / "gouji.toml")
        store.files.rm_file("reports/2024/water.txt")
        fourth = town.patrol()
    assert "会收集 1 份" in checked.out
    assert f"s3://reports/2024 @ {store.endpoint}" in checked.out
    assert [
        (p.looks[0].seen, p.looks[0].gone, p.looks[0].ok, p.readings.new, p.readings.changed) for p in (first, second, third, fourth)
    ] == [
        (1, 0, True, 1, 0),
        (1, 0, True, 0, 0),
        (1, 0, True, 0, 1),
        (0, 1, True, 0, 0),
    ]


def test_a_key_that_is_not_there_is_told_and_other_sources_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("K", raising=False)
    town = Town.found(tmp_path / "town", STORE.format("http://127.0.0.1:9"))
    ended = gouji("sources", "check", "--config", town.folder / "gouji.toml")
    assert ended.status == 1
    assert "环境变量 K" in ended.out
    assert "inbox  文件夹" in ended.out
