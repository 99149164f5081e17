"""`gouji run`: one patrol through Prefect, with a server found or started for it. Imports Prefect only when all is prepared for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

import click

from flows.address import served_api
from flows.progress import SILENT, Progress
from flows.server import answers, api_server, client_environment
from flows.summary import PatrolSummary
from gouji.language import language
from gouji.settings import Settings
from gouji.words import words


def run_patrol(settings: Settings, *, dry_run: bool = False, progress: Progress = SILENT) -> PatrolSummary:
    """One patrol as a Prefect flow; what goes wrong in it is raised as it would be by flows.plain.patrol."""
    with _api(settings, progress):
        from flows.patrol import run_flow

        return run_flow(settings, dry_run=dry_run, progress=progress)


@contextmanager
def _api(settings: Settings, progress: Progress) -> Iterator[None]:
    """Prefect's API while the block runs: the configured one, that of `gouji serve` of the same home, or one of our own."""
    folder = settings.home / "prefect"
    running = _configured(settings) or served_api(folder)
    if running:
        _prepare(folder, running)
        yield
        return
    progress.begin("start")
    with api_server(folder) as server:
        _prepare(folder, server.url)
        import_module("flows.patrol")  # takes seconds, during which the server starts
        server.wait_until_ready()
        yield


def _configured(settings: Settings) -> str | None:
    url = os.environ.get("PREFECT_API_URL")
    if not url or answers(url):
        return url
    sentence = words("serve.not_reachable", url=url)
    click.echo(sentence.get(language(None, settings, os.environ)), err=True)
    return None


def _prepare(folder: Path, url: str) -> None:
    # An error of a patrol is one sentence of ours at its end; Prefect's traceback of the same stands in its own log.
    os.environ.update(client_environment(folder, url) | {"PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL"})
