"""The documents in a bucket."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from connectors.http import Exchange
from connectors.http.note import noted
from connectors.sources.model import Found, SourceFailed
from connectors.sources.names import is_no_document
from connectors.sources.store.bucket import Bucket, Stored
from connectors.sources.survey import Aside, Item, Survey
from connectors.sources.visits import read_note, write_note
from connectors.sources.website.titles import report_year
from gouji.words import words


@dataclass(frozen=True, slots=True)
class StoreSource:
    """The objects under the bucket's prefix, each fetched once for each content: what is known of one stands in `memory`."""

    name: str
    bucket: Bucket
    memory: Path
    max_bytes: int = 100_000_000
    record: Callable[[Exchange], None] = lambda _: None

    def look(self) -> Iterator[Found]:
        """Every object but hidden, temporary and lock files, ordered by key; one that is too large is found but cannot be fetched."""
        listed = list(self.bucket.listed())
        self.record(noted(self.bucket.where, "\n".join(f"{one.key}\t{one.size}\t{one.etag}" for one in listed).encode(), "list"))
        for stored in listed:
            if self._is_document(stored):
                location = self._location(stored)
                modified = stored.modified.timestamp()
                yield Found(location, _name(location), stored.size, modified, self._fetch(stored), sha256=self._known(stored))

    def survey(self) -> Survey:
        """The objects by their keys."""
        items, asides = [], []
        try:
            for stored in self.bucket.listed():
                location = self._location(stored)
                if self._is_too_large(stored):
                    asides.append(Aside(location, location, words("store.aside-large", limit=self._limit), doubt=True))
                elif self._is_document(stored):
                    items.append(Item(location, location, report_year(_name(location))))
                elif not stored.key.endswith("/"):
                    asides.append(Aside(location, location, words("sources.no-document")))
        except SourceFailed as error:
            return Survey(tuple(items), tuple(asides), (error.words,))
        return Survey(tuple(items), tuple(asides))

    def _is_document(self, stored: Stored) -> bool:
        """Folders that a store's own pages make are objects of no bytes whose keys end in a slash."""
        return not stored.key.endswith("/") and not any(map(is_no_document, self._location(stored).split("/")))

    def _location(self, stored: Stored) -> str:
        return stored.key.removeprefix(self.bucket.prefix)

    def _is_too_large(self, stored: Stored) -> bool:
        return stored.size > self.max_bytes

    @property
    def _limit(self) -> int:
        return self.max_bytes // 1_000_000 or 1

    def _fetch(self, stored: Stored) -> Callable[[], bytes]:
        def fetch() -> bytes:
            if self._is_too_large(stored):
                raise SourceFailed(words("store.too-large", key=stored.key, limit=self._limit))
            data = self.bucket.fetch(stored)
            self.record(noted(f"s3://{self.bucket.name}/{stored.key}", data, "page"))
            write_note(
                self.memory, self._note_of(stored), {"etag": stored.etag, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            )
            return data

        return fetch

    def _known(self, stored: Stored) -> str | None:
        """The hash of the object's bytes, where it still has the tag under which they were fetched."""
        note = read_note(self.memory, self._note_of(stored))
        same = note is not None and (note["etag"], note["size"]) == (stored.etag, stored.size) and stored.etag
        return str(note["sha256"]) if note is not None and same else None

    def _note_of(self, stored: Stored) -> str:
        return f"object {self.bucket.endpoint or ''} {self.bucket.name}/{stored.key}"


def _name(location: str) -> str:
    return location.rsplit("/", 1)[-1]
