"""The files in a ZIP archive, taken out one by one; nothing is ever written to disk."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from
from typing import BinaryIO

from gouji.document.container import BROKEN, MOST_ENTRIES, damaged, open_zip
from gouji.document.packed import ZIP, packed_format
from gouji.errors import UnreadableDocument
from gouji.words import words

INSIDE = "!/"  # between an archive's own name and that of a file in it
MOST_BYTES = 50 * 2**20  # of one file; what is bigger no reader takes
MOST_TOTAL = 1000 * 2**20
_DEEPEST = 3
_MOST_INNER = 200 * 2**20  # of archives within archives, all together: to know what they hold, they are unpacked
_NOT_FILES = frozenset({"__macosx", "thumbs.db", "desktop.ini"})  # what systems put beside files
_UTF8_NAME, _LOCKED = 0x800, 0x1
_UNICODE_PATH = 0x7075
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive. `name` leads to it, through archives in archives; `trail` are their places, outermost first."""

    name: str
    size: int
    trail: tuple[int, ...]


def is_pack(path: Path) -> bool:
    """Whether the file is a ZIP archive of files: by its name, and not against its content (a DOCX is a ZIP file too)."""
    if not is_named_pack(path):
        return False
    with path.open("rb") as file:
        return _is_pack(file)


def is_pack_of(name: str, data: bytes) -> bool:
    """The same of bytes that came under this name."""
    return is_named_pack(Path(name)) and _is_pack(io.BytesIO(data))


def is_named_pack(path: Path) -> bool:
    """Whether the file's name is that of a ZIP archive."""
    return path.suffix.lower() == ".zip"


def _is_pack(file: BinaryIO) -> bool:
    return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06") and _format(file) == ZIP


def _format(file: BinaryIO) -> str:
    """The container's format; an archive may be too big to be read whole, a document may not."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    return packed_format(file.read()) if size <= MOST_BYTES else ZIP


def members_of(path: Path) -> list[Member]:
    """The files in the archive in its order, those of archives within it in their place; UnreadableDocument where it is damaged."""
    with path.open("rb") as file:
        return _members(file)


def members_in(data: bytes) -> list[Member]:
    """The same of an archive's bytes."""
    return _members(io.BytesIO(data))


def _members(file: BinaryIO) -> list[Member]:
    found = list(_Listing().members(file, (), ""))
    total = sum(member.size for member in found)
    if total > MOST_TOTAL:
        raise UnreadableDocument(words("reading.zip-too-big", size=total >> 20, limit=MOST_TOTAL >> 20))
    return _apart(found)


def take(path: Path, member: Member) -> bytes:
    """The member's bytes; UnreadableDocument where they cannot be had."""
    with path.open("rb") as file:
        return _taken(file, member.trail)


def take_from(data: bytes, member: Member) -> bytes:
    """The same from an archive's bytes."""
    return _taken(io.BytesIO(data), member.trail)


def _taken(file: BinaryIO, trail: tuple[int, ...]) -> bytes:
    with open_zip(file) as archive:
        entries = archive.infolist()
        if trail[0] >= len(entries):
            raise damaged()
        data = _bytes(archive, entries[trail[0]])
    return _taken(io.BytesIO(data), trail[1:]) if len(trail) > 1 else data


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    if entry.flag_bits & _LOCKED:
        raise UnreadableDocument(words("reading.password"))
    if entry.file_size > MOST_BYTES:
        raise UnreadableDocument(words("reading.too-big", size=entry.file_size >> 20, limit=MOST_BYTES >> 20))
    if entry.compress_type not in _METHODS:
        raise UnreadableDocument(words("reading.zip-packing"))
    try:
        return archive.read(entry)  # never more than file_size: what goes on beyond it fails its checksum
    except (*BROKEN, RuntimeError) as error:
        raise damaged() from error


@dataclass(slots=True)
class _Listing:
    """One look through an archive: how much of archives within it may still be unpacked, how many files may still be met."""

    room: int = _MOST_INNER
    files: int = MOST_ENTRIES

    def members(self, file: BinaryIO, trail: tuple[int, ...], before: str) -> Iterator[Member]:
        with open_zip(file) as archive:
            for place, entry in enumerate(archive.infolist()):
                parts = _parts(_name(entry))
                if entry.is_dir() or not parts or any(part.startswith(".") or part.lower() in _NOT_FILES for part in parts):
                    continue
                member = Member(before + "/".join(parts), entry.file_size, (*trail, place))
                inner = self._inner(archive, entry) if member.name.lower().endswith(".zip") and len(member.trail) < _DEEPEST else None
                if inner is None:
                    yield self._counted(member)
                else:
                    yield from self.members(io.BytesIO(inner), member.trail, member.name + INSIDE)

    def _counted(self, member: Member) -> Member:
        self.files -= 1
        if self.files < 0:
            raise UnreadableDocument(words("reading.container-crowded", limit=MOST_ENTRIES))
        return member

    def _inner(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
        """The archive within, where it is one and can be opened; else it stands as a file, and reading it says what is wrong."""
        if entry.file_size > self.room:
            return None
        self.room -= entry.file_size
        try:
            data = _bytes(archive, entry)
            with open_zip(io.BytesIO(data)):
                return data if packed_format(data) == ZIP else None
        except UnreadableDocument:
            return None


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as its packer meant it: without the mark for UTF-8 it is most often GBK, which zipfile took for CP437."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    if stated := _unicode_path(entry.extra):
        return stated
    raw = entry.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.filename


def _unicode_path(extra: bytes) -> str:
    """The name in Info-ZIP's field for it, where the entry has one."""
    while len(extra) >= 4:
        kind, length = unpack_from("<HH", extra)
        if kind == _UNICODE_PATH and length > 5:
            return extra[9 : 4 + length].decode("utf-8", "replace")
        extra = extra[4 + length :]
    return ""


def _parts(name: str) -> list[str]:
    """The steps of the name that lead down; drives and steps up are left out."""
    steps = name.replace("\\", "/").split("/")
    return [step for step in steps if step not in ("", ".", "..") and not (len(step) == 2 and step[1] == ":")]


def _apart(members: list[Member]) -> list[Member]:
    """The members, each under a name of its own."""
    seen: dict[str, int] = {}
    named = []
    for member in members:
        seen[member.name] = count = seen.get(member.name, 0) + 1
        named.append(member if count == 1 else Member(f"{member.name}~{count}", member.size, member.trail))
    return named
