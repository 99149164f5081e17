"""What is opened for a while is closed again, unless the process ends with its document: its end gives all back, and in less time."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar


class _Closes(Protocol):
    def close(self) -> object: ...


_T = TypeVar("_T", bound=_Closes)
_MOST = 12  # a page of a hundred thousand lines holds a lot of memory
_kept: list[_Closes] | None = None


def keep_opened() -> None:
    """From now on this process closes nothing: it ends when its document has been read.

    Closing a browser's PDF and its pages took 7 % of the time that its reading takes.
    """
    global _kept
    _kept = []


@contextmanager
def opened(thing: _T) -> Iterator[_T]:
    """Within, it is open."""
    try:
        yield thing
    finally:
        if _kept is None or len(_kept) == _MOST:
            thing.close()
        else:
            _kept.append(thing)  # what nobody holds any more closes itself
