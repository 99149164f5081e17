"""The caller's side: jobs out, readings in, as many at once as asked for."""

import pickle
import signal
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait

from gouji.errors import ReaderDied, UnreadableDocument
from gouji.isolation.first import kind_of
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
    for job, answer in answers(jobs, workers, limits, reader):
        match answer:
            case Report() as report:
                yield Reading(job.key, report, None)
            case UnreadableDocument() as trouble:
                yield Reading(job.key, None, trouble)


def answers(jobs: Iterable[Job], workers: int = 2, limits: Limits = _USUAL, reader: str = READER) -> Iterator[tuple[Job, object]]:
    """What the reader made of each job, or the UnreadableDocument that it met; a process that died without a word is a ReaderDied."""
    waiting = iter(jobs)
    running: dict[Connection, tuple[Job, Fork]] = {}
    with Forks(reader) as forks:
        while True:
            while len(running) < workers and (job := next(waiting, None)):
                fork = forks.start((limits, job.name, job.data), kind_of(job.data))
                running[fork.connection] = (job, fork)
            if not running:
                return
            for connection in wait(list(running)):
                if isinstance(connection, Connection):
                    yield _answer(*running.pop(connection), limits)


def _answer(job: Job, fork: Fork, limits: Limits) -> tuple[Job, object]:
    """The job with the answer of its process, or with what its end says."""
    found, status = fork.ended()
    return job, pickle.loads(found) if found else _death(status, limits)


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
