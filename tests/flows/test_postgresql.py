"""An office whose ledger is on PostgreSQL: the same as on SQLite."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flows.kills import PHASES
from tests.flows.town import Town
from tests.postgresql import postgresql


@pytest.fixture
def address() -> Iterator[str]:
    with postgresql() as url:
        yield url


def test_patrols_leave_the_same_on_postgresql_as_on_sqlite(tmp_path: Path, address: str) -> None:
    towns = [Town.found(tmp_path / "file"), Town.found(tmp_path / "server", f'ledger = "{address}"\n')]
    for town in towns:
        for phase in PHASES:
            phase(town)
            town.patrol()
    on_file, on_server = (town.kept() for town in towns)
    assert on_server == on_file


def test_a_dry_run_on_postgresql_leaves_the_ledger_as_it_was(tmp_path: Path, address: str) -> None:
    town = Town.found(tmp_path / "town", f'ledger = "{address}"\n')
    PHASES[0](town)
    town.patrol()
    before = town.kept()
    PHASES[1](town)
    summary = town.patrol(dry_run=True)
    assert (summary.settled.opened, summary.settled.resolved, summary.delivered.waiting) == (1, 1, 1)
    assert town.kept() == before
