"""The process that forks the readers. It has imported them once, so that a document costs a fork and no imports.

Our own and not multiprocessing's: that one runs the caller's main module in every child, which under Prefect takes seconds.
"""

import gc
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection, wait
from multiprocessing.reduction import recv_handle

from gouji.document.container import empty_container
from gouji.errors import UnreadableDocument
from gouji.form import NAMES, form
from gouji.form.model import Form, FormBlock
from gouji.isolation.child import Read, answer
from gouji.isolation.parent import die_with

READY = b"ready"
_TEXT = "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n"


def serve(handle: int, parent: int, reader: str) -> None:
    """Forks a reader for each connection handed over, and reports (number, exit status) as they end, until the caller is gone."""
    die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the caller's to handle; it ends us by closing the connection
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # with a thread a core, numpy takes more memory than a reader may
    control = Connection(handle)
    read = _named(reader)
    for data in _first():  # loads what is loaded once only (readers, forms, words, labels), for all children
        with suppress(UnreadableDocument):
            read(data, "first")
    gc.freeze()  # what is loaded stays; looking through it in every child would copy all of its pages
    control.send_bytes(READY)
    running: dict[Connection, tuple[int, int]] = {}
    try:
        while True:
            for ready in wait([control, *running]):
                if ready is control:
                    _start(control, running, read)
                elif isinstance(ready, Connection):
                    _tell(control, *running.pop(ready))
                    ready.close()
    except (EOFError, OSError):
        return  # the caller closed its end, or is gone
    finally:
        for _, pid in running.values():
            os.kill(pid, signal.SIGKILL)


def _first() -> Iterator[bytes]:
    """A document of each format, and the two forms as pages: the labels that reports print are then known to every child."""
    yield _TEXT.encode()
    yield from (_page(form(name)).encode() for name in NAMES)
    yield b"%PDF-1.7 without pages"
    yield empty_container("word/document.xml")
    yield empty_container("xl/workbook.xml")


def _page(of: Form) -> str:
    tables = ("".join(_rows(block)) for table in of.tables for block in table.blocks)
    return f"<html><body>{''.join(f'<table>{rows}</table>' for rows in tables)}</body></html>"


def _rows(block: FormBlock) -> Iterator[str]:
    yield f"<tr><td></td>{''.join(f'<td>{column.label}</td>' for column in block.columns)}</tr>"
    for row in block.rows:
        yield f"<tr><td>{row.label}</td>{'<td>0</td>' * len(block.columns)}</tr>"


def _named(path: str) -> Read:
    """The function at "module:name"."""
    module, name = path.split(":")
    function: Read = getattr(import_module(module), name)
    return function


def _start(control: Connection, running: dict[Connection, tuple[int, int]], read: Read) -> None:
    """Forks a reader for the connection that comes over `control`; `running` is keyed by a pipe that closes when it ends."""
    number = control.recv()
    job = Connection(recv_handle(control))
    ours, theirs = os.pipe()
    server = os.getpid()
    pid = os.fork()
    if pid == 0:
        os._exit(_status_of(job, server, read))
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
