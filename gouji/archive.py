"""The bytes that were fetched, each kept once under the name of its SHA-256."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gouji.errors import GoujiError
from gouji.whole import write_whole
from gouji.words import words


class DamagedArchive(GoujiError):
    """A kept file is gone, or is no longer what was fetched."""


@dataclass(frozen=True, slots=True)
class Archive:
    """`behind` is an archive that is only read from: a rehearsal writes to a folder of its own in front of it."""

    folder: Path
    behind: "Archive | None" = None

    def put(self, data: bytes) -> str:
        """The bytes' hash, once they are kept."""
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 not in self:
            write_whole(self._path(sha256), data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes of this hash, looked at again."""
        path = self._path(sha256)
        if self.behind is not None and not path.exists():
            return self.behind.get(sha256)
        try:
            data = path.read_bytes()
        except FileNotFoundError as exc:
            raise DamagedArchive(words("ledger.archive_gone", path=path)) from exc
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedArchive(words("ledger.archive_changed", path=path))
        return data

    def size_of(self, sha256: str) -> int:
        """How many bytes are kept under this hash, once all of them were looked at again, a part at a time."""
        seen, size = hashlib.sha256(), 0
        with self._path(sha256).open("rb") as file:
            while part := file.read(1 << 20):
                seen.update(part)
                size += len(part)
        if seen.hexdigest() != sha256:
            raise DamagedArchive(words("ledger.archive_changed", path=self._path(sha256)))
        return size

    def __contains__(self, sha256: str) -> bool:
        return self._path(sha256).exists() or (self.behind is not None and sha256 in self.behind)

    def __iter__(self) -> Iterator[str]:
        """The hashes of all that is kept."""
        return (path.name for path in sorted(self.folder.glob("??/*")) if not path.name.startswith("."))

    def _path(self, sha256: str) -> Path:
        return self.folder / sha256[:2] / sha256
