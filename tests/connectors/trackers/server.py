"""A tracker's server on this machine: it refuses what the vendor's description does not allow, and fails as told."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from jsonschema import Draft202012Validator

APIS = Path(__file__).with_name("apis")
TOKEN = "tok-e5f0c1d2-never-shown"


@dataclass(frozen=True)
class Request:
    """`op` is the operation by its description, `at` what its path names."""

    op: str
    at: dict[str, str]
    query: dict[str, str]
    headers: dict[str, str]
    json: Any = None
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    raw: bytes = b""


@dataclass(frozen=True)
class Answer:
    status: int
    data: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    text: str | None = None


@dataclass
class Fault:
    """What goes wrong with the next request of this operation; `after`: when its work is done. Status 0 breaks the line off."""

    op: str
    status: int
    text: str = '{"message": "no"}'
    headers: dict[str, str] = field(default_factory=dict)
    after: bool = False
    times: int = 1


class Fake:
    """The operations of one vendor. `violations` are requests that its description does not know.

    While it is `down` it breaks off each line, and counts them.
    """

    api = ""
    create_op = list_op = comment_op = ""
    auth = ("authorization", f"token {TOKEN}")

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.violations: list[str] = []
        self.faults: list[Fault] = []
        self.down, self.knocks = False, 0
        self.port = 0
        described = json.loads((APIS / f"{self.api}.json").read_text("utf-8"))["operations"]
        self._operations = [(op, re.compile(_pattern(op)), rules) for op, rules in described.items()]
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def answer(self, request: Request) -> Answer:
        raise NotImplementedError

    def serve(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        with self._lock:
            return self._serve(method, target, headers, body)

    def _serve(self, method: str, target: str, headers: dict[str, str], body: bytes) -> Answer:
        if self.down:
            self.knocks += 1
            return Answer(0)
        parts = urlsplit(target)
        found = [(op, m, rules) for op, pattern, rules in self._operations if (m := pattern.fullmatch(f"{method} {parts.path}"))]
        if not found:
            self.violations.append(f"no such operation: {method} {parts.path}")
            return Answer(404, {"message": "Not Found"})
        op, match, rules = found[0]
        self.asked.append(op)
        if headers.get(self.auth[0]) != self.auth[1]:
            return Answer(401, {"message": "Bad credentials"})
        request = self._request(op, {k: unquote(v) for k, v in match.groupdict().items()}, parts.query, headers, body, rules)
        fault = next((f for f in self.faults if f.op == op and f.times > 0), None)
        if fault is None:
            return self.answer(request)
        fault.times -= 1
        if fault.after:
            self.answer(request)
        return Answer(fault.status, None, fault.headers, fault.text)

    def _request(self, op: str, at: dict[str, str], query: str, headers: dict[str, str], body: bytes, rules: Any) -> Request:
        asked = dict(parse_qsl(query, keep_blank_values=True))
        kind = headers.get("content-type", "")
        files = _files(kind, body) if "multipart" in kind else {}
        sent = json.loads(body) if body and "json" in kind else None
        self._check(op, rules.get("query", {"additionalProperties": False}), {k: int(v) if v.isdigit() else v for k, v in asked.items()})
        if "body" in rules:
            self._check(op, rules["body"], sent)
        self.violations += [f"{op}: header {name}" for name, value in rules.get("headers", {}).items() if headers.get(name) != value]
        if sorted(files) != sorted(rules.get("files", [])):
            self.violations.append(f"{op}: files {sorted(files)}")
        return Request(op, at, asked, headers, sent, files, body)

    def _check(self, op: str, schema: Any, value: Any) -> None:
        self.violations += [f"{op}: {error.message[:200]}" for error in Draft202012Validator(schema).iter_errors(value)]


def page_of(items: list[Any], request: Request, *, size: str = "per_page", most: int = 100) -> Answer:
    """The page asked for, with a Link to the next."""
    page, length = int(request.query.get("page", 1)), min(int(request.query.get(size, 30)), most)
    rest = items[page * length :]
    link = {"Link": f'<http://next.example/?page={page + 1}>; rel="next"'} if rest else {}
    return Answer(200, items[(page - 1) * length : page * length], link)


@contextmanager
def serving(fake: Fake) -> Iterator[None]:
    """The server is there until the end of the block; then every request was one that the vendor knows."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_one_request(self) -> None:
            self.close_connection = True
            super().handle_one_request()

        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            answer = fake.serve(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, body)
            self.close_connection = True
            if answer.status == 0:
                return
            data = (answer.text if answer.text is not None else json.dumps(answer.data) if answer.data is not None else "").encode()
            self.send_response(answer.status)
            kind = "text/html" if data[:1] == b"<" else "application/json"
            for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), "Connection": "close", **answer.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PUT = do_PATCH = _any  # noqa: N815

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    fake.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    if fake.violations:
        raise AssertionError(fake.violations)


def _pattern(op: str) -> str:
    # A reference or a path may hold slashes.
    return re.sub(r"\\\{(\w+)\\\}", lambda m: f"(?P<{m[1]}>{'.+' if m[1] in ('ref', 'path') else '[^/]+'})", re.escape(op))


def _files(kind: str, body: bytes) -> dict[str, tuple[str, bytes]]:
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body, policy=HTTP)
    found = {}
    for part in message.iter_parts():  # type: ignore[attr-defined]
        name = part.get_param("name", header="content-disposition")
        if part.get_filename():  # python-gitlab sends an empty field `avatar` along
            found[str(name)] = (str(part.get_filename()), part.get_payload(decode=True))
    return found


Make = Callable[[], Fake]
