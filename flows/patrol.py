"""A patrol as a Prefect flow: the steps of flows.plain, each stage of each batch one task.

Prefect reads the environment when it is imported, so that must be set before this module is: see flows.run and flows.serve.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import httpx
from prefect import flow, get_run_logger, task
from prefect.cache_policies import NO_CACHE
from prefect.events.worker import EventsWorker
from prefect.logging.handlers import APILogWorker
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from sqlalchemy.exc import InterfaceError, OperationalError

from flows.letters.failure import watched
from flows.office import Office, open_office, patrolling, utc_now
from flows.plain import ended
from flows.progress import SILENT, Counting, Progress
from flows.server import ServerFailed
from flows.steps.deliver import deliver
from flows.steps.digest import tell
from flows.steps.discover import discover
from flows.steps.judge import Judged, judge, to_judge
from flows.steps.publish import publish
from flows.steps.read import Readings, read, to_read
from flows.steps.settle import settle
from flows.steps.watch import watch
from flows.summary import PatrolSummary, summary_of
from gouji.isolation import kept_readers
from gouji.isolation.parent import die_with
from gouji.settings import Settings, load
from gouji.words import words

SERVED_BY = "GOUJI_SERVED_BY"  # in the environment of a scheduled patrol: the process of `gouji serve`
BATCH = 100  # reports a task; each task run costs the server some writes, so there are tens of them in a flow, not thousands
_PASSING = (ConnectionError, TimeoutError, OperationalError, InterfaceError)

_Result = TypeVar("_Result")


def run_flow(settings: Settings, *, dry_run: bool = False, progress: Progress = SILENT) -> PatrolSummary:
    """One patrol in this process, recorded by the Prefect API that the environment names."""
    # Heartbeats tell a server that a run is alive; here they would keep the finished run waiting for a second.
    quiet: dict[Any, Any] = {PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None, PREFECT_API_URL: os.environ["PREFECT_API_URL"]}
    token = _caller.set(_Caller(settings, progress))
    try:
        with temporary_settings(quiet):
            return patrol(str(settings.path), dry_run)
    except httpx.HTTPError as exc:  # raised by Prefect's client when its own tries, about two minutes of them, are over
        raise ServerFailed(words("serve.server_lost", url=os.environ["PREFECT_API_URL"])) from exc
    finally:
        _caller.reset(token)
        _send_what_was_recorded()


@flow(name="patrol", persist_result=False)
def patrol(config: str, dry_run: bool = False) -> PatrolSummary:
    """Ingests what is new, checks it, files tickets, publishes the pages and sends what waits."""
    if SERVED_BY in os.environ:
        die_with(int(os.environ[SERVED_BY]))
    caller = _caller.get() or _Caller(load(Path(config)), SILENT)
    watching = nullcontext() if dry_run else watched(caller.settings, utc_now)
    with watching, open_office(caller.settings, dry_run=dry_run) as office, patrolling(office) as number:
        summary = _walk(office, number, caller.progress)
        ended(office, number, summary)
    get_run_logger().info(json.dumps(summary.as_json(office.language), ensure_ascii=False))
    return summary


def _walk(office: Office, number: int, progress: Progress) -> PatrolSummary:
    """The steps of flows.plain.walk in the same order, as tasks."""
    looks = _stage("discover", partial(discover, office, progress))
    readings = Readings()
    with kept_readers():
        for name, ids, counting in _batches("read", to_read(office), progress):
            readings += _stage(name, partial(read, office, ids, counting))
    judged = Judged()
    for name, ids, counting in _batches("judge", _stage("gather", partial(to_judge, office)), progress):
        judged += _stage(name, partial(judge, office, ids, counting))
    settled = _stage("settle", partial(settle, office, progress))
    published = _stage("publish", partial(publish, office, progress))
    _stage("tell", partial(tell, office))  # after the pages, for letters show their pictures and link to them
    if office.rehearsal:
        return summary_of(office, looks, readings, judged, settled, published)
    _stage("watch", partial(watch, office, number, looks, published))
    # Not tried again within a patrol: whatever went out before the fault would go out twice.
    delivered = _stage("deliver", partial(deliver, office, progress), retries=0)
    return summary_of(office, looks, readings, judged, settled, published, delivered)


def _batches(stage: str, ids: Sequence[int], progress: Progress) -> Iterator[tuple[str, Sequence[int], Progress]]:
    progress.begin(stage, len(ids))
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        yield f"{stage} {start + 1}-{start + len(batch)}", batch, Counting(progress)


def _stage(name: str, work: Callable[[], _Result], *, retries: int = 2) -> _Result:
    """What `work` returns, as one task run of that name."""

    @task(
        name=name, persist_result=False, cache_policy=NO_CACHE,
        retries=retries, retry_delay_seconds=[2, 10], retry_condition_fn=_may_pass,
    )  # fmt: skip
    def stage() -> _Result:
        return work()

    return stage()


def _may_pass(_task: Any, _run: Any, state: Any) -> bool:
    """Whether trying again may help: a database or a network that is away for a moment, never a fault of ours or of a document."""
    return isinstance(state.result(raise_on_failure=False), _PASSING)


@dataclass(frozen=True, slots=True)
class _Caller:
    settings: Settings
    progress: Progress


# What `gouji run` hands to the flow beside its parameters, which Prefect stores as JSON.
_caller: ContextVar[_Caller | None] = ContextVar("_caller", default=None)


def _send_what_was_recorded() -> None:
    # Prefect sends logs and task states from threads of its own, until the interpreter ends; a server of ours ends before.
    EventsWorker.drain_all(timeout=5)
    APILogWorker.drain_all(timeout=5)
