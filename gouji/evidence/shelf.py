"""The pictures beside the pages: evidence/HASH OF THE BYTES/FINGERPRINT.png or .svg."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from gouji.evidence.model import Evidence
from gouji.whole import write_whole

FOLDER = "evidence"


@dataclass(frozen=True, slots=True)
class Shelf:
    """`pages` is the folder of the pages, from which the pictures are named."""

    pages: Path

    def put(self, sha256: str, evidence: Evidence) -> Path:
        """The picture's path, once it is there whole; one that is there already as it should be is left alone."""
        path = self.pages / FOLDER / sha256 / f"{evidence.fingerprint}.{evidence.suffix}"
        if not path.is_file() or path.read_bytes() != evidence.picture:
            write_whole(path, evidence.picture)
        return path

    def find(self, fingerprint: str) -> Path | None:
        """The picture for this finding, the newest where it was found in several documents."""
        found = [path for path in (self.pages / FOLDER).glob(f"*/{fingerprint}.*") if not path.name.startswith(".")]
        return max(found, key=lambda path: (path.stat().st_mtime, path.name), default=None)

    def prune(self, sha256: str, kept: Collection[str]) -> None:
        """Of this document only the pictures of these fingerprints are left."""
        for path in self._of(sha256):
            if path.stem not in kept:
                path.unlink(missing_ok=True)

    def prune_others(self, hashes: Collection[str], kept: Collection[str]) -> None:
        """Of documents other than these only the pictures of these fingerprints are left."""
        folder = self.pages / FOLDER
        for one in sorted(folder.iterdir()) if folder.is_dir() else ():
            if one.is_dir() and one.name not in hashes:
                self.prune(one.name, kept)
                if not any(one.iterdir()):
                    one.rmdir()

    def _of(self, sha256: str) -> Iterator[Path]:
        folder = self.pages / FOLDER / sha256
        return (path for path in sorted(folder.iterdir()) if path.is_file()) if folder.is_dir() else iter(())
