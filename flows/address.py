"""Where the `gouji serve` of a home is, for a `gouji run` of the same home, and that there is only one."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.server import answers
from gouji.errors import UsageError
from gouji.words import words


@contextmanager
def only_server(folder: Path) -> Iterator[Path]:
    """The file to write the address to; UsageError when another `gouji serve` of the same home runs.

    The lock is the kernel's, so that nothing is left locked by whoever was killed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "serve.lock").open("w") as lock:
        if not _locked(lock.fileno(), tries=10):  # a `gouji run` that looks whether we are here holds it for a moment
            raise UsageError(words("serve.already_running", home=folder.parent))
        address = folder / "serve.address"
        address.unlink(missing_ok=True)
        try:
            yield address
        finally:
            address.unlink(missing_ok=True)


def served_api(folder: Path) -> str | None:
    """The API of the `gouji serve` that runs for this home, if one does and answers."""
    lock, address = folder / "serve.lock", folder / "serve.address"
    if not lock.exists() or not address.exists():
        return None
    with lock.open() as held:
        if _locked(held.fileno()):
            return None
    url = address.read_text("utf-8").strip()
    return url if url and answers(url) else None


def publish_address(file: Path, url: str) -> None:
    """The address stands in the file, whole or not at all."""
    beside = file.with_suffix(f".{os.getpid()}")
    beside.write_text(url, "utf-8")
    beside.replace(file)


def _locked(descriptor: int, tries: int = 1) -> bool:
    for remaining in reversed(range(tries)):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.1 if remaining else 0)
        else:
            return True
    return False
