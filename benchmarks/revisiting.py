"""How much it costs to revisit what is known where nothing changed: python -m benchmarks.revisiting [PUBLICATIONS]."""

import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

import click

from benchmarks.column_server import answers, served
from flows.office import open_office, patrolling
from flows.steps.discover import Look, discover
from gouji.settings import Settings, load


@dataclass(frozen=True, slots=True)
class Revisit:
    """The second look: how it went, what the server answered by status, and our seconds of CPU without the server's."""

    look: Look
    statuses: Counter[int]
    cpu: float
    grown: int


def main(arguments: list[str]) -> int:
    """1 where anything was sent again, or it took longer than 20 s of CPU for each 1,000 publications."""
    number = int(arguments[0]) if arguments else 1000
    with TemporaryDirectory() as folder:
        told = revisit(Path(folder), number)
    click.echo(f"{number} publications revisited: {dict(told.statuses)}, {told.cpu:.1f} s CPU, {told.grown} KB more memory")
    return int(set(told.statuses) != {304} or told.cpu > 20 * max(1, number / 1000))


def revisit(folder: Path, number: int) -> Revisit:
    """A column of so many reports, looked at a second time in an office in this folder."""
    with served(number) as url:
        settings = _settings(folder, url)
        _look(settings)
        answers(url)
        before, memory = time.process_time(), getrusage(RUSAGE_SELF).ru_maxrss
        look = _look(settings)
        return Revisit(look, answers(url), time.process_time() - before, getrusage(RUSAGE_SELF).ru_maxrss - memory)


def _look(settings: Settings) -> Look:
    with open_office(settings) as office, patrolling(office):
        return discover(office)[0]


def _settings(folder: Path, url: str) -> Settings:
    source = f'[[sources]]\nname = "column"\ntype = "website"\nurl = "{url}"\nrequests_per_second = 100000\nallow_hosts = ["127.0.0.1"]\n'
    (folder / "gouji.toml").write_text(f'home = "home"\n{source}', "utf-8")
    return load(folder / "gouji.toml")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
