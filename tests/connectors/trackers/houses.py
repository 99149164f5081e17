"""The other sides that the contract is tried on, by name."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from tests.connectors.trackers.desks import JiraHouse, RedmineHouse
from tests.connectors.trackers.forges import ENV, GiteaHouse, GitHubHouse, GitLabHouse, Issues
from tests.connectors.trackers.house import House
from tests.connectors.trackers.paper import FolderHouse, XlsxHouse
from tests.connectors.trackers.server import TOKEN, Fake, serving

SERVERS: Mapping[str, type[Issues]] = {
    "github": GitHubHouse, "gitlab": GitLabHouse, "gitea": GiteaHouse, "jira": JiraHouse, "redmine": RedmineHouse,
}  # fmt: skip

AnyServer = TypeVar("AnyServer", bound=Fake)


@contextmanager
def _folder(place: Path) -> Iterator[House]:
    yield FolderHouse(place)


@contextmanager
def _xlsx(place: Path) -> Iterator[House]:
    yield XlsxHouse(place)


@contextmanager
def server(name: str) -> Iterator[Issues]:
    """The vendor's server, and its token in the environment."""
    with served(SERVERS[name]()) as house:
        yield house


@contextmanager
def served(house: AnyServer) -> Iterator[AnyServer]:
    """This server, and its token in the environment."""
    os.environ[ENV] = TOKEN
    try:
        with serving(house):
            yield house
    finally:
        del os.environ[ENV]


HOUSES: Mapping[str, Callable[[Path], AbstractContextManager[House]]] = {
    "folder": _folder,
    "xlsx": _xlsx,
    **{name: lambda _place, name=name: server(name) for name in SERVERS},  # type: ignore[misc]
}
