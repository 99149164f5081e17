"""Readers that go wrong on purpose, told what to do by the document itself. They run in reading processes only."""

import ctypes
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable

from gouji.patience import more_time
from gouji.reading import read_report
from gouji.report import Report


def read(data: bytes, name: str) -> Report:
    """Does what the document says; anything else is read as a report."""
    what, _, path = data.partition(b":")
    if what in _WRONGS:
        _WRONGS[what](path.decode())
    return read_report(data, name)


def _spin(_: str) -> None:
    while True:
        pass


def _fault(_: str) -> None:
    raise KeyError("a fault of ours")


def _kill_the_server(_: str) -> None:
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(600)


def _leave_numbers(path: str) -> None:
    with open(path, "a") as file:
        file.write(f"{os.getpid()} {os.getppid()}\n")


def _say_numbers(path: str) -> None:
    _leave_numbers(path)
    time.sleep(600)


def _leave_a_folder(path: str) -> None:
    """Something half done in a folder of its own, whose name stands at the path; then nothing more."""
    with open(path, "w") as file:
        file.write(tempfile.mkdtemp())
    time.sleep(600)


def _talk(_: str) -> None:
    sys.stdout.write("a library that talks\n")
    sys.stdout.flush()


def _say_readers(path: str) -> None:
    """Which readers the server has imported."""
    with open(path, "a") as file:
        file.writelines(f"{name}\n" for name in ("pdf", "html", "docx", "sheet") if f"gouji.document.{name}" in sys.modules)


def _ask_for_time(_: str) -> None:
    more_time(60)
    while time.process_time() < 2.5:
        pass


_WRONGS: dict[bytes, Callable[[str], object]] = {
    b"readers": _say_readers,
    b"%PDF- readers": _say_readers,
    b"PK readers": _say_readers,
    b"crash": lambda _: ctypes.string_at(0),
    b"abort": lambda _: os.abort(),
    b"hang in C": lambda _: ctypes.CDLL(None).sleep(600),
    b"spin": _spin,
    b"ask for time": _ask_for_time,
    b"eat memory": lambda _: bytearray(8 << 30),
    b"fault": _fault,
    b"be killed": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    b"kill the server": _kill_the_server,
    b"leave your number": _leave_numbers,
    b"say your number": _say_numbers,
    b"leave a folder": _leave_a_folder,
    b"print": _talk,
}
