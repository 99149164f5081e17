"""A folder as a source."""

import os
import shutil
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.sources import Around, Found, SourceFailed, source_for
from connectors.sources.folder import FolderSource
from gouji.document.bound.binding import unbound
from gouji.settings import load


def source(folder: Path) -> FolderSource:
    return FolderSource("inbox", folder, settle_seconds=0.2)


def look(folder: Path) -> list[Found]:
    return list(source(folder).look())


def test_every_file_in_every_folder_is_found_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.pdf", "深/层/年报.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    found = look(tmp_path)
    assert [one.location for one in found] == ["a.pdf", "b/1.txt", "b/2.txt", "深/层/年报.html"]
    assert [one.name for one in found] == ["a.pdf", "1.txt", "2.txt", "年报.html"]
    assert [one.fetch().decode() for one in found] == [one.location for one in found]
    assert found[0].size == 5


@pytest.mark.parametrize("name", [".hidden.pdf", "~$年报.docx", "年报.pdf.part", "a.crdownload", ".~lock.年报.odt#", "Thumbs.db", ".git/config", "年报.txt~"])  # fmt: skip
def test_what_programs_leave_behind_is_no_report(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x")
    assert look(tmp_path) == []


def test_an_empty_file_is_found_since_it_has_to_be_told(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    assert [one.fetch() for one in look(tmp_path)] == [b""]


def test_a_link_leads_nowhere_but_is_named(tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("secret")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "round").symlink_to(inbox, target_is_directory=True)
    (inbox / "out.txt").symlink_to(tmp_path / "outside.txt")
    found = look(inbox)
    assert [one.location for one in found] == ["out.txt", "round"]
    for one in found:
        with pytest.raises(SourceFailed, match="is a link"):
            one.fetch()


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Path]:
    """A file that another program keeps writing to."""
    path = tmp_path / "growing.pdf"
    done = threading.Event()

    def write() -> None:
        with path.open("ab", buffering=0) as file:
            while not done.wait(0.02):
                file.write(b"x" * 100)

    thread = threading.Thread(target=write)
    thread.start()
    while not path.exists() or path.stat().st_size == 0:
        time.sleep(0.01)
    yield path
    done.set()
    thread.join()


def test_a_growing_file_is_found_but_put_off_by_name(writer: Path) -> None:
    (writer.parent / "done.txt").write_text("done")
    done, growing = look(writer.parent)
    assert done.fetch() == b"done"
    with pytest.raises(SourceFailed, match=r"growing\.pdf is still being written"):
        growing.fetch()


def test_a_file_that_changes_between_look_and_fetch_is_put_off(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    [found] = look(tmp_path)
    (tmp_path / "a.txt").write_text("three")
    with pytest.raises(SourceFailed, match="still being written"):
        found.fetch()


def test_a_file_that_is_gone_when_fetched_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    [found] = look(tmp_path)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(SourceFailed, match=r"a\.txt cannot be read"):
        found.fetch()


def test_old_files_are_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    os.utime(tmp_path / "a.txt", (1e9, 1e9))
    begun = time.monotonic()
    assert len(list(FolderSource("inbox", tmp_path, settle_seconds=5).look())) == 1
    assert time.monotonic() - begun < 2


def test_a_folder_that_is_not_there_fails_in_words(tmp_path: Path) -> None:
    with pytest.raises(SourceFailed, match="nowhere cannot be read"):
        look(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(SourceFailed):
        look(tmp_path / "file")


@pytest.fixture
def folder_with_a_locked_part() -> Iterator[Path]:
    """A folder of which one part is closed to us; a superuser, whom nothing is closed to, becomes nobody for the test."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    (folder / "open.txt").write_text("open")
    (folder / "locked").mkdir(mode=0o000)
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    yield folder
    os.seteuid(before)
    shutil.rmtree(folder)


def test_a_look_that_could_not_see_all_gives_what_it_saw_and_then_fails(folder_with_a_locked_part: Path) -> None:
    looking = source(folder_with_a_locked_part).look()
    assert next(looking).location == "open.txt"
    with pytest.raises(SourceFailed, match="locked"):
        next(looking)


def test_a_name_in_another_encoding_is_a_text_that_can_be_stored(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "年报.txt".encode("gbk")
    with open(path, "wb") as file:
        file.write(b"x")
    [found] = look(tmp_path)
    assert (found.location, found.fetch()) == ("年报.txt", b"x")


def test_a_configured_folder_becomes_a_source(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "gouji.toml").write_text('[[sources]]\nname = "in"\ntype = "folder"\npath = "inbox"\n')
    settings = load(tmp_path / "gouji.toml")
    assert source_for(settings.sources[0], Around.of(tmp_path, tmp_path)).name == "in"


def archive(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(name, name)
    return path


def test_an_archive_is_found_as_the_files_in_it(tmp_path: Path) -> None:
    archive(tmp_path / "all.zip", "a.txt", "深/b.txt", "__MACOSX/._a.txt")
    found = look(tmp_path)
    assert [(one.location, one.name, one.fetch().decode()) for one in found] == [
        ("all.zip!/a.txt", "a.txt", "a.txt"),
        ("all.zip!/深/b.txt", "b.txt", "深/b.txt"),
    ]


def test_an_archive_that_cannot_be_listed_is_found_itself(tmp_path: Path) -> None:
    path = archive(tmp_path / "cut.zip", "a.txt")
    path.write_bytes(path.read_bytes()[:-5])
    assert [one.location for one in look(tmp_path)] == ["cut.zip"]


def test_an_archive_replaced_since_it_was_looked_at_gives_nothing_now(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", "a.txt")
    [found] = look(tmp_path)
    archive(path, "b.txt", "a.txt")
    with pytest.raises(SourceFailed):
        found.fetch()


def test_a_growing_archive_does_not_make_the_files_in_it_gone(writer: Path) -> None:
    growing = writer.with_suffix(".zip")
    os.link(writer, growing)
    with pytest.raises(SourceFailed, match="growing.zip"):
        look(writer.parent)


def test_pictures_that_are_one_report_are_one_document_bound_when_fetched(tmp_path: Path) -> None:
    for name in ("局/年报-1.jpg", "局/年报-2.jpg", "局/年报-10.jpg", "a.pdf", "1.png", "20250101101010.png", "20250101111111.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = {one.location: one for one in look(tmp_path)}
    assert list(found) == ["1.png", "20250101101010.png", "20250101111111.png", "a.pdf", "局/年报-*.jpg"]
    report = found["局/年报-*.jpg"]
    assert [(one.name, one.data.decode()) for one in unbound(report.fetch()).pictures] == [
        (f"年报-{number}.jpg", f"局/年报-{number}.jpg") for number in (1, 2, 10)
    ]
    assert "局/年报-*.jpg" in [item.location for item in source(tmp_path).survey().items]


def test_pages_that_change_their_names_are_seen_though_their_sizes_and_times_are_the_same(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"p{number}.jpg").write_text(str(number))
        os.utime(tmp_path / f"p{number}.jpg", (1.7e9, 1.7e9))
    [before] = look(tmp_path)
    time.sleep(0.05)
    for old, new in (("p1", "x"), ("p2", "p1"), ("x", "p2")):
        (tmp_path / f"{old}.jpg").rename(tmp_path / f"{new}.jpg")
    [after] = look(tmp_path)
    assert after.modified > before.modified
    assert [one.data for one in unbound(after.fetch()).pictures] == [b"2", b"1"]


def test_a_page_that_cannot_be_had_puts_the_report_off(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / f"p{number}.jpg").write_text("x")
    [found] = look(tmp_path)
    (tmp_path / "p2.jpg").unlink()
    with pytest.raises(SourceFailed, match=r"p2\.jpg"):
        found.fetch()


def test_pictures_in_an_archive_are_one_report_too(tmp_path: Path) -> None:
    archive(tmp_path / "all.zip", "1.jpg", "2.jpg", "b.txt")
    assert [one.location for one in look(tmp_path)] == ["all.zip!/*.jpg", "all.zip!/b.txt"]
