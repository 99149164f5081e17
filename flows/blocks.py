"""Secrets that are blocks of Prefect's: `{ block = "NAME" }` in the configuration."""

import os
from typing import Any

from flows.address import served_api
from flows.server import answers, client_environment
from gouji.errors import ConfigError
from gouji.settings import Settings
from gouji.settings.secret import look_up_blocks_by
from gouji.words import words


def look_up_blocks_of(settings: Settings) -> None:
    """From now on blocks are asked for at Prefect's API: the one that the environment names, or that of `gouji serve` of this home."""

    def look_up(name: str) -> str:
        url = os.environ.get("PREFECT_API_URL") or served_api(settings.home / "prefect")
        if not url or not answers(url):
            raise ConfigError(words("settings.secret-block-no-prefect", name=name))
        os.environ.update(client_environment(settings.home / "prefect", url))
        return _value(name)

    look_up_blocks_by(look_up)


def _value(name: str) -> str:
    from prefect.blocks.system import Secret  # Prefect reads the environment when it is imported

    try:
        block: Any = Secret.load(name)  # typed as if it might be a coroutine, which it is in asynchronous code alone
    except ValueError as exc:
        raise ConfigError(words("settings.secret-block-unknown", name=name)) from exc
    return str(block.get())
