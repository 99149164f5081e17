"""A web site on this machine, answering as told."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from connectors.http import Client, Exchange, Manners, Pace


@dataclass(frozen=True)
class Answer:
    """What a page answers; `tail` writes whatever it likes after the headers instead of the body."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    tail: Callable[[BaseHTTPRequestHandler], None] | None = None


Page = Answer | Callable[[BaseHTTPRequestHandler], Answer]


class Site:
    """Pages by path. `asked` is every request as it came: path and headers in small letters."""

    def __init__(self, port: int, secure: bool) -> None:
        self.port, self.secure = port, secure
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http{'s' if self.secure else ''}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site that is there until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            page = site.pages.get(self.path, Answer(b"no such page", 404, {"Content-Type": "text/plain"}))
            answer = page if isinstance(page, Answer) else page(self)
            try:
                self._send(answer)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def do_POST(self) -> None:
            """The form is part of the path by which the page is known."""
            self.path += f"|{self.rfile.read(int(self.headers['Content-Length'])).decode()}"
            self.do_GET()

        def _send(self, answer: Answer) -> None:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if answer.tail is None:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)
            if answer.tail is not None:
                answer.tail(self)
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Site(server.server_address[1], tls is not None)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# For tests: as fast as the machine, this machine's own address named, weather waited out at once.
QUICK: dict[str, object] = {"requests_per_second": 1000.0, "backoff": 0.001, "allow_hosts": ("127.0.0.1",)}


def client(folder: Path, *, names: Mapping[str, str] | None = None, record: list[Exchange] | None = None, **manners: object) -> Client:
    """A client that knows only these names, and addresses written as numbers."""

    def resolver(host: str, port: int) -> list[str]:
        return [(names or {}).get(host, host)]

    told = Manners(**{**QUICK, **manners})  # type: ignore[arg-type]
    return Client(told, Pace(folder / "pace"), resolver=resolver, record=record.append if record is not None else lambda _: None)
