"""The process that forks the readers. It has imported them once, so that a document costs a fork and no imports.

Our own and not multiprocessing's: that one runs the caller's main module in every child, which under Prefect takes seconds.
"""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import recv_handle

from gouji.errors import UnreadableDocument
from gouji.isolation.child import Read, answer
from gouji.isolation.first import before_any, before_first, before_many
from gouji.isolation.parent import die_with
from gouji.second import ROUTES, load, loaded

READY = b"ready"
_MANY = 4  # documents and those that follow repay what is read ahead of them; a report and the one before it do not


def serve(handle: int, parent: int, reader: str) -> None:
    """Forks a reader for each connection handed over, and reports (number, exit status) as they end, until the caller is gone.

    What comes before a connection is its number and the kind of its document.
    """
    die_with(parent)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # with a thread a core, numpy takes more memory than a reader may
    control = Connection(handle)
    read = _named(reader)
    _read_ahead(read, before_any())
    running: dict[Connection, tuple[int, int]] = {}
    kinds: set[str] = set()
    try:
        control.send_bytes(READY)
        while True:
            for ready in wait([control, *running]):
                if ready is control:
                    number, kind = control.recv()
                    if kind not in kinds:
                        kinds.add(kind)
                        _read_ahead(read, before_first(kind))
                    if number == _MANY:
                        _read_ahead(read, before_many())
                    _start(number, control, running, read)
                elif isinstance(ready, Connection):
                    load(os.read(ready.fileno(), len(ROUTES)))  # what this document needed beside, others may need too
                    _tell(control, *running.pop(ready))
                    ready.close()
    except (EOFError, OSError):
        return  # the caller closed its end, or is gone
    finally:
        for _, pid in running.values():
            os.kill(pid, signal.SIGKILL)


def _read_ahead(read: Read, documents: Iterable[bytes]) -> None:
    """Loads what is loaded once only (readers, forms, words, labels), for all children forked from now on."""
    for data in documents:
        with suppress(UnreadableDocument):
            read(data, "first")
    gc.freeze()  # what is loaded stays; looking through it in every child would copy all of its pages


def _named(path: str) -> Read:
    """The function at "module:name"."""
    module, name = path.split(":")
    function: Read = getattr(import_module(module), name)
    return function


def _start(number: int, control: Connection, running: dict[Connection, tuple[int, int]], read: Read) -> None:
    """Forks a reader for the connection that comes over `control`; `running` is keyed by a pipe that closes when it ends.

    Before that the reader says in it which second readings it has imported.
    """
    job = Connection(recv_handle(control))
    ours, theirs = os.pipe()
    server = os.getpid()
    pid = os.fork()
    if pid == 0:
        status = _status_of(job, server, read)
        os.write(theirs, loaded())
        os._exit(status)
    os.close(theirs)
    job.close()
    running[Connection(ours, writable=False)] = (number, pid)


def _status_of(job: Connection, server: int, read: Read) -> int:
    try:
        answer(job, server, read)
    except Exception:  # noqa: BLE001 - the edge of a process: nothing above it could catch a fault, and it must be seen
        traceback.print_exc()
        sys.stderr.flush()
        return 1
    return 0


def _tell(control: Connection, number: int, pid: int) -> None:
    _, status = os.waitpid(pid, 0)
    control.send((number, os.waitstatus_to_exitcode(status)))
