"""The server of reading processes as its caller holds it: started, asked for a process, started again if killed, ended."""

import json
import os
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from types import TracebackType
from typing import Self

from gouji.errors import GoujiError
from gouji.isolation.server import READY
from gouji.words import words

_START = """
import json, sys
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


class Forks:
    """Starts reading processes. As a context: at its end none of them is left."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._servers: list[_Server] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for server in self._servers:
            server.end()

    def start(self, task: object) -> Fork:
        """A process at work on this task."""
        if not (self._servers and self._servers[-1].is_alive()):
            self._servers.append(_Server(self._reader))
        return self._servers[-1].start(task)


class _Server:
    def __init__(self, reader: str) -> None:
        self._control, theirs = Pipe()
        arguments = [json.dumps(sys.path), str(theirs.fileno()), str(os.getpid()), reader]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, *arguments],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # standard output is for data
        )
        theirs.close()
        self._statuses: dict[int, int] = {}
        self._started = 0
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

    def start(self, task: object) -> Fork:
        """A process at work on this task; where the server has just died, one that has ended without an answer."""
        self._started += 1
        ours, theirs = Pipe()
        try:
            self._control.send(self._started)
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
        return self._statuses.pop(number)

    def end(self) -> None:
        """Ends the server, and with it every process that it forked."""
        self._control.close()
        try:
            self._process.wait(_END_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
