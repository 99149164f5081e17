"""Looks at sources that go on at the same time, each in a thread of its own: hosts do not wait for each other.

A thread asks and keeps bytes in the archive; only the thread of the patrol writes in the ledger, one source after the other.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import BoundedSemaphore, Event, Thread

from connectors.sources import Found, SeenInPart, Source, WholeButTold
from gouji.errors import GoujiError

# Most of a look is waiting for somebody else's server.
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Seen:
    """A document that is there. `sha256` is of its bytes as they were kept just now; None where they were known, or had trouble."""

    found: Found
    sha256: str | None = None
    trouble: GoujiError | OSError | None = None


@dataclass(frozen=True, slots=True)
class _End:
    """The look is over: whole or not, with what is to be told; `in_part` where the source never shows all; `fault` is one of ours."""

    whole: bool
    trouble: GoujiError | OSError | None = None
    in_part: bool = False
    fault: BaseException | None = None


@dataclass
class Looking:
    """The look at one source: what was seen so far comes out of it, and in the end whether that was all.

    `in_part`: nothing failed, but the source never shows all that there is.
    """

    source: Callable[[], Source]
    keep: Callable[[Found], str | None]
    whole: bool = False
    trouble: GoujiError | OSError | None = None
    in_part: bool = False
    _heard: "SimpleQueue[Seen | _End]" = field(default_factory=SimpleQueue)

    def seen(self) -> Iterator[Seen]:
        """The documents, as the thread comes upon them."""
        while isinstance(heard := self._heard.get(), Seen):
            yield heard
        if heard.fault is not None:
            raise heard.fault
        self.whole, self.trouble, self.in_part = heard.whole, heard.trouble, heard.in_part

    def go(self, stopped: Event) -> None:
        """The look itself; ends early when the patrol is over."""
        end = _End(whole=True)
        try:
            for found in self.source().look():
                if stopped.is_set():
                    return
                self._heard.put(self._take(found))
        except SeenInPart as exc:
            end = _End(whole=True, trouble=exc if exc.words.zh else None, in_part=True)
        except WholeButTold as exc:
            end = _End(whole=True, trouble=exc)
        except (GoujiError, OSError) as exc:
            end = _End(whole=False, trouble=exc)
        except BaseException as exc:  # noqa: BLE001 - handed to the thread of the patrol, which raises it
            end = _End(whole=False, fault=exc)
        self._heard.put(end)

    def _take(self, found: Found) -> Seen:
        try:
            sha256, trouble = self.keep(found), None
        except (GoujiError, OSError) as exc:
            sha256, trouble = None, exc
        return Seen(found.told(), sha256, trouble)


@contextmanager
def under_way(lookings: Sequence[Looking]) -> Iterator[None]:
    """All looks go on at once while the block runs; those that nobody waits for any more are stopped at its end."""
    stopped, places = Event(), BoundedSemaphore(_AT_ONCE)

    def go(looking: Looking) -> None:
        with places:
            if not stopped.is_set():
                looking.go(stopped)

    for looking in lookings:
        Thread(target=go, args=(looking,), name="look", daemon=True).start()
    try:
        yield
    finally:
        stopped.set()
