"""ZIP archives of documents: every file by its name, nothing written to disk, no archive without an end."""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gouji.document.pack import is_pack, members_of, take
from gouji.errors import UnreadableDocument
from samples import any_sound, render


def packed(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def put(folder: Path, data: bytes, name: str = "reports.zip") -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_every_file_is_listed_by_its_way_down_and_taken_out(tmp_path: Path) -> None:
    inner = packed({"深/年报.txt": b"inner"})
    path = put(tmp_path, packed({"a/1.txt": b"one", "a/": b"", "b.zip": inner, "2.txt": b"two"}))
    found = members_of(path)
    assert [(one.name, one.size) for one in found] == [("a/1.txt", 3), ("b.zip!/深/年报.txt", 5), ("2.txt", 3)]
    assert [take(path, one) for one in found] == [b"one", b"inner", b"two"]


@pytest.mark.parametrize("name", ["__MACOSX/._报告.docx", ".DS_Store", "a/.hidden.pdf", "Thumbs.db", "空/"])
def test_what_systems_put_beside_files_is_no_file(name: str, tmp_path: Path) -> None:
    assert members_of(put(tmp_path, packed({name: b""}))) == []


@pytest.mark.parametrize("name", ["../../etc/报告.txt", "/报告.txt", "C:\\报告.txt", "./报告.txt"])
def test_a_name_that_leads_elsewhere_leads_nowhere(name: str, tmp_path: Path) -> None:
    (found,) = members_of(put(tmp_path, packed({name: b"x"})))
    assert found.name in ("报告.txt", "etc/报告.txt")


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    data = packed({"AAAA.txt": b"x"}).replace(b"AAAA", "年报".encode("gbk"))
    (found,) = members_of(put(tmp_path, data))
    assert found.name == "年报.txt"


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    data = packed({"a.txt": b"1", "b.txt": b"2"}).replace(b"b.txt", b"a.txt")
    path = put(tmp_path, data)
    assert [(one.name, take(path, one)) for one in members_of(path)] == [("a.txt", b"1"), ("a.txt~2", b"2")]


def test_a_document_that_is_a_zip_file_is_no_archive_and_neither_is_one_by_its_content_alone(tmp_path: Path) -> None:
    assert not is_pack(put(tmp_path, render(any_sound(1), "docx"), "report.zip"))
    assert not is_pack(put(tmp_path, packed({"a.txt": b"x"}), "report.dat"))
    assert is_pack(put(tmp_path, packed({"a.txt": b"x"}), "REPORT.ZIP"))


def locked() -> bytes:
    """An archive whose file is marked as needing a password."""
    data = packed({"a.txt": b"x"})
    local, listed = data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8
    return bytes(byte | 1 if place in (local, listed) else byte for place, byte in enumerate(data))


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (locked, "密码"),
        (lambda: packed({"a.txt": b"x"}, zipfile.ZIP_BZIP2), "压缩方式少见"),
        (lambda: packed({"a.txt": bytes(51 << 20)}), "50 MB"),
        (lambda: packed({"a.txt": b"x" * 100}, zipfile.ZIP_STORED).replace(b"x" * 100, b"y" * 100), "不完整"),
    ],
)
def test_a_file_that_cannot_be_taken_out_says_why(made: Callable[[], bytes], sentence: str, tmp_path: Path) -> None:
    path = put(tmp_path, made())
    (found,) = members_of(path)
    with pytest.raises(UnreadableDocument) as caught:
        take(path, found)
    assert sentence in caught.value.words.zh


def nested(levels: int) -> bytes:
    data = packed({"end.txt": b"x"})
    for level in range(levels):
        data = packed({f"{level}.zip": data})
    return data


def test_archives_in_archives_are_opened_two_deep_and_then_stand_as_files(tmp_path: Path) -> None:
    (found,) = members_of(put(tmp_path, nested(5)))
    assert found.name == "4.zip!/3.zip!/2.zip"


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda: packed({"a.txt": b"x", "b.zip": packed({"c.txt": b"y"})})[:-30], "不完整"),
        (lambda: packed({f"{number}.txt": b"" for number in range(10_001)}), "10000"),
        (lambda: packed({f"{number}.zip": packed({f"{n}.txt": b"" for n in range(1_001)}) for number in range(10)}), "10000"),
        (lambda: packed({f"{number}.bin": bytes(45 << 20) for number in range(2)} | {"big": bytes(2)}), ""),
    ],
)
def test_an_archive_that_is_cut_off_or_without_end_is_refused(made: Callable[[], bytes], sentence: str, tmp_path: Path) -> None:
    path = put(tmp_path, made())
    if not sentence:
        assert len(members_of(path)) == 3
        return
    with pytest.raises(UnreadableDocument) as caught:
        members_of(path)
    assert sentence in caught.value.words.zh


def test_an_archive_that_unpacks_to_more_than_a_gigabyte_is_refused(tmp_path: Path) -> None:
    one = packed({"a.bin": bytes(45 << 20)})
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(24):
            archive.writestr(f"{number}.zip", one)
    with pytest.raises(UnreadableDocument) as caught:
        members_of(path)
    assert "1080 MB" in caught.value.words.zh
