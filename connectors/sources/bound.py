"""Pictures that are the pages of one report: what is found is the report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from connectors.sources.model import Found, SourceFailed
from gouji.document.bound.binding import bind
from gouji.document.bound.runs import Run, runs_of
from gouji.errors import UnreadableDocument
from gouji.words import words


def together(found: Sequence[Found], is_whole: Callable[[str], bool] = bool) -> Iterator[Found]:
    """What was found, pictures that are one report as one document. A folder in which reports of many bodies gather is no whole one."""
    runs = {file: run for run in runs_of([one.location for one in found], is_whole) for file in run.files}
    by_location = {one.location: one for one in found}
    for one in found:
        run = runs.get(one.location)
        if run is None:
            yield one
        elif run.files[0] == one.location:
            yield bound(run, by_location)


def bound(run: Run, found: Mapping[str, Found]) -> Found:
    """The report of these pictures. It has changed when one of them has."""
    parts = [found[file] for file in run.files]
    return Found(
        run.location, run.location.rsplit("/", 1)[-1], sum(part.size for part in parts), max(part.modified for part in parts),
        partial(_fetch, run, parts),
    )  # fmt: skip


def _fetch(run: Run, parts: Sequence[Found]) -> bytes:
    try:
        return bind([(part.name, part.fetch()) for part in parts], run)
    except UnreadableDocument as error:
        raise SourceFailed(words("sources.file-unreadable", file=run.location, reason=error.words)) from error
