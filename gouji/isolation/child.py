"""The inside of a reading process: one document, under limits, and its answer."""

import gc
import pickle
import resource
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection

from gouji.errors import ReaderDied, UnreadableDocument
from gouji.isolation.jobs import Limits
from gouji.isolation.parent import die_with
from gouji.opened import keep_opened
from gouji.words import words

Read = Callable[[bytes, str], object]


def answer(connection: Connection, parent: int, read: Read) -> None:
    """Reads the document that the connection brings and sends back what it made of it, or an UnreadableDocument.

    Any other exception is a fault of ours: it leaves with a traceback and without an answer, which the other side tells.
    """
    die_with(parent)
    keep_opened()
    gc.disable()  # the process ends with its document; its memory is limited all the same
    limits, name, data = connection.recv()
    _confine(limits)
    connection.send_bytes(pickle.dumps(_outcome(read, data, name, limits), pickle.HIGHEST_PROTOCOL))


def _outcome(read: Read, data: bytes, name: str, limits: Limits) -> object:
    try:
        return read(data, name)
    except UnreadableDocument as trouble:
        return trouble
    except MemoryError:
        return ReaderDied(words("reading.died-memory", megabytes=limits.megabytes))


def _confine(limits: Limits) -> None:
    """Sets this process's limits. The clock's alarm kills without asking Python, so a hang in C ends too."""
    _limit(resource.RLIMIT_AS, limits.megabytes << 20)
    _limit(resource.RLIMIT_DATA, limits.data_megabytes << 20)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, 1 + limits.cpu_seconds_more)
    _limit(resource.RLIMIT_FSIZE, limits.written_megabytes << 20)
    _limit(resource.RLIMIT_CORE, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)


def _limit(kind: int, most: int, more: int = 1) -> None:
    """Lowers a limit, never above what the system already allows; the process itself may raise it by `more`."""
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most + more if hard == resource.RLIM_INFINITY else hard))
