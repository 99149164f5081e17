from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.server import api_server
from gouji.isolation import kept_readers
from tests.flows.town import Town


@pytest.fixture(scope="session", autouse=True)
def readers() -> Iterator[None]:
    """Documents are read by servers that are started once, not once for each call of `gouji`."""
    with kept_readers():
        yield


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return Town.found(tmp_path / "town")


@pytest.fixture(scope="session")
def prefect_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Prefect's server makes of an empty folder at its first start."""
    folder = tmp_path_factory.mktemp("prefect")
    with api_server(folder) as server:
        server.wait_until_ready()
    return folder
