"""A folder of Markdown files, one a ticket; what persons write below the mark is theirs."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from connectors.trackers.files import writing
from connectors.trackers.marks import mark_of, markdown_note, shown_by, theirs
from connectors.trackers.model import Entry, FilingFailed, Held, Kind, Listed, Note, Picture, Said
from gouji.settings import TrackerSetting
from gouji.whole import write_whole
from gouji.words import words

PICTURES = "evidence"
_STATES = {"open": "打开 open", "closed": "办结 closed"}
_CLOSED = re.compile("办结|关闭|完成|closed|done", re.IGNORECASE)
_HEAD = re.compile(r"\A---\n状态[：:][ ]*(.*)\n标签[：:][ ]*(.*)\n---\n")
_NOTES = "<!-- gouji-notes -->"
_NOTE = re.compile(r"\n\n(.+?<!-- gouji-note:\S+ -->)", re.DOTALL)
_NOTE_KEY = re.compile(r"<!-- gouji-note:(\S+?) -->")
_HEADING = re.compile(r"\A## (?:办理记录|Notes) *[（(][^\n]*\n?")
_UNFIT = re.compile(r'[\\/:*?"<>|\s.]+')


class Folder:
    """Writes each file whole; a file is known by the key in it, whatever a person calls it."""

    reads_back = True

    def __init__(self, setting: TrackerSetting, name: str) -> None:
        assert setting.path is not None
        self.name, self._folder = name, setting.path

    def listed(self) -> Iterator[tuple[str, Listed]]:
        with writing(self.name, self._folder):
            paths = sorted(self._folder.glob("*.md")) if self._folder.is_dir() else []
            texts = {path: path.read_text("utf-8", errors="replace") for path in paths if not path.name.startswith(".")}
        for path, text in texts.items():
            if mark := mark_of(text):
                sheet = _parsed(text)
                yield mark[0], Listed(path.name, path.as_uri(), not sheet.closed, hashlib.sha256(text.encode()).hexdigest()[:16])

    def read(self, id: str, key: str) -> Held:
        path = self._path(id, key)
        with writing(self.name, path):
            text = path.read_text("utf-8", errors="replace")
        sheet, mark = _parsed(text), mark_of(text)
        folder = self._pictures(path)
        names = frozenset(p.name for p in folder.iterdir()) if folder.is_dir() else frozenset()
        said = (Said(hashlib.sha256(sheet.below.encode()).hexdigest()[:16], path.name, sheet.below),) if sheet.below else ()
        return Held(
            path.name, path.as_uri(), not sheet.closed, mark[1] if mark else None, frozenset(sheet.labels),
            frozenset(_NOTE_KEY.findall(sheet.notes)), names, said,
        )  # fmt: skip

    def create(self, entry: Entry) -> Held:
        stem = _UNFIT.sub("-", f"{entry.fields['year']}-{entry.fields['agency']}")[:60]
        path = self._folder / f"{stem}-{entry.fields['ticket']}.md"
        self._write(path, _Sheet(_STATES["open"], entry.labels), entry)
        return self.read(path.name, entry.key)

    def update(self, held: Held, entry: Entry) -> None:
        self._change(held, entry)

    def comment(self, held: Held, entry: Entry, note: Note) -> None:
        path = self._path(held.id, entry.key)
        sheet = self._sheet(path)
        self._write(path, replace(sheet, notes=f"{sheet.notes}\n\n{markdown_note(note)}"), entry)

    def label(self, held: Held, entry: Entry) -> None:
        kept = tuple(label for label in self._sheet(self._path(held.id, entry.key)).labels if label not in entry.own_labels)
        self._change(held, entry, labels=(*entry.labels, *kept))

    def attach(self, held: Held, entry: Entry, picture: Picture) -> None:
        folder = self._pictures(self._path(held.id, entry.key))
        with writing(self.name, folder):
            write_whole(folder / picture.name, picture.data)
        self._change(held, entry)

    def close(self, held: Held, entry: Entry) -> None:
        self._change(held, entry, state=_STATES["closed"])

    def reopen(self, held: Held, entry: Entry) -> None:
        self._change(held, entry, state=_STATES["open"])

    def _change(self, held: Held, entry: Entry, **what: Any) -> None:
        path = self._path(held.id, entry.key)
        self._write(path, replace(self._sheet(path), **what), entry)

    def _sheet(self, path: Path) -> "_Sheet":
        with writing(self.name, path):
            return _parsed(path.read_text("utf-8", errors="replace"))

    def _write(self, path: Path, sheet: "_Sheet", entry: Entry) -> None:
        folder = self._pictures(path)
        shown = [(p.caption, f"{PICTURES}/{folder.name}/{p.name}") for p in entry.pictures if (folder / p.name).is_file()]
        pictures = "".join(f"\n\n![{caption}]({address})" for caption, address in shown)
        head = f"---\n状态：{sheet.state}\n标签：{', '.join(sheet.labels)}\n---\n"
        body = f"# {entry.title}\n\n{entry.text.markdown.strip()}{pictures}\n\n{_NOTES}{sheet.notes}"
        text = f"{head}{body}\n\n<!-- {entry.key} text:{shown_by(entry)} -->\n\n## {words('trackers.below').zh}\n\n{sheet.below}"
        with writing(self.name, path):
            write_whole(path, f"{text.rstrip()}\n".encode("utf-8", "replace"))

    def _path(self, id: str, key: str) -> Path:
        """The ticket's file, also where a person gave it another name."""
        path = self._folder / id
        if path.is_file() and (mark := mark_of(path.read_text("utf-8", errors="replace"))) and mark[0] == key:
            return path
        for other, listed in self.listed():
            if other == key:
                return self._folder / listed.id
        raise FilingFailed(words("trackers.gone", name=self.name), Kind.GONE)

    def _pictures(self, path: Path) -> Path:
        return self._folder / PICTURES / path.stem


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What of a file is kept when our text in it is written anew; `notes` are ours, `below` is theirs."""

    state: str
    labels: tuple[str, ...]
    notes: str = ""
    below: str = ""

    @property
    def closed(self) -> bool:
        return bool(_CLOSED.search(self.state))


def _parsed(text: str) -> _Sheet:
    text = text.replace("\r\n", "\n")
    head = _HEAD.match(text)
    state, labels = (head[1], tuple(label.strip() for label in head[2].split(",") if label.strip())) if head else (_STATES["open"], ())
    below = theirs(text)
    ours = text[: len(text) - len(below)] if below else text
    notes = "".join(f"\n\n{found[1]}" for found in _NOTE.finditer(ours.partition(_NOTES)[2]))
    return _Sheet(state, labels, notes, _HEADING.sub("", below).strip())
