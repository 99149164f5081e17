"""A browser that prints pages to PDF, one after another, spoken to over a pipe: a page costs a third of a second and no new process."""

import base64
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fcntl import F_DUPFD_CLOEXEC, fcntl
from shutil import which
from typing import Any

_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update")

_REDIRECT = "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); os.execvp(sys.argv[3], sys.argv[3:])"


def browser_here() -> str | None:
    """Where a browser is installed, None where there is none."""
    return next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := which(name))), None)


class Browser:
    """A running browser with one page open."""

    def __init__(self, read: int, write: int) -> None:
        self._read, self._write = read, write
        self._number, self._left = 0, b""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session: str | None = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def printed(self, page: str, options: Mapping[str, object]) -> bytes:
        """The page as PDF. Options are those of Page.printToPDF: paperWidth, landscape, scale and so on."""
        frame = self._call("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self._call("Page.setDocumentContent", frameId=frame, html=page)
        return base64.b64decode(self._call("Page.printToPDF", printBackground=True, **options)["data"])

    def close(self) -> None:
        self._session = None
        self._call("Browser.close")

    _session: str | None = None

    def _call(self, method: str, **parameters: object) -> Any:
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        while (answer := self._next()).get("id") != self._number:
            pass
        if "result" not in answer:
            raise RuntimeError(f"{method}: {answer}")
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            data = os.read(self._read, 1 << 20)
            if not data:
                raise RuntimeError("the browser is gone")
            self._left += data
        message, self._left = self._left.split(b"\0", 1)
        found: dict[str, Any] = json.loads(message)
        return found


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser of our own, gone at the end. It reads commands from its file 3 and answers on its file 4."""
    theirs_in, ours_out = _high_pipe()
    ours_in, theirs_out = _high_pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [str(browser_here()), *_QUIET, f"--user-data-dir={profile}", "--remote-debugging-pipe"]
        redirected = [sys.executable, "-c", _REDIRECT, str(theirs_in), str(theirs_out), *command]
        process = subprocess.Popen(redirected, pass_fds=[theirs_in, theirs_out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        try:
            running = Browser(ours_in, ours_out)
            yield running
            running.close()
            process.wait(20)
        finally:
            process.kill()
            process.wait()
            os.close(ours_in)
            os.close(ours_out)


def _high_pipe() -> tuple[int, int]:
    """A pipe whose ends are no small numbers: 3 and 4 are to be the browser's."""
    low = os.pipe()
    high = [fcntl(end, F_DUPFD_CLOEXEC, 10) for end in low]
    for end in low:
        os.close(end)
    return high[0], high[1]
