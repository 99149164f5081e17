"""The schedule of a configuration on an existing Prefect server, for workers of one of its pools: python -m flows.deploy CONFIG POOL.

The server is the one that Prefect is configured for (PREFECT_API_URL). A worker needs gouji installed and CONFIG under the same path.
"""

import asyncio
import sys
from pathlib import Path
from uuid import UUID

from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.patrol import patrol
from gouji.settings import Settings, load

NAME = "schedule"


async def deployment(settings: Settings, *, pool: str | None = None) -> RunnerDeployment:
    """The patrol with the configured crons. The entry point is dotted: as a path it would load every module twice."""
    return await patrol.ato_deployment(
        NAME,
        schedules=[Cron(cron, timezone=settings.timezone) for cron in settings.schedule.cron],
        parameters={"config": str(settings.path)},
        entrypoint_type=EntrypointType.MODULE_PATH,
        work_pool_name=pool,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW) if pool else None,
    )


async def deploy(settings: Settings, pool: str) -> UUID:
    """The deployment's id on the server. Patrols that were missed while no worker ran are cancelled but for one."""
    return await (await deployment(settings, pool=pool)).aapply()


if __name__ == "__main__":
    asyncio.run(deploy(load(Path(sys.argv[1])), sys.argv[2]))
