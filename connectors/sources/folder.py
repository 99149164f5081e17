"""A folder of files, and the folders in it."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from connectors.sources.bound import together
from connectors.sources.model import Found, SourceFailed, joined
from connectors.sources.names import is_no_document
from connectors.sources.survey import Aside, Item, Survey
from connectors.sources.website.titles import report_year
from gouji.document.bound.runs import is_picture
from gouji.document.pack import INSIDE, Member, is_named_pack, is_pack, members_of, take
from gouji.errors import UnreadableDocument
from gouji.finding import Words
from gouji.words import words
from gouji.words.refusals import reason_of

# A file touched this recently may still be being written, and is looked at a second time after a pause.
_FRESH_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as first met. `trouble` says why it will not be read."""

    path: str
    location: str
    size: int = 0
    modified_ns: int = 0
    changed_ns: int = 0
    trouble: Words | None = None


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The documents under `path`. Links are not followed: they could lead in circles or out of the folder."""

    name: str
    path: Path
    settle_seconds: float = 0.5

    def look(self) -> Iterator[Found]:
        """Every file but hidden, temporary and lock files, ordered by path; one still growing is found but cannot be fetched.

        Pictures that are the pages of one report are one document.
        """
        troubles: list[Words] = []
        seen = sorted(self._walk(str(self.path), troubles), key=lambda file: file.location)
        self._let_fresh_files_settle(seen)
        yield from together([one for file in seen for one in _found(file, troubles)])
        if troubles:
            raise SourceFailed(joined(troubles))

    def survey(self) -> Survey:
        """The files by their names; what is no document, a link, or still growing is left out."""
        troubles: list[Words] = []
        seen = sorted(self._walk(str(self.path), troubles), key=lambda file: file.location)
        self._let_fresh_files_settle(seen)
        put_off = [Aside(now.location, now.location, now.trouble) for file in seen if (now := _changed_since(file)).trouble is not None]
        there = {one.location for one in put_off}
        found = together([one for file in seen if file.location not in there for one in _found(file, troubles)])
        items = tuple(Item(one.location, one.location, report_year(one.name)) for one in found)
        return Survey(items, (*put_off, *self._no_documents()), tuple(troubles))

    def _no_documents(self) -> Iterator[Aside]:
        for folder, _, names in os.walk(self.path):
            for name in sorted(filter(is_no_document, names)):
                location = _shown(os.path.relpath(os.path.join(folder, name), self.path)).replace(os.sep, "/")
                yield Aside(location, location, words("sources.no-document"))

    def _walk(self, folder: str, troubles: list[Words]) -> Iterator[_Seen]:
        try:
            with os.scandir(folder) as entries:
                ordered = [entry for entry in entries if not is_no_document(entry.name)]
        except OSError as error:
            troubles.append(words("sources.folder-unreadable", folder=_shown(folder), reason=reason_of(error)))
            return
        for entry in ordered:
            if entry.is_dir(follow_symlinks=False):
                yield from self._walk(entry.path, troubles)
            else:
                yield from self._file(entry)

    def _file(self, entry: os.DirEntry[str]) -> Iterator[_Seen]:
        location = _shown(os.path.relpath(entry.path, self.path)).replace(os.sep, "/")
        if entry.is_symlink():
            yield _Seen(entry.path, location, trouble=words("sources.link", file=location))
        elif entry.is_file(follow_symlinks=False):
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                return  # gone between the listing and now
            yield _Seen(entry.path, location, status.st_size, status.st_mtime_ns, status.st_ctime_ns)

    def _let_fresh_files_settle(self, seen: list[_Seen]) -> None:
        newest = max((file.modified_ns for file in seen), default=0) / 1e9
        if abs(time.time() - newest) < _FRESH_SECONDS:
            time.sleep(self.settle_seconds)


def _found(file: _Seen, troubles: list[Words]) -> Iterator[Found]:
    """The file; in place of a ZIP archive the files in it. What an archive holds that cannot be opened now is not known to be gone."""
    path = Path(file.path)
    try:
        members = members_of(path) if not file.trouble and is_pack(path) else []
    except UnreadableDocument:
        members = []  # the archive itself is what cannot be read
    except OSError as error:
        troubles.append(words("sources.file-unreadable", file=file.location, reason=reason_of(error)))
        return
    now = _changed_since(file)
    if now.trouble and not file.trouble and is_named_pack(path):
        troubles.append(now.trouble)
    elif members:
        yield from (_member(now, member) for member in members)
    else:
        name = file.location.rsplit("/", 1)[-1]
        # Two pages that change their names keep size and time each, and the report is another.
        modified = max(file.modified_ns, file.changed_ns) if is_picture(name) else file.modified_ns
        yield Found(file.location, name, file.size, modified / 1e9, partial(_bytes, now))


def _member(file: _Seen, member: Member) -> Found:
    location = f"{file.location}{INSIDE}{member.name}"
    return Found(location, location.rsplit("/", 1)[-1], member.size, file.modified_ns / 1e9, partial(_member_bytes, file, member))


def _member_bytes(file: _Seen, member: Member) -> bytes:
    """The whole member, of an archive that has not changed since it was looked at."""
    try:
        data = take(Path(file.path), member)
    except (UnreadableDocument, OSError) as error:
        reason = error.words if isinstance(error, UnreadableDocument) else reason_of(error)
        raise SourceFailed(words("sources.file-unreadable", file=f"{file.location}{INSIDE}{member.name}", reason=reason)) from error
    if not _same(file):
        raise SourceFailed(words("sources.growing", file=file.location))
    return data


def _changed_since(file: _Seen) -> _Seen:
    """The file, put off where it grew or shrank within the look."""
    if file.trouble or _same(file):
        return file
    return _Seen(file.path, file.location, file.size, file.modified_ns, trouble=words("sources.growing", file=file.location))


def _bytes(file: _Seen) -> bytes:
    """The whole file; one that changed while it was read is no whole file."""
    if file.trouble:
        raise SourceFailed(file.trouble)
    try:
        data = Path(file.path).read_bytes()
    except OSError as error:
        raise SourceFailed(words("sources.file-unreadable", file=file.location, reason=reason_of(error))) from error
    if len(data) != file.size or not _same(file):
        raise SourceFailed(words("sources.growing", file=file.location))
    return data


def _same(file: _Seen) -> bool:
    try:
        status = os.stat(file.path, follow_symlinks=False)
    except OSError:
        return True  # whatever is wrong, reading it will say so
    return (status.st_size, status.st_mtime_ns) == (file.size, file.modified_ns)


def _shown(path: str) -> str:
    """The path as text that can be stored: a name in another encoding than the system's is most often GBK."""
    raw = os.fsencode(path)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")
