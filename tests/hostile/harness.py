"""Reads a hostile document as a patrol does, and tells what it took: the sentence, the time, the memory, the network.

with listening() as server:
    after = read_hostile(made(server.url), "report.pdf")
after.refused("加密")      # or after.was_read(), where the document does no harm
assert server.heard == []
"""

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from os import environ, getpid
from pathlib import Path
from time import monotonic, sleep
from typing import cast

from gouji.isolation import Job, Limits, Reading, read_reports
from gouji.report import Report
from samples import render, sound

SECONDS = 60.0
MEGABYTES = 1536
WELL = render(sound(year=2024, size="small", seed=1), "text")
_LOOK_EVERY = 0.01
TOLD: list[str] = []
"""A line for each document whose aftermath was looked at, which the summary of a run prints with --tell-hostile."""


@dataclass(slots=True)
class Server:
    """A web server on this machine; `heard` has the address of every connection and the line of every request."""

    url: str
    heard: list[str] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Server]:
    """A server that no document may ever reach."""
    server = Server("")

    class Handler(BaseHTTPRequestHandler):
        def setup(self) -> None:
            server.heard.append(f"connection from {self.client_address}")
            super().setup()

        def log_message(self, format: str, *args: object) -> None:
            server.heard.append(format % args)

        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        server.url = f"http://127.0.0.1:{listener.server_port}"
        thread = threading.Thread(target=listener.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            listener.shutdown()
            thread.join()


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What became of a hostile document, and of the one behind it. `megabytes` is the most that its processes held at once."""

    document: str
    reading: Reading
    next_one: Reading
    seconds: float
    megabytes: float

    def refused(self, sentence: str) -> None:
        """Asserts that it was refused with these words, within its limits, and that the next document was read."""
        assert self.reading.report is None
        assert self.reading.trouble is not None
        said = self.reading.trouble.words
        assert sentence in said.zh, said.zh
        assert said.en
        assert "\n" not in said.zh + said.en
        self._stayed_in_bounds()

    def was_read(self) -> Report:
        """Its report: asserts that it was read, within its limits, and that the next document was read."""
        assert self.reading.trouble is None, self.reading.trouble
        assert self.reading.report is not None
        self._stayed_in_bounds()
        return self.reading.report

    def _stayed_in_bounds(self) -> None:
        trouble = self.reading.trouble
        TOLD.append(f"{self.document} | {trouble.words.zh if trouble else 'read'} | {self.seconds:.1f} s | {self.megabytes:.0f} MB")
        assert self.seconds < SECONDS, self.seconds
        assert self.megabytes < MEGABYTES, self.megabytes
        assert self.next_one.report is not None, self.next_one.trouble


def read_hostile(data: bytes, name: str, limits: Limits | None = None) -> Aftermath:
    """Reads the document between two harmless ones, one at a time, each in its process."""
    with readers(limits) as read:
        return read(data, name)


@contextmanager
def readers(limits: Limits | None = None) -> Iterator[Callable[[bytes, str], Aftermath]]:
    """`read_hostile` for many documents with one server of reading processes: starting it takes longer than most of them."""
    waiting: deque[Job] = deque()
    jobs = iter(lambda: waiting.popleft(), None)  # taken one at a time, when there is room
    found = read_reports(jobs, workers=1, limits=limits) if limits else read_reports(jobs, workers=1)
    readings = cast(Generator[Reading, None, None], found)

    def read_one(data: bytes, name: str) -> Reading:
        waiting.append(Job(name, name, data))
        return next(readings)

    def read(data: bytes, name: str) -> Aftermath:
        with _watching() as watch:
            began = monotonic()
            hostile = read_one(data, name)
            seconds = monotonic() - began
        document = environ.get("PYTEST_CURRENT_TEST", name).split("::")[-1].removesuffix(" (call)")
        return Aftermath(document, hostile, read_one(WELL, "after.txt"), seconds, watch.most / 1024)

    read_one(WELL, "before.txt")  # the server has started
    try:
        yield read
    finally:
        readings.close()


@dataclass(slots=True)
class _Watch:
    most: float = 0.0


@contextmanager
def _watching() -> Iterator[_Watch]:
    """The most kilobytes that the reading processes, with all that they start, hold at any time inside of the context."""
    watch, done = _Watch(), threading.Event()

    def look() -> None:
        while not done.is_set():
            readers = [reader for server in _children(getpid()) for reader in _children(server)]
            watch.most = max([watch.most, *(_held(reader) for reader in readers)])
            sleep(_LOOK_EVERY)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        done.set()
        thread.join()


def _held(process: int) -> float:
    """What the process holds, its own high-water mark counted, and what those under it hold."""
    return _kilobytes(process, "VmHWM") + sum(_kilobytes(child, "VmRSS") for child in _family(process))


def _family(process: int) -> list[int]:
    return [found for child in _children(process) for found in (child, *_family(child))]


def _children(process: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):  # gone in the meantime
        for task in Path(f"/proc/{process}/task").iterdir():
            found.extend(int(number) for number in (task / "children").read_text().split())
    return found


def _kilobytes(process: int, what: str) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith(what):
                return float(line.split()[1])
    return 0.0
