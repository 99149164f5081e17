"""Prefect's API server as a child process of ours: on loopback, its data in the office's home, gone when we are gone.

Prefect can start one by itself, but gives up after 20 seconds, leaves it behind when killed, and reports to its maker.
"""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from gouji.errors import GoujiError
from gouji.isolation.parent import die_with
from gouji.words import words

START_LIMIT = 180.0  # seconds; a cold start takes 15 to 45 on two slow shared cores, most of it for the tables in SQLite
_STOP_LIMIT = 5.0
_LOOPBACK = "127.0.0.1"
_PYTHON = (sys.executable, "-P", "-m")  # -P: a folder named like one of our packages, where we happen to be, is none of them


class ServerFailed(GoujiError):
    """Prefect's server could not be started, or ended by itself."""


class ApiServer:
    """A server on its way. `url` is known at once, so that a client may be prepared meanwhile."""

    def __init__(self, url: str, process: subprocess.Popen[bytes], log: Path) -> None:
        self.url = url
        self.process = process
        self.log = log

    def wait_until_ready(self, limit: float = START_LIMIT) -> None:
        """Return when the server answers; ServerFailed names its log when it does not."""
        latest = time.monotonic() + limit
        while not answers(self.url):
            if self.process.poll() is not None:
                raise ServerFailed(words("serve.server_died", log=self.log))
            if time.monotonic() > latest:
                raise ServerFailed(words("serve.server_slow", seconds=round(limit), log=self.log))
            time.sleep(0.1)

    def stop(self) -> None:
        """The process is gone when this returns."""
        self.process.terminate()
        try:
            self.process.wait(_STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def api_server(folder: Path, *, interface: bool = False, port: int = 0, python: Sequence[str] = _PYTHON) -> Iterator[ApiServer]:
    """A server that keeps its data in `folder`, while the block runs.

    With `interface` it also schedules and shows its runs on a web page, at `port` if that is free.
    """
    folder.mkdir(parents=True, exist_ok=True)
    server = _started(folder, interface, port, python)
    try:
        yield server
    finally:
        server.stop()


def _started(folder: Path, interface: bool, port: int, python: Sequence[str]) -> ApiServer:
    log = folder / "server.log"
    with _listening(port) as listening, log.open("wb") as output:
        url = f"http://{_LOOPBACK}:{listening.getsockname()[1]}/api"
        process = subprocess.Popen(
            [*python, "flows.server", str(listening.fileno()), str(os.getpid())],
            env=_server_environment(folder, url, interface),
            cwd=folder,
            pass_fds=[listening.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C at a terminal is for us; the server is stopped when nobody needs it any more
        )
    return ApiServer(url, process, log)


def answers(url: str) -> bool:
    """Whether a Prefect API is alive at `url`."""
    address = urlsplit(url)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or "", address.port, timeout=5)
    try:
        connection.request("GET", f"{address.path.rstrip('/')}/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, ValueError, http.client.HTTPException):  # ValueError: no such address is possible
        return False
    finally:
        connection.close()


def client_environment(folder: Path, url: str) -> dict[str, str]:
    """What has to stand in the environment before Prefect is imported, to speak with `url` quietly and with nobody else."""
    return {
        "PREFECT_HOME": str(folder),
        "PREFECT_API_URL": url,
        "PREFECT_SERVER_EPHEMERAL_ENABLED": "false",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "NO_PROXY": _without_proxy(os.environ),
        "no_proxy": _without_proxy(os.environ),
    }


def _without_proxy(environment: Mapping[str, str]) -> str:
    listed = environment.get("no_proxy") or environment.get("NO_PROXY") or ""
    return ",".join(filter(None, [listed, _LOOPBACK]))


def _server_environment(folder: Path, url: str, interface: bool) -> dict[str, str]:
    # PREFECT_ settings of the user speak of another server than this one: its database, its port, its password.
    own = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    own |= client_environment(folder, url)
    own |= {
        "PREFECT_SERVER_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{folder / 'prefect.db'}",
        "PREFECT_SERVER_API_HOST": _LOOPBACK,
        "PREFECT_SERVER_API_PORT": str(urlsplit(url).port),
        "PREFECT_SERVER_UI_ENABLED": str(interface).lower(),
        "PREFECT_SERVER_UI_API_URL": "/api",
        "PREFECT_SERVER_UI_STATIC_DIRECTORY": str(folder / "ui"),
        "PREFECT_SERVER_LOG_RETRYABLE_ERRORS": "true",
        "PREFECT__SERVER_FINAL": "1",
    }
    return own if interface else own | {"PREFECT__SERVER_EPHEMERAL": "1"}


def _listening(port: int) -> socket.socket:
    """A socket of ours at `port`, or where that is taken at any free one.

    It listens before the server is there: no other program can take the port meanwhile, and who asks early waits a little.
    """
    try:
        return socket.create_server((_LOOPBACK, port))
    except OSError:
        return socket.create_server((_LOOPBACK, 0))


def _serve(descriptor: int, parent: int) -> None:
    die_with(parent)
    import uvicorn

    with socket.socket(fileno=descriptor) as listening:
        config = uvicorn.Config("prefect.server.api.server:create_app", factory=True, log_level="warning", timeout_graceful_shutdown=3)
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    _serve(int(sys.argv[1]), int(sys.argv[2]))
