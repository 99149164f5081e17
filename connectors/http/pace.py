"""One request at a time to each host, and no more a second than is polite: over threads, workers and processes of one home.

A host has a small file. Who asks the host holds the file's lock; in it stands when the next one may ask. The system gives the
lock back when its holder dies.
"""

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from connectors.http.errors import RestAsked
from gouji.clock import shown
from gouji.words import words


@dataclass(slots=True)
class Turn:
    """Our turn at a host. `rest` is how long it is left alone from the beginning of the turn."""

    rest: float
    began: float = field(default_factory=time.time)

    def hold(self, seconds: float) -> None:
        """The host asked to be left alone for this long from now."""
        self.rest = max(self.rest, time.time() - self.began + seconds)


@dataclass(frozen=True, slots=True)
class Pace:
    """The turns of all hosts, kept in a folder."""

    folder: Path

    @contextmanager
    def turn(self, host: str, interval: float, longest: float) -> Iterator[Turn]:
        """Begins when it is our turn; a host that asked for a longer rest than `longest` is RestAsked, without a word to it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.folder / _name(host), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            _wait(descriptor, host, longest)
            turn = Turn(interval)
            try:
                yield turn
            finally:
                _note(descriptor, turn)
        finally:
            os.close(descriptor)


def until(seconds: float) -> str:
    """The end of a rest, for a person."""
    return shown(datetime.now(UTC) + timedelta(seconds=seconds))


def _name(host: str) -> str:
    return hashlib.sha256(host.lower().encode()).hexdigest()[:32]


def _wait(descriptor: int, host: str, longest: float) -> None:
    began, ends = _noted(descriptor)
    now = time.time()
    if began > now:
        return  # the clock was set back: what stands there says nothing
    if ends - now > longest:
        raise RestAsked(words("http.rest-asked", host=host, until=until(ends - now)))
    time.sleep(max(0.0, ends - now))


def _noted(descriptor: int) -> tuple[float, float]:
    try:
        began, ends = os.pread(descriptor, 100, 0).split()
        return float(began), float(ends)
    except ValueError:
        return 0.0, 0.0  # new, or cut off when a machine went down


def _note(descriptor: int, turn: Turn) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, f"{turn.began!r} {turn.began + turn.rest!r}".encode(), 0)
