"""The review pages over HTTP, to this machine alone; who sits elsewhere comes by a tunnel (`ssh -L`) or by the office's own web server."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from gouji.errors import UsageError
from gouji.words import words
from gouji.words.refusals import reason_of

_HERE = "127.0.0.1"


class _Pages(SimpleHTTPRequestHandler):
    """The files of the folder and nothing else: no lists of folders, no log on the screen."""

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def server(pages: Path, port: int) -> Iterator[ThreadingHTTPServer]:
    """A server of these pages that is not running yet; UsageError where the port is taken or not allowed."""
    try:
        made = ThreadingHTTPServer((_HERE, port), partial(_Pages, directory=str(pages)))
    except OSError as refused:
        raise UsageError(words("cli.port-refused", port=port, why=reason_of(refused))) from refused
    with made:
        yield made


def address(serving: ThreadingHTTPServer) -> str:
    """Where its index is."""
    return f"http://{_HERE}:{serving.server_port}/index.html"
