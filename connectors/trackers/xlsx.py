"""The office's own list: one row a finding, in a workbook that people write in too."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from connectors.trackers.book import Book
from connectors.trackers.files import writing
from connectors.trackers.marks import shown_by
from connectors.trackers.model import Entry, FilingFailed, Held, Kind, Listed, Note, Picture, Said
from gouji.data import data_file
from gouji.settings import TrackerSetting
from gouji.whole import write_whole
from gouji.words import words

_KEY = ("编号", "{key}")
_DONE = re.compile(r"\s*(?:已(?:整改|更正|办结|完成|改正)|整改完成|办结|closed|done)", re.IGNORECASE)


class Xlsx:
    """Each row is known by its number in the column of `{key}`; cells that a person filled in or changed are the person's."""

    reads_back = True

    def __init__(self, setting: TrackerSetting, name: str) -> None:
        assert setting.path is not None
        self.name, self._path, self._sheet = name, setting.path, setting.sheet
        columns = dict(setting.columns or _usual_columns())
        if _KEY[1] not in columns.values():
            columns[_KEY[0]] = _KEY[1]
        self._columns = columns
        self._book: Book | None = None

    def listed(self) -> Iterator[tuple[str, Listed]]:
        book = self._opened(to_write=False)
        for key in book.tickets():
            cells = "\x1f".join(f"{heading}={text}" for _, row in book.rows(key) for heading, text in row.items())
            changed = hashlib.sha256(cells.encode("utf-8", "replace")).hexdigest()[:16]
            yield key, Listed(key.rpartition(":")[2], self._path.as_uri(), not self._closed(book, key), changed)

    def read(self, id: str, key: str) -> Held:
        book = self._opened(to_write=False)
        if key not in book.tickets():
            raise FilingFailed(words("trackers.gone", name=self.name), Kind.GONE)
        kept = book.memory(key)
        folder = self._pictures(key)
        names = frozenset(p.name for p in folder.iterdir()) if folder.is_dir() else frozenset()
        return Held(
            id, self._path.as_uri(), not self._closed(book, key), kept.get("shows"), frozenset(kept.get("labels", ())),
            frozenset(kept.get("notes", ())), names, tuple(self._said(book, key)),
        )  # fmt: skip

    def create(self, entry: Entry) -> Held:
        self._bring(entry)
        return self.read(entry.key.rpartition(":")[2], entry.key)

    def update(self, held: Held, entry: Entry) -> None:
        self._bring(entry)

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        self._bring(entry, notes=(note,))

    def label(self, held: Held, entry: Entry) -> None:
        self._bring(entry)

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        self._draw(entry, picture)
        self._bring(entry)

    def close(self, held: Held, entry: Entry) -> None:
        self._bring(entry, state="closed")

    def reopen(self, held: Held, entry: Entry) -> None:
        self._bring(entry, state="open")

    def _bring(self, entry: Entry, notes: tuple[Note, ...] = (), state: str | None = None) -> None:
        """All of the ticket's rows at once: a workbook is written whole, so what can be done in one go is."""
        for picture in entry.pictures:
            self._draw(entry, picture)
        book = self._opened(to_write=True)
        told = {note.key: note.text.plain for note in (*entry.notes, *notes)}
        memory = book.memory(entry.key)
        wanted = state or (None if entry.open is None else "open" if entry.open else "closed")
        memory |= {
            "shows": shown_by(entry), "labels": list(entry.labels), "notes": sorted({*memory.get("notes", ()), *told}),
            "state": wanted or memory.get("state", "open"),
        }  # fmt: skip
        for row in entry.rows:
            values = {**row, "notes": "\n".join(told.values()), "evidence": self._picture_of(entry, row)}
            cells = {heading: template.format_map(values) for heading, template in self._columns.items()}
            book.put(entry.key, row["key"], cells, memory)
        book.remember(entry.key, memory)
        with writing(self.name, self._path):
            book.save()

    def _opened(self, *, to_write: bool) -> Book:
        """The workbook as it is on the disk now, read again only where it changed."""
        with writing(self.name, self._path):
            if self._book is None or self._book.is_stale():
                self._book = Book(self.name, self._path, self._sheet, self._columns)
            if to_write:
                self._book.refuse_if_open()
        return self._book

    def _closed(self, book: Book, key: str) -> bool:
        """As we left it, or where a person wrote into every row that it is done."""
        result = next((heading for heading, template in self._columns.items() if "{status}" in template), None)
        theirs = [book.theirs(key, row_key, row).get(result or "") for row_key, row in book.rows(key)]
        return book.memory(key).get("state") == "closed" or (bool(theirs) and all(text and _DONE.match(text) for text in theirs))

    def _said(self, book: Book, key: str) -> Iterator[Said]:
        for row_key, row in book.rows(key):
            for heading, text in book.theirs(key, row_key, row).items():
                number = hashlib.sha256(f"{row_key}\x1f{heading}\x1f{text}".encode("utf-8", "replace")).hexdigest()[:16]
                yield Said(number, self._path.name, f"{heading}：{text}")

    def _draw(self, entry: Entry, picture: Picture) -> None:
        path = self._pictures(entry.key) / picture.name
        if not path.is_file():
            with writing(self.name, path):
                write_whole(path, picture.data)

    def _picture_of(self, entry: Entry, row: Mapping[str, str]) -> str:
        name = row.get("picture", "")
        path = self._pictures(entry.key) / name
        return path.relative_to(self._path.parent).as_posix() if name and path.is_file() else ""

    def _pictures(self, key: str) -> Path:
        return self._path.parent / f"{self._path.stem}-evidence" / key.rpartition(":")[2]


def _usual_columns() -> dict[str, str]:
    columns: dict[str, str] = data_file(__package__, "columns.yaml")
    return columns
