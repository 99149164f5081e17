"""Trackers that are files on a disk or a share: what the disk says, in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from connectors.trackers.model import FilingFailed, Kind
from gouji.words import words
from gouji.words.refusals import reason_of


@contextmanager
def writing(name: str, path: Path) -> Iterator[None]:
    """What the disk refuses is tried again with the next patrol; nothing is lost."""
    try:
        yield
    except FileNotFoundError as exc:
        # A share that is not mounted, or a file taken away between two looks.
        raise FilingFailed(words("trackers.file-refused", path=exc.filename or path, reason=reason_of(exc)), Kind.LATER) from exc
    except OSError as exc:
        raise FilingFailed(words("trackers.file-refused", path=exc.filename or path, reason=reason_of(exc)), Kind.AWAY) from exc
