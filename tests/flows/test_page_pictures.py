"""A report that came as several pictures, from the folder to the ticket."""

import csv
import io
import json
from pathlib import Path

import pytest
from PIL import Image

from flows.files import bytes_again
from samples import render
from tests.flows.calling import gouji
from tests.flows.town import AGENCY, FAULTY, SOUND, Town
from tests.gouji.recognition.tables import ONE, THREE, TITLE, TWO, application_rows, disclosure_rows


def picture(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (60, 80), 255).save(path)
    return path


def pages(folder: Path) -> list[Path]:
    """The faulty report's pages, photographed."""
    from tests.layouts.scans import images_of

    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, image in enumerate(images_of(render(FAULTY, "pdf"), 150), 1):
        paths.append(folder / f"县局年报-{number}.jpg")
        image.save(paths[-1], quality=90, dpi=(150, 150))
    return paths


@pytest.mark.long
@pytest.mark.timeout(900)
def test_numbered_pictures_are_one_report_with_the_hash_of_each_and_places_that_name_them(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="needs gouji[ocr]")
    files = pages(tmp_path)
    picture(tmp_path / "大门.jpg")
    ended = gouji("check", tmp_path, "--format", "json")
    [report] = json.loads(ended.out)["reports"]
    assert (report["source"], report["agency"], report["year"]) == (str(tmp_path / "县局年报-*.jpg"), AGENCY, 2024)
    assert [(file["name"], file["page"]) for file in report["files"]] == [(path.name, n) for n, path in enumerate(files, 1)]
    [finding] = [one for one in report["findings"] if one["rule"] == "proceedings-sum"]
    assert {(place["page"], place["file"]) for place in finding["where"]} <= {(n, path.name) for n, path in enumerate(files, 1)}
    assert "大门.jpg" in ended.err
    names = [path.name for path in files]
    again = bytes_again(report["source"], report["sha256"], names)
    assert again is not None
    files[1].write_bytes(files[2].read_bytes())
    assert bytes_again(report["source"], report["sha256"], names) is None


@pytest.mark.long
@pytest.mark.timeout(900)
def test_an_office_gets_one_ticket_for_them_and_sees_the_row_on_the_picture(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr", reason="needs gouji[ocr]")
    town = Town.found(tmp_path)
    pages(tmp_path / "inbox" / "水务局")
    assert town.patrol().as_json()["documents"] == {"new": 1, "changed": 0, "unchanged": 0, "unreadable": 0, "gone": 0}
    assert [location for _, location, *_ in town.kept()["publications"]] == ["水务局/县局年报-*.jpg"]
    assert list((town.pages / "evidence").rglob("*.png")) or list(town.pages.rglob("*.png"))
    assert town.patrol().as_json()["documents"] == {"new": 0, "changed": 0, "unchanged": 1, "unreadable": 0, "gone": 0}
    assert gouji("archive", "verify", "--config", tmp_path / "gouji.toml").status == 0


def test_a_picture_named_alone_is_read_alone_and_the_others_told_of(tmp_path: Path) -> None:
    one, _ = picture(tmp_path / "p1.jpg"), picture(tmp_path / "p2.jpg")
    ended = gouji("check", one)
    assert "p*.jpg" in ended.err
    assert "2 张" in ended.err


def test_pictures_named_together_are_one_report(tmp_path: Path) -> None:
    files = [picture(tmp_path / f"p{number}.jpg") for number in (1, 2)]
    [report] = json.loads(gouji("check", *files, "--format", "json").out)["reports"]
    assert (report["source"], report["verdict"]) == (str(tmp_path / "p*.jpg"), "unreadable")


def test_pictures_that_are_not_surely_pages_are_passed_over_and_told_how_they_would_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(render(SOUND, "text"))
    for name in ("年报2023.png", "年报2024.png"):
        picture(tmp_path / name)
    ended = gouji("check", tmp_path)
    assert "2 张图片没有读：年报2023.png、年报2024.png" in ended.err
    assert "未能读取" not in ended.out


def test_a_sheet_of_separated_values_is_read_where_it_is_a_report(tmp_path: Path) -> None:
    rows = [[TITLE], [ONE], ["全年收到申请10件，已全部办结。"], [TWO], *disclosure_rows(), [THREE], *application_rows()]
    for name, separator in (("年报.csv", ","), ("年报.tsv", "\t")):
        out = io.StringIO()
        csv.writer(out, delimiter=separator).writerows([*row, *[""] * (8 - len(row))] for row in rows)
        (tmp_path / name).write_text(out.getvalue(), "utf-8")
    (tmp_path / "bodies.csv").write_text("机构名称\n青禾县水务局\n", "utf-8")
    own = gouji("read", tmp_path, "--format", "csv", "--output", tmp_path / "figures.csv")
    assert own.status == 0, own.err
    ended = gouji("read", tmp_path, "--format", "json")
    assert [Path(report["source"]).name for report in json.loads(ended.out)["reports"]] == ["年报.csv", "年报.tsv"]
    assert "bodies.csv、figures.csv" in ended.err
