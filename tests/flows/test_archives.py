"""A ZIP archive of reports: each file in it is a document of its own, read, changed and gone by itself."""

import json
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from flows.files import bytes_again
from samples import Sample, render, sound
from tests.flows.calling import gouji
from tests.flows.town import AGENCY, FAULTY, OTHER, SOUND, Town


def packed(files: Mapping[str, Sample | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, what in files.items():
            archive.writestr(name, what if isinstance(what, bytes) else render(what, Path(name).suffix[1:].replace("txt", "text")))
    return out.getvalue()


def test_each_report_in_an_archive_is_read_under_its_own_name_and_the_rest_said_to_be_there(tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(
        packed(
            {"水务局.txt": FAULTY, "里/inner.zip": packed({"教育局.docx": sound(OTHER, year=2024)}), "章.png": b"x", "bad.pdf": b"%PDF-1.7"}
        )
    )
    ended = gouji("read", path, "--format", "json")
    reports = {report["source"]: (report["agency"], report["form"]) for report in json.loads(ended.out)["reports"]}
    assert reports == {
        f"{path}!/水务局.txt": (AGENCY, "2021"),
        f"{path}!/里/inner.zip!/教育局.docx": (OTHER, "2021"),
        f"{path}!/bad.pdf": (None, None),
    }
    assert "章.png" in ended.err


def test_an_archive_that_is_damaged_or_holds_no_report_is_unreadable_itself(tmp_path: Path) -> None:
    (tmp_path / "cut.zip").write_bytes(packed({"a.txt": SOUND})[:-40])
    (tmp_path / "none.zip").write_bytes(packed({"a.png": b"x"}))
    ended = gouji("read", tmp_path)
    assert ended.status == 1
    assert "不完整" in ended.err
    assert "没有可以读取的报告" in ended.err


def test_files_of_an_archive_are_new_changed_and_gone_each_by_itself(town: Town) -> None:
    town.put("all.zip", packed({"水务局.txt": FAULTY, "教育局.docx": sound(OTHER, year=2024)}))
    assert town.patrol().as_json()["documents"] == {"new": 2, "changed": 0, "unchanged": 0, "unreadable": 0, "gone": 0}
    assert town.tickets() == [(AGENCY, 2024, "open")]
    town.put("all.zip", packed({"水务局.txt": SOUND}))
    assert town.patrol().as_json()["documents"] == {"new": 0, "changed": 1, "unchanged": 0, "unreadable": 0, "gone": 1}
    assert town.tickets() == [(AGENCY, 2024, "resolved")]
    assert sorted(location for _, location, *_ in town.kept()["publications"]) == ["all.zip!/教育局.docx", "all.zip!/水务局.txt"]


def test_the_bytes_of_a_file_in_an_archive_are_found_again_while_they_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(packed({"里/inner.zip": packed({"水务局.txt": FAULTY})}))
    name, data = f"{path}!/里/inner.zip!/水务局.txt", render(FAULTY, "text")
    digest = sha256(data).hexdigest()
    assert bytes_again(name, digest) == data
    assert bytes_again(name, "0" * 64) is None
    assert bytes_again(f"{path}!/别的.txt", digest) is None
    path.unlink()
    assert bytes_again(name, digest) is None
