from collections.abc import Iterator
from pathlib import Path

import pytest

from gouji.isolation import kept_readers
from tests.flows.outside import first_start, tables_for_all
from tests.flows.town import FAULTY, Town


@pytest.fixture(scope="package", autouse=True)
def readers() -> Iterator[None]:
    """Documents are read by servers that are started once, not once for each call of `gouji`."""
    with kept_readers():
        yield


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path / "town")


@pytest.fixture(scope="session")
def once_patrolled(tmp_path_factory: pytest.TempPathFactory) -> Town:
    town = Town.found(tmp_path_factory.mktemp("once") / "town")
    town.put("report", FAULTY)
    town.patrol()
    return town


@pytest.fixture
def ticketed(once_patrolled: Town, tmp_path: Path) -> Town:
    """A town of one faulty report after its first patrol: what is asked is what the next one does."""
    return once_patrolled.copied(tmp_path / "town")


@pytest.fixture(scope="session")
def prefect_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Prefect's server makes of an empty folder at its first start."""
    tables = tables_for_all(tmp_path_factory.getbasetemp())
    if not tables.exists():
        with first_start(tmp_path_factory.mktemp("prefect") / "first", tables):
            pass
    return tables
