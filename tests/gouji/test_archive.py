"""What was fetched is kept whole."""

import hashlib
from pathlib import Path

import pytest

from gouji.archive import Archive, DamagedArchive


def test_bytes_are_kept_under_their_hash(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sha256 = archive.put(b"report")
    assert sha256 == hashlib.sha256(b"report").hexdigest()
    assert (archive.get(sha256), sha256 in archive, list(archive)) == (b"report", True, [sha256])


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.put(b"report") == archive.put(b"report")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [archive.put(b"report")]


def test_a_changed_file_is_not_given_out(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sha256 = archive.put(b"report")
    (tmp_path / sha256[:2] / sha256).write_bytes(b"other")
    with pytest.raises(DamagedArchive, match=sha256):
        archive.get(sha256)


def test_a_lost_file_is_said_to_be_lost(tmp_path: Path) -> None:
    with pytest.raises(DamagedArchive, match="0" * 64):
        Archive(tmp_path).get("0" * 64)


def test_an_archive_in_front_leaves_the_one_behind_untouched(tmp_path: Path) -> None:
    behind = Archive(tmp_path / "behind")
    old = behind.put(b"old")
    front = Archive(tmp_path / "front", behind)
    new = front.put(b"new")
    assert (front.get(old), front.get(new), list(behind)) == (b"old", b"new", [old])
