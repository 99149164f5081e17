"""What waits goes out between patrols, too."""

import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flows.hourly import Hourly
from tests.flows.town import Town


def test_a_minute_past_each_hour_what_waits_is_sent_once(tmp_path: Path) -> None:
    town = Town.found(tmp_path / "town")
    log = tmp_path / "log"
    now = datetime(2025, 3, 3, 22, 30, tzinfo=UTC)
    write = f"open({str(log)!r}, 'a').write('x')"

    async def story() -> list[int]:
        clock = {"now": now}
        hourly = Hourly(town.settings, lambda: clock["now"], (sys.executable, "-c", write))
        sent = []
        for minutes in (0, 29, 31, 32, 60, 91):
            clock["now"] = now + timedelta(minutes=minutes)
            await hourly.look()
            if hourly._running:
                await hourly._running.wait()
            sent.append(len(log.read_text("utf-8")) if log.exists() else 0)
        await hourly.stop()
        return sent

    assert asyncio.run(story()) == [0, 0, 1, 1, 1, 2]
