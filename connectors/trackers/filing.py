"""Brings a tracker to where it shows a ticket as it should be, whatever was done of that before."""

from collections.abc import Callable, Iterator
from functools import partial

from connectors.trackers.marks import shown_by
from connectors.trackers.model import Entry, FilingFailed, Held, Kind, Listed, Tracker

Step = Callable[[str], None]


class Desk:
    """A tracker with its list, looked through once and again after every answer that got lost.

    `refused` are the pictures that it would not take; their tickets are there without them.
    """

    def __init__(self, tracker: Tracker) -> None:
        self.tracker = tracker
        self.refused: list[FilingFailed] = []
        self._list: dict[str, Listed] | None = None

    def list(self) -> dict[str, Listed]:
        """By key the tickets of ours; of two with one key (somebody copied it) the first made."""
        if self._list is None:
            found: dict[str, Listed] = {}
            for key, listed in self.tracker.listed():
                before = found.get(key)
                if before is None or _age(listed) < _age(before):
                    found[key] = listed
            self._list = found  # half a list would have what is missing in it made twice
        return self._list

    def forget(self) -> None:
        self._list = None

    def file(self, entry: Entry, id: str | None, step: Step) -> Held:
        """The tracker shows the entry. Each thing is done only where it is not there yet; `step` hears before and after each."""
        held = self._held(entry, id)
        if held is None:
            held = self._created(entry, step)
        for what, act in _missing(self.tracker, held, entry):
            step(f"{what}: before")
            try:
                act()
            except FilingFailed as failed:
                if what != "attach" or failed.kind is not Kind.NEVER:
                    raise
                self.refused.append(failed)  # a kind of picture that it does not take is no reason to keep the words back
                continue
            step(f"{what}: done")
        return held

    def _held(self, entry: Entry, id: str | None) -> Held | None:
        if not self.tracker.reads_back:
            return None
        if id is not None:
            return self.tracker.read(id, entry.key)
        found = self.list().get(entry.key)
        return self.tracker.read(found.id, entry.key) if found else None

    def _created(self, entry: Entry, step: Step) -> Held:
        step("create: before")
        try:
            held = self.tracker.create(entry)
        except FilingFailed as failed:
            found = self._after_all(entry) if failed.unanswered else None
            if found is None:
                raise
            held = found
        step("create: done")
        if self._list is not None:
            self._list[entry.key] = Listed(held.id, held.url, held.open, "")
        return held

    def _after_all(self, entry: Entry) -> Held | None:
        """The ticket, where it was made although the answer got lost."""
        self.forget()
        if not self.tracker.reads_back:
            return None
        try:
            return self._held(entry, None)
        except FilingFailed:
            return None  # the first failure is the one to tell of; the list is looked through before the next attempt


def _missing(tracker: Tracker, held: Held, entry: Entry) -> Iterator[tuple[str, Callable[[], None]]]:
    if not tracker.reads_back:
        return
    if entry.open and not held.open:
        yield "reopen", lambda: tracker.reopen(held, entry)
    if held.shows != shown_by(entry):
        yield "update", lambda: tracker.update(held, entry)
    if held.labels & (entry.own_labels | frozenset(entry.labels)) != frozenset(entry.labels):
        yield "label", lambda: tracker.label(held, entry)
    for picture in entry.pictures:
        if picture.name not in held.pictures:
            yield "attach", partial(tracker.attach, held, entry, picture)
    for note in entry.notes:
        if note.key not in held.notes:
            yield "comment", partial(tracker.comment, held, entry, note)
    if entry.open is False and held.open:
        yield "close", lambda: tracker.close(held, entry)


def _age(listed: Listed) -> tuple[int, str]:
    digits = "".join(sign for sign in listed.id if sign.isdigit())
    return (int(digits or 0), listed.id)


def is_of_the_tracker(failed: FilingFailed) -> bool:
    """Whether other tickets would fare the same."""
    return failed.kind in (Kind.AWAY, Kind.WAIT, Kind.OPERATOR)
