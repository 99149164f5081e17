"""The server of reading processes as its caller holds it: started, asked for a process, started again if killed, ended or kept."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from types import TracebackType
from typing import Self

from gouji.errors import GoujiError
from gouji.isolation.server import READY
from gouji.words import words

# Nothing that is loaded is ever given up: looking for what might be would take a tenth of the start.
_START = """
import gc, json, sys
gc.disable()
sys.path[:] = json.loads(sys.argv[1])
from gouji.isolation.server import serve
serve(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
"""
_END_WITHIN = 5.0


class ReadersDidNotStart(GoujiError):
    """The reading processes could not be started."""


class Fork:
    """One reading process, seen from outside."""

    def __init__(self, connection: Connection, number: int, server: "_Server") -> None:
        self.connection = connection
        self._number = number
        self._server = server

    def ended(self) -> tuple[bytes, int | None]:
        """Waits for its end: its answer, empty where it gave none whole, and its exit status, None where that is lost."""
        with self.connection:
            try:
                found = self.connection.recv_bytes()
            except (EOFError, OSError):
                found = b""
        return found, self._server.status(self._number)


@contextmanager
def kept_readers() -> Iterator[None]:
    """Within, a server whose readings are done stays for those that come next: what reads batch after batch starts it once."""
    if _idle.get() is not None:
        yield
        return
    idle: list[_Server] = []
    token = _idle.set(idle)
    try:
        yield
    finally:
        _idle.reset(token)
        for server in idle:
            server.end()


class Forks:
    """Starts reading processes. As a context: at its end none of them is left, and their server only within `kept_readers`."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._servers: list[_Server] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        idle = _idle.get()
        for server in self._servers:
            if idle is not None and server.is_idle():
                idle.append(server)
            else:
                server.end()

    def start(self, task: object, kind: str) -> Fork:
        """A process at work on this task, which is a document of this kind (gouji.isolation.first)."""
        if not (self._servers and self._servers[-1].is_alive()):
            self._servers.append(self._kept() or _Server(self._reader))
        return self._servers[-1].start(task, kind)

    def _kept(self) -> "_Server | None":
        """A server that was kept and would be started the same way now; a forked process has none of its parent's."""
        idle, made_by = _idle.get() or [], _made_by(self._reader)
        for server in list(idle):
            if server.made_by == made_by and server.is_alive():
                with suppress(ValueError):  # another thread has just taken it
                    idle.remove(server)
                    return server
        return None


def _made_by(reader: str) -> tuple[object, ...]:
    """Of what a server's processes take over, all that may differ from one start to the next."""
    return os.getpid(), reader, tuple(sys.path), os.environ.get("PATH")


def _folder() -> "tempfile.TemporaryDirectory[str] | None":
    """For what reading processes put down for a while: who is killed in mid-work cannot clear it away. None where no folder can be made."""
    with suppress(OSError):
        return tempfile.TemporaryDirectory(prefix="gouji-readers-", ignore_cleanup_errors=True)
    return None


class _Server:
    def __init__(self, reader: str) -> None:
        self.made_by = _made_by(reader)
        self._folder = _folder()
        self._control, theirs = Pipe()
        arguments = [json.dumps(sys.path), str(theirs.fileno()), str(os.getpid()), reader]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *arguments],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # standard output is for data
            env={**os.environ, "TMPDIR": self._folder.name} if self._folder else None,
            process_group=0,  # Ctrl-C is for us to handle, from the first moment: the connection that we close ends the server
        )
        theirs.close()
        self._statuses: dict[int, int] = {}
        self._started = self._running = 0
        self._await_ready()

    def _await_ready(self) -> None:
        try:
            ready = self._control.recv_bytes()
        except (EOFError, OSError) as error:
            self.end()
            raise ReadersDidNotStart(words("reading.no-readers")) from error
        except BaseException:
            self.end()
            raise
        assert ready == READY

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def is_idle(self) -> bool:
        """Whether it lives, and the end of every process that it started is known."""
        return self._running == 0 and self.is_alive()

    def start(self, task: object, kind: str) -> Fork:
        """A process at work on this task; where the server has just died, one that has ended without an answer."""
        self._started += 1
        self._running += 1
        ours, theirs = Pipe()
        try:
            self._control.send((self._started, kind))
            send_handle(self._control, theirs.fileno(), self._process.pid)
            theirs.close()
            ours.send(task)
        except OSError:
            theirs.close()
        return Fork(ours, self._started, self)

    def status(self, number: int) -> int | None:
        """The exit status of this process; waits until the server has told it."""
        while number not in self._statuses:
            try:
                told, status = self._control.recv()
            except (EOFError, OSError):
                return None
            self._statuses[told] = status
        self._running -= 1
        return self._statuses.pop(number)

    def end(self) -> None:
        """Ends the server, and with it every process that it forked."""
        self._control.close()
        try:
            self._process.wait(_END_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._folder:
            self._folder.cleanup()


_idle: ContextVar[list[_Server] | None] = ContextVar("_idle", default=None)
