"""A column of invented reports on this machine, from a server that knows the copies that it sent."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from subprocess import PIPE, Popen
from urllib.request import urlopen

import click

_LISTED = 100  # entries a page of the list


@contextmanager
def served(number: int) -> Iterator[str]:
    """The column's address, served by a process of its own: what the server costs is not ours."""
    with Popen([sys.executable, "-m", "benchmarks.column_server", str(number)], stdout=PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}/list/index.html"
        finally:
            server.terminate()


def answers(url: str) -> Counter[int]:
    """What was answered since this was last asked, by status."""
    with urlopen(url.replace("/list/index.html", "/answers")) as told:
        return Counter({int(status): count for status, count in json.load(told).items()})


def main(number: int) -> None:
    """Serves until it is ended."""
    pages, told = _pages(number), Counter[int]()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/answers":
                self._send(200, json.dumps(told).encode())
                told.clear()
                return
            body = pages.get(self.path, b"")
            known = self.headers["If-None-Match"] == _TAG
            status = 404 if not body else 304 if known else 200
            if self.path != "/robots.txt":
                told[status] += 1
            self._send(status, b"" if status == 304 else body)

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("ETag", _TAG)
            if status != 304:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    click.echo(server.server_address[1])
    server.serve_forever()


_TAG = '"1"'


def _pages(number: int) -> dict[str, bytes]:
    """The pages of the list, each with its reports, and the reports."""
    pages = {f"/list/{n}.html": f"<title>报告{n}</title><p>一、总体情况</p>{'本机关依法公开。' * 500}".encode() for n in range(number)}
    count = max(1, -(-number // _LISTED))
    for page in range(count):
        rows = "".join(_row(n) for n in range(page * _LISTED, min(number, (page + 1) * _LISTED)))
        script = f'<script>createPageHTML({count}, {page}, "index", "html");</script>'
        name = "index.html" if page == 0 else f"index_{page}.html"
        pages[f"/list/{name}"] = f"<title>政府信息公开年报</title><ul>{rows}</ul>{script}".encode()
    return pages


def _row(number: int) -> str:
    return f'<li><a href="{number}.html">第{number}局2025年政府信息公开工作年度报告</a><span>2026-01-20</span></li>'


if __name__ == "__main__":
    main(int(sys.argv[1]))
