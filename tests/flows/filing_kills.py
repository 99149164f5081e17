"""A delivery to trackers that is killed at one boundary after another, and the next one, in the trackers' own records."""

import copy
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.connectors.trackers.forges import ENV, GitHubHouse
from tests.connectors.trackers.house import PNG, Record
from tests.connectors.trackers.houses import server
from tests.connectors.trackers.paper import FolderHouse, XlsxHouse
from tests.flows.killing import boundaries_of, killed
from tests.flows.registry import Registry
from tests.gouji.findings import finding

ONE, TWO = finding(), finding(printed="14")
# Opened with a picture; another fault and the first mended; all mended.
PHASES: list[Callable[[Registry], None]] = [
    lambda registry: registry.judged(ONE),
    lambda registry: registry.judged(TWO),
    lambda registry: registry.judged(),
]
SAMPLE = {
    0: ("file: create: done", "file: attach: before", "file: done there", "file: filed: before commit"),
    1: ("file: update: done", "file: comment: done"),
    2: ("file: close: done", "file: meant: committed"),
}
_KEPT = ("issues", "comments", "tick", "files", "refs")


@dataclass
class Place:
    """An office with three trackers. Everything of it can be put back to where it was."""

    registry: Registry
    github: GitHubHouse

    def records(self) -> list[Any]:
        folder = self.registry.folder
        found = [self.github.records(), FolderHouse(folder).records(), XlsxHouse(folder).records()]
        return [[_seen(record) for record in records] for records in found]

    def kept(self) -> dict[str, Any]:
        return copy.deepcopy({name: vars(self.github)[name] for name in _KEPT})

    def copied(self, to: Path, kept: dict[str, Any]) -> "Place":
        shutil.copytree(self.registry.folder, to)
        vars(self.github).update(copy.deepcopy(kept))
        return Place(Registry(to, self.registry.now), self.github)


@contextmanager
def place(folder: Path) -> Iterator[Place]:
    with server("github") as github:
        assert isinstance(github, GitHubHouse)
        config = (
            f'[[trackers]]\ntype = "github"\nrepository = "office/reports"\napi = "{github.url}"\npause = 0\ntoken = {{ env = "{ENV}" }}\n'
            '[[trackers]]\ntype = "folder"\npath = "tickets"\n[[trackers]]\ntype = "xlsx"\npath = "问题清单.xlsx"\n'
        )
        registry = Registry.found(folder / "template", config)
        for each in (ONE, TWO):
            picture = registry.folder / "home" / "pages" / "evidence" / "aa" / f"{each.fingerprint}.png"
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_bytes(PNG)
        yield Place(registry, github)


def outcomes(here: Place, phase: int, chosen: Callable[[list[str]], list[int]]) -> Iterator[tuple[str, str, list[Any], list[Any]]]:
    """By boundary: its name, how the delivery ended, what the trackers hold after the next one, and what they should hold."""
    for before in PHASES[:phase]:
        before(here.registry)
        here.registry.deliver()
    PHASES[phase](here.registry)
    kept, folder = here.kept(), here.registry.folder
    calm = here.copied(folder.with_name("calm"), kept)
    boundaries = boundaries_of(calm.registry.delivers)
    wanted = calm.records()
    for number in chosen(boundaries):
        again = here.copied(folder.with_name(f"killed-{number}"), kept)
        ended = killed(again.registry.delivers, number)
        again.registry.deliver()
        yield boundaries[number], ended, again.records(), wanted
        shutil.rmtree(again.registry.folder)


def _seen(record: Record) -> Any:
    """The record without the ledger's name and the times."""
    return record.open, sorted(record.labels), len(record.comments), record.pictures
