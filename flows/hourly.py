"""Between two patrols what waits goes out: `gouji notify` each hour, a process of its own beside `gouji serve`.

Quiet hours end, a server that was away is back, a day or a week is over: none of these waits for the next patrol.
"""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import Callable
from datetime import datetime, timedelta

from flows.office import utc_now
from gouji.settings import Settings

_PAST = timedelta(minutes=1)  # quiet hours mostly end with an hour


class Hourly:
    """Looked at every few seconds; `command` is what is started a minute past each hour."""

    def __init__(self, settings: Settings, now: Callable[[], datetime] = utc_now, command: tuple[str, ...] = ()) -> None:
        self._now = now
        self._next = _after(now())
        # -P: a folder named like one of our packages, where we happen to be, is none of them.
        ours = (sys.executable, "-P", "-m", "flows.cli.main", "notify", "--config", str(settings.path))
        self._command = command or (ours if settings.mail or settings.notices or settings.operator else ())
        self._running: Process | None = None

    async def look(self) -> None:
        """It was started if it is time; one that still runs is left alone."""
        if not self._command or self._now() < self._next or (self._running and self._running.returncode is None):
            return
        self._next = _after(self._now())
        # What fails is in the outbox with its reason; nobody reads here.
        self._running = await asyncio.create_subprocess_exec(*self._command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)

    async def stop(self) -> None:
        """None runs any more."""
        if self._running and self._running.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                self._running.terminate()
            await self._running.wait()


def _after(moment: datetime) -> datetime:
    return (moment - _PAST).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1) + _PAST
