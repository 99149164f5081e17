"""A tracker that answers something else than it must: one more failure of the other side, never the end of a patrol."""

from collections.abc import Iterator
from contextlib import contextmanager

from connectors.trackers.failing import nonsense
from connectors.trackers.model import Entry, Held, Listed, Note, Picture, Tracker

# What is raised where JSON lacks a key, or has a list or null in place of what its description promises.
_LACKS = (KeyError, IndexError, TypeError, AttributeError)


class Understood:
    """The tracker; an answer that cannot be understood is a FilingFailed like any other, and the other trackers still have their turn."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker

    @property
    def name(self) -> str:
        return self._tracker.name

    @property
    def reads_back(self) -> bool:
        return self._tracker.reads_back

    def listed(self) -> Iterator[tuple[str, Listed]]:
        with self._understood():
            yield from self._tracker.listed()

    def read(self, id: str, key: str) -> Held:
        with self._understood():
            return self._tracker.read(id, key)

    def create(self, entry: Entry) -> Held:
        with self._understood():
            return self._tracker.create(entry)

    def update(self, held: Held, entry: Entry) -> None:
        with self._understood():
            self._tracker.update(held, entry)

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        with self._understood():
            self._tracker.comment(held, entry, note)

    def label(self, held: Held, entry: Entry) -> None:
        with self._understood():
            self._tracker.label(held, entry)

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        with self._understood():
            self._tracker.attach(held, entry, picture)

    def close(self, held: Held, entry: Entry) -> None:
        with self._understood():
            self._tracker.close(held, entry)

    def reopen(self, held: Held, entry: Entry) -> None:
        with self._understood():
            self._tracker.reopen(held, entry)

    @contextmanager
    def _understood(self) -> Iterator[None]:
        try:
            yield
        except _LACKS as exc:
            raise nonsense(self.name, f"{type(exc).__name__}: {exc}") from exc
