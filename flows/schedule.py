"""The patrols of `gouji serve`: one deployment with the configured crons, each due run a child process of ours."""

import asyncio
import contextlib
import signal
from datetime import UTC, datetime
from types import FrameType
from uuid import UUID

import httpx
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.filters import DeploymentFilter, FlowRunFilter
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.runner import Runner
from prefect.states import Cancelled, Crashed

from flows.deploy import deployment
from flows.hourly import Hourly
from flows.server import ApiServer, ServerFailed
from gouji.settings import Settings
from gouji.words import words

_LOOK = 5.0  # seconds between two looks at the server's process and at missed runs


async def patrol_on_schedule(settings: Settings, server: ApiServer) -> None:
    """Return when told to stop (SIGTERM, SIGINT); ServerFailed when the server ended by itself."""
    runner = _Patrols()
    signal.signal(signal.SIGINT, runner.handle_sigterm)
    async with get_client() as client:
        deployment_id = await runner.aadd_deployment(await deployment(settings))
        await _bury_the_killed(client, deployment_id)
        await _leave_the_missed(client, deployment_id)
        running = asyncio.create_task(runner.start())
        letters = Hourly(settings)
        try:
            while not runner.told_to_stop.is_set() and not running.done():
                if server.process.poll() is not None:
                    raise ServerFailed(words("serve.server_ended", log=server.log))
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(runner.told_to_stop.wait(), _LOOK)
                with contextlib.suppress(httpx.HTTPError):  # busy for a while; when it has ended, the next look sees that
                    await _leave_the_missed(client, deployment_id)
                await letters.look()
        finally:
            await letters.stop()
            await _stopped(runner, running)


class _Patrols(Runner):
    """Prefect's runner, one patrol at a time, that notes that it shall stop instead of leaving from inside a signal."""

    def __init__(self) -> None:
        super().__init__(name="gouji", limit=1, pause_on_shutdown=False)
        self.told_to_stop = asyncio.Event()
        self._here = asyncio.get_running_loop()

    def handle_sigterm(self, *_signal: int | FrameType | None) -> None:
        self._here.call_soon_threadsafe(self.told_to_stop.set)


async def _leave_the_missed(client: PrefectClient, deployment_id: UUID) -> None:
    """Of the patrols that are overdue only the newest is left: one finds all that is new."""
    # Not a concurrency limit with CANCEL_NEW: its slot stays taken when the server is killed, and every later patrol is cancelled.
    overdue = await _runs(client, deployment_id, {"type": {"any_": [StateType.SCHEDULED]}}, before=datetime.now(UTC))
    for missed in overdue[1:]:
        await client.set_flow_run_state(missed.id, Cancelled(message="missed; a later patrol does its work"), force=True)


async def _bury_the_killed(client: PrefectClient, deployment_id: UUID) -> None:
    """No patrol of an earlier `gouji serve` counts as running: all its processes ended with it."""
    unfinished = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]
    for killed in await _runs(client, deployment_id, {"type": {"any_": unfinished}}):
        await client.set_flow_run_state(killed.id, Crashed(message="its process is gone"), force=True)


async def _runs(
    client: PrefectClient, deployment_id: UUID, state: dict[str, dict[str, list[StateType]]], before: datetime | None = None
) -> list[FlowRun]:
    due = {"expected_start_time": {"before_": before}} if before else {}
    return await client.read_flow_runs(
        flow_run_filter=FlowRunFilter.model_validate({"state": state, **due}),
        deployment_filter=DeploymentFilter.model_validate({"id": {"any_": [deployment_id]}}),
        sort=FlowRunSort.EXPECTED_START_TIME_DESC,
    )


async def _stopped(runner: _Patrols, running: "asyncio.Task[None]") -> None:
    if runner.started:
        await runner.astop()
    else:
        running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
