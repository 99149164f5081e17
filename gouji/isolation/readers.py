"""The caller's side: jobs out, readings in, as many at once as asked for."""

import pickle
import signal
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait

from gouji.errors import ReaderDied, UnreadableDocument
from gouji.isolation.forks import Fork, Forks
from gouji.isolation.jobs import Job, Limits, Reading
from gouji.report import Report
from gouji.words import words

READER = "gouji.reading:read_report"
_USUAL = Limits()
_SLOW = (-signal.SIGALRM, -signal.SIGXCPU)


def read_reports(jobs: Iterable[Job], workers: int = 2, limits: Limits = _USUAL, reader: str = READER) -> Iterator[Reading]:
    """The readings of all jobs as they are done, `workers` documents at once, each in a process of its own.

    Jobs are taken when there is room for them, so their bytes need not all be in memory. `reader` is "module:function".
    """
    waiting = iter(jobs)
    running: dict[Connection, tuple[Job, Fork]] = {}
    with Forks(reader) as forks:
        while True:
            while len(running) < workers and (job := next(waiting, None)):
                fork = forks.start((limits, job.name, job.data))
                running[fork.connection] = (job, fork)
            if not running:
                return
            for connection in wait(list(running)):
                if isinstance(connection, Connection):
                    yield _reading(*running.pop(connection), limits)


def _reading(job: Job, fork: Fork, limits: Limits) -> Reading:
    """The job's reading: the answer of its process, or what its end says."""
    found, status = fork.ended()
    match pickle.loads(found) if found else None:
        case Report() as report:
            return Reading(job.key, report, None)
        case UnreadableDocument() as trouble:
            return Reading(job.key, None, trouble)
    return Reading(job.key, None, _death(status, limits))


def _death(status: int | None, limits: Limits) -> ReaderDied:
    """Why there is no answer, by the exit status; None and SIGKILL are somebody else's doing."""
    if status in _SLOW:
        return ReaderDied(words("reading.died-slow", seconds=f"{_seconds(status, limits):g}"))
    if status is None or status == -signal.SIGKILL:
        return ReaderDied(words("reading.died-lost"))
    if status < 0:
        return ReaderDied(words("reading.died-crash", signal=signal.Signals(-status).name))
    return ReaderDied(words("reading.died-fault"))


def _seconds(status: int | None, limits: Limits) -> float:
    return limits.cpu_seconds if status == -signal.SIGXCPU else limits.seconds
