"""How far a patrol is, for a person at a terminal: a bar on standard error; nothing where nobody looks."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from gouji.words import words


class Progress(Protocol):
    """What a patrol tells while it goes on. A stage is one of flows.steps; its total may be unknown."""

    def begin(self, stage: str, total: int | None = None) -> None: ...

    def advance(self, count: int = 1) -> None: ...


class Silent:
    """Says nothing: for logs, pipes and tests."""

    def begin(self, stage: str, total: int | None = None) -> None:
        pass

    def advance(self, count: int = 1) -> None:
        pass


SILENT: Progress = Silent()


class Counting:
    """A part of a stage: counts in the bar of the whole."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole

    def begin(self, stage: str, total: int | None = None) -> None:
        pass

    def advance(self, count: int = 1) -> None:
        self._whole.advance(count)


@contextmanager
def shown(language: str = "zh") -> Iterator[Progress]:
    """A bar while the block runs, when standard error is a terminal; else silence."""
    if not sys.stderr.isatty():
        yield SILENT
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        current = bar.add_task("", total=None)

        class _Shown:
            def begin(self, stage: str, total: int | None = None) -> None:
                bar.reset(current, total=total, description=words(f"serve.stage_{stage}").get(language))

            def advance(self, count: int = 1) -> None:
                bar.advance(current, count)

        yield _Shown()
