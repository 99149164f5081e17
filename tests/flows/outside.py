"""`gouji` in a town, as processes of their own that are seen from outside."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from fcntl import LOCK_EX, LOCK_UN, flock
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

from flows.server import ApiServer, api_server
from tests.flows.town import Town

GOUJI = str(Path(sys.executable).with_name("gouji"))
PATIENCE = 120.0


@dataclass(frozen=True)
class Api:
    """A Prefect API, asked as any client would."""

    url: str

    def ask(self, path: str, **question: Any) -> Any:
        headers = {"Content-Type": "application/json"}
        request = Request(f"{self.url}/{path}", json.dumps(question).encode(), headers)
        with urlopen(request, timeout=30) as answer:
            return json.load(answer)

    def deployments(self) -> list[dict[str, Any]]:
        return list(self.ask("deployments/filter"))

    def runs(self, *states: str) -> list[dict[str, Any]]:
        """The flow runs in one of these states, or all."""
        wanted = {"flow_runs": {"state": {"type": {"any_": states}}}} if states else {}
        return list(self.ask("flow_runs/filter", **wanted))


@dataclass(frozen=True)
class Serving:
    process: "subprocess.Popen[str]"
    api: Api

    def ends_when_told(self) -> bool:
        """Whether it is gone soon after SIGTERM, and content."""
        self.process.terminate()
        return soon(lambda: self.process.poll() is not None, 20) and self.process.returncode == 0


def tables_for_all(folder: Path) -> Path:
    """Where the processes that share the tests keep Prefect's tables, once one has made them; `folder` is this one's for temporary files."""
    return (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "prefect-tables"


@contextmanager
def first_start(folder: Path, tables: Path, **how: Any) -> Iterator[ApiServer]:
    """A server in a folder of its own. What Prefect makes of an empty one takes it a while: it is taken from `tables`, or left there."""
    with tables.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if tables.exists():
            shutil.copytree(tables, folder)
        with api_server(folder, **how) as server:
            server.wait_until_ready()
            if not tables.exists():
                tables.mkdir()
                with closing(sqlite3.connect(folder / "prefect.db")) as there, closing(sqlite3.connect(tables / "prefect.db")) as here:
                    there.backup(here)
            flock(lock, LOCK_UN)
            yield server


class Outside:
    """Every process started here, and every process that those start, carries a mark of this place in its environment."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.mark = uuid4().hex

    @property
    def prefect(self) -> Path:
        return self.town.folder / "home" / "prefect"

    @classmethod
    def found(cls, folder: Path, tables: Path, config: str = "") -> "Outside":
        """A town whose Prefect has its tables already, which makes a start three times as fast."""
        place = cls(Town.found(folder, config))
        shutil.copytree(tables, place.prefect)
        return place

    def gouji(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        return self.python(GOUJI, *arguments, "--config", str(self.town.folder / "gouji.toml"), **environment)

    def python(self, *arguments: str, **environment: str) -> "subprocess.Popen[str]":
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "GOUJI"))}
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.town.folder,
            env=inherited | {"GOUJI_TEST_MARK": self.mark, "LC_ALL": "C.UTF-8"} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, **environment: str) -> dict[str, Any]:
        """What `gouji run` printed. It did all of the patrol, and said nothing else."""
        process = self.gouji("run", "--format", "json", *arguments, **environment)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, err) == (0, ""), err
        summary: dict[str, Any] = json.loads(out)
        return summary

    @contextmanager
    def serving(self) -> Iterator["Serving"]:
        """A `gouji serve` that answers."""
        process = self.gouji("serve")
        assert process.stderr is not None
        try:
            said = process.stderr.readline()
            assert "http://127.0.0.1" in said, said
            yield Serving(process, Api((self.prefect / "serve.address").read_text("utf-8")))
        finally:
            process.terminate()
            process.communicate(timeout=30)

    def left(self) -> list[str]:
        """The commands that still run of all that was started here, ten seconds later if need be."""
        soon(lambda: not self._running(), 10)
        return self._running()

    def _running(self) -> list[str]:
        mark = f"GOUJI_TEST_MARK={self.mark}".encode()
        own = [process for process in Path("/proc").iterdir() if process.name.isdigit() and mark in _told(process / "environ")]
        return [b" ".join(_told(process / "cmdline")).decode() for process in own]

    def count(self, query: str) -> int:
        """What the ledger answers, as it is this moment; 0 while there is none."""
        try:
            return int(self.rows(query)[0][0])
        except sqlite3.OperationalError:
            return 0

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"file:{self.town.folder / 'home' / 'ledger.sqlite'}?mode=ro", uri=True, timeout=10)) as ledger:
            return ledger.execute(query).fetchall()


def soon(true: Callable[[], object], limit: float = PATIENCE) -> bool:
    """Whether it becomes true within so many seconds."""
    latest = time.monotonic() + limit
    while not true():
        if time.monotonic() > latest:
            return False
        time.sleep(0.05)
    return True


def _told(file: Path) -> list[bytes]:
    try:
        return file.read_bytes().split(b"\0")
    except OSError:
        return []
