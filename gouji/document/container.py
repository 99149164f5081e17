"""A ZIP container opened carefully: nothing is unpacked that is too big, hidden behind a password or there twice."""

import io
import zipfile
import zlib
from struct import unpack_from
from typing import BinaryIO

from gouji.errors import UnreadableDocument
from gouji.words import words

MOST_PART = 32 * 2**20  # unpacked; the text of a real report has one or two megabytes, styles and all
MOST_ENTRIES = 10_000
_LONGEST_ENTRY = 400  # in the list of parts: a long name in Chinese
_END_WITHIN = 22 + 0xFFFF  # the last record and the longest comment behind it
BROKEN = (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, zlib.error)


def open_zip(file: BinaryIO) -> zipfile.ZipFile:
    """The ZIP file; UnreadableDocument where its list of parts is damaged, or too long to be looked through."""
    if _listed(file) > MOST_ENTRIES * _LONGEST_ENTRY:
        raise UnreadableDocument(words("reading.container-crowded", limit=MOST_ENTRIES))
    try:
        found = zipfile.ZipFile(file)
    except BROKEN as error:
        raise damaged() from error
    listed = found.infolist()
    if len(listed) > MOST_ENTRIES:
        raise UnreadableDocument(words("reading.container-crowded", limit=MOST_ENTRIES))
    if min((entry.header_offset for entry in listed), default=0):
        raise damaged()  # what was found is an archive within one that was cut off
    return found


def empty_container(part: str) -> bytes:
    """An Office document with this part and nothing in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
        archive.writestr(part, "")
    return out.getvalue()


def _listed(file: BinaryIO) -> int:
    """How many bytes the list of parts has, as the record at the file's end says; 0 where there is none."""
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - _END_WITHIN))
    tail = file.read()
    start = tail.rfind(b"PK\x05\x06")
    return int(unpack_from("<I", tail, start + 12)[0]) if 0 <= start <= len(tail) - 22 else 0


class Container:
    """The parts of a document that is a ZIP file. Names are told apart without case, as its standards say."""

    def __init__(self, data: bytes) -> None:
        self._zip = open_zip(io.BytesIO(data))
        entries = self._zip.infolist()
        self._entries = {_key(entry.filename): entry for entry in entries}
        if len(self._entries) != len(entries):
            raise damaged()  # which of two parts of one name counts, programs do not agree

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._entries

    def __getitem__(self, name: str) -> bytes:
        """The part's bytes, unpacked; UnreadableDocument where they are not to be had."""
        entry = self._entries.get(_key(name))
        if entry is None:
            raise damaged()
        if entry.flag_bits & 1:
            raise UnreadableDocument(words("reading.password"))
        if entry.file_size > MOST_PART:
            raise UnreadableDocument(words("reading.container-too-big", size=entry.file_size >> 20, limit=MOST_PART >> 20))
        try:
            return self._zip.read(entry)  # never more than file_size: what goes on beyond it fails its checksum
        except (*BROKEN, RuntimeError) as error:
            raise damaged() from error


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def damaged() -> UnreadableDocument:
    """Why such a file cannot be opened."""
    return UnreadableDocument(words("reading.container-damaged"))
