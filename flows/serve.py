"""`gouji serve`: a Prefect server of the office's own and the patrols on their schedule, until told to stop."""

import asyncio
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from sqlalchemy.exc import SQLAlchemyError

from flows.address import only_server, publish_address
from flows.server import api_server, client_environment
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.settings import Settings
from gouji.words import words

_USUAL_PORT = 4200  # Prefect's own, so that the page of its runs is where its guides say


def serve(settings: Settings, say: Callable[[Words], None]) -> None:
    """Return when SIGTERM or SIGINT came and everything started here has ended; the schedule goes on at the next start."""
    signal.signal(signal.SIGTERM, _interrupt)
    with suppress(KeyboardInterrupt):
        _serve(settings, say)
    say(words("serve.stopped"))


def _serve(settings: Settings, say: Callable[[Words], None]) -> None:
    folder = settings.home / "prefect"
    with only_server(folder) as address, api_server(folder, interface=True, port=_USUAL_PORT) as server:
        os.environ.update(client_environment(folder, server.url) | _children())
        from flows.schedule import patrol_on_schedule  # imports Prefect, which reads the environment just then

        server.wait_until_ready()
        publish_address(address, server.url)
        say(words("serve.started", page=server.url.removesuffix("/api")))
        _tell_missed(settings)
        asyncio.run(patrol_on_schedule(settings, server))


def _tell_missed(settings: Settings) -> None:
    """The service goes on whatever comes of it: a database that starts after us is there by the next patrol."""
    from flows.letters.failure import report
    from flows.letters.missed import tell_missed
    from flows.office import utc_now

    try:
        tell_missed(settings, utc_now)
    except (GoujiError, SQLAlchemyError, OSError) as exc:
        report(settings, exc, utc_now())


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _children() -> dict[str, str]:
    """What scheduled patrols find in their environment."""
    return {
        "GOUJI_SERVED_BY": str(os.getpid()),
        # Their interpreter would otherwise look for packages in the working folder first.
        "PYTHONSAFEPATH": "1",
        # What goes well stands in the history; what fails is told here as well.
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
    }
