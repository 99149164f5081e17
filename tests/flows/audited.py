"""Runs a module as `python -m` does, and writes each address that it asks for into a file: audited.py FILE MODULE ARGUMENT..."""

import runpy
import sys
from typing import Any

_ASKING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


def listen(file: str) -> None:
    log = open(file, "a", buffering=1)  # noqa: SIM115  open as long as the process lives

    def heard(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _ASKING:
            log.write(f"{arguments[1] if event == 'socket.connect' else arguments[0]}\n")

    sys.addaudithook(heard)


if __name__ == "__main__":
    listen(sys.argv[1])
    del sys.argv[:2]
    sys.path.pop(0)  # this folder
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
