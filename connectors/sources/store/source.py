"""The documents in a bucket."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from connectors.http import Exchange
from connectors.http.note import noted
from connectors.sources.bound import bound
from connectors.sources.model import Found, SourceFailed, joined
from connectors.sources.names import is_no_document
from connectors.sources.packs import Packed, found_in, packed_in
from connectors.sources.store.bucket import Bucket, Stored
from connectors.sources.survey import Aside, Item, Survey
from connectors.sources.visits import read_note, write_note
from connectors.sources.website.titles import report_year
from gouji.document.bound.runs import Run, runs_of
from gouji.document.pack import is_named_pack
from gouji.finding import Words
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
        """Every object but hidden, temporary and lock files, ordered by key; in place of a ZIP archive the files in it.

        One that is too large is found but cannot be fetched. What an archive holds that cannot be had now is not known to be gone.
        """
        listed = list(self.bucket.listed())
        self.record(noted(self.bucket.where, "\n".join(f"{one.key}\t{one.size}\t{one.etag}" for one in listed).encode(), "list"))
        troubles: list[Words] = []
        documents = [stored for stored in listed if self._is_document(stored)]
        runs = self._runs(documents)
        by_location = {location: self._one(stored) for stored in documents if (location := self._location(stored)) in runs}
        for stored in documents:
            run = runs.get(self._location(stored))
            if run is None:
                yield from self._found(stored, troubles)
            elif run.files[0] == self._location(stored):
                yield bound(run, by_location)
        if troubles:
            raise SourceFailed(joined(troubles))

    def survey(self) -> Survey:
        """The objects by their keys."""
        items, asides = [], []
        try:
            listed = list(self.bucket.listed())
            runs = self._runs([stored for stored in listed if self._is_document(stored)])
            for stored in listed:
                location = self._location(stored)
                if run := runs.get(location):
                    items += [Item(run.location, run.location, report_year(_name(run.location)))] * (run.files[0] == location)
                elif self._is_too_large(stored):
                    asides.append(Aside(location, location, words("store.aside-large", limit=self._limit), doubt=True))
                elif self._is_document(stored):
                    items.append(Item(location, location, report_year(_name(location))))
                elif not stored.key.endswith("/"):
                    asides.append(Aside(location, location, words("sources.no-document")))
        except SourceFailed as error:
            return Survey(tuple(items), tuple(asides), (error.words,))
        return Survey(tuple(items), tuple(asides))

    def _runs(self, documents: Sequence[Stored]) -> dict[str, Run]:
        """By location of each, the run of pictures to which it belongs."""
        return {file: run for run in runs_of([self._location(stored) for stored in documents], bool) for file in run.files}

    def _found(self, stored: Stored, troubles: list[Words]) -> Iterator[Found]:
        found = self._one(stored)
        if not is_named_pack(Path(found.location)):
            yield found
            return
        try:
            found, packed = self._opened(stored, found)
        except SourceFailed as error:
            troubles.append(error.words)
            return
        yield from found_in(found, packed) if packed else (found,)

    def _one(self, stored: Stored) -> Found:
        location, modified = self._location(stored), stored.modified.timestamp()
        return Found(location, _name(location), stored.size, modified, self._fetch(stored), sha256=self._known(stored))

    def _opened(self, stored: Stored, found: Found) -> tuple[Found, tuple[Packed, ...]]:
        """The object and the files in it, where it is an archive. It is fetched where that is not known of what it holds now."""
        note = self._note(stored)
        if note is not None and "packed" in note:
            return found, tuple(map(Packed.told, note["packed"]))
        data = found.fetch()
        packed = packed_in(found.name, data)
        self._remember(stored, data, packed)
        return replace(found, fetch=lambda: data), packed

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
            self._remember(stored, data)
            return data

        return fetch

    def _known(self, stored: Stored) -> str | None:
        """The hash of the object's bytes, where it still has the tag under which they were fetched."""
        note = self._note(stored)
        return str(note["sha256"]) if note is not None else None

    def _note(self, stored: Stored) -> dict[str, Any] | None:
        """What was noted of these very bytes."""
        note = read_note(self.memory, self._note_of(stored))
        same = note is not None and (note["etag"], note["size"]) == (stored.etag, stored.size) and stored.etag
        return note if same else None

    def _remember(self, stored: Stored, data: bytes, packed: tuple[Packed, ...] | None = None) -> None:
        note = {"etag": stored.etag, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        inside = {} if packed is None else {"packed": [one.note() for one in packed]}
        write_note(self.memory, self._note_of(stored), {**note, **inside})

    def _note_of(self, stored: Stored) -> str:
        return f"object {self.bucket.endpoint or ''} {self.bucket.name}/{stored.key}"


def _name(location: str) -> str:
    return location.rsplit("/", 1)[-1]
