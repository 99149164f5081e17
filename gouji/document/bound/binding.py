"""Many pictures as the bytes of one document: a ZIP file of the pictures as they are, with a list of their names and hashes.

The same pictures under the same names make the same bytes, so that one hash stands for the document, in the archive and elsewhere.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gouji.document.bound.runs import Run
from gouji.document.container import BROKEN, damaged, open_zip
from gouji.errors import UnreadableDocument
from gouji.words import words

KIND = "application/x-gouji-pages"  # as OpenDocument declares itself, in a part named mimetype
MOST_TOTAL = 150 * 2**20
_TYPE, _LIST = "mimetype", "pages.json"
_LONGEST_LIST = 1 << 20
_WHEN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """One file of the run."""

    name: str
    sha256: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Bound:
    """The pictures in the order of their numbers, and the numbers that are missing, of pages or of a camera (`counted`)."""

    pictures: tuple[Picture, ...]
    missing: tuple[int, ...] = ()
    counted: bool = True


def bind(pictures: Sequence[tuple[str, bytes]], run: Run) -> bytes:
    """The pictures of the run, each with its file's name, as one document."""
    size = sum(len(data) for _, data in pictures)
    if size > MOST_TOTAL:
        raise UnreadableDocument(words("reading.too-big", size=size >> 20, limit=MOST_TOTAL >> 20))
    files = [{"name": name, "sha256": hashlib.sha256(data).hexdigest()} for name, data in pictures]
    listed = json.dumps({"files": files, "missing": list(run.missing), "counted": run.counted}, ensure_ascii=False, indent=1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in ((_TYPE, KIND.encode()), (_LIST, listed.encode()), *pictures):
            archive.writestr(zipfile.ZipInfo(name, _WHEN), data)
    return out.getvalue()


def unbound(data: bytes) -> Bound:
    """What was bound; UnreadableDocument where that is damaged."""
    with open_zip(io.BytesIO(data)) as archive:
        try:
            listed = json.loads(archive.read(_LIST))
            return Bound(tuple(_pictures(archive, listed["files"])), tuple(map(int, listed["missing"])), bool(listed["counted"]))
        except (*BROKEN, RuntimeError, KeyError, TypeError) as error:
            raise damaged() from error


def _pictures(archive: zipfile.ZipFile, files: Sequence[dict[str, str]]) -> Iterator[Picture]:
    if sum(entry.file_size for entry in archive.infolist()) > MOST_TOTAL + _LONGEST_LIST:
        raise damaged()
    for file in files:
        data = archive.read(file["name"])
        if hashlib.sha256(data).hexdigest() != file["sha256"]:
            raise damaged()
        yield Picture(file["name"], file["sha256"], data)
