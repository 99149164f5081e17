"""`gouji read`: figures and facts, unjudged."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from flows.cli.formats.sheet import as_csv, as_xlsx
from gouji.form import form
from samples import render, sound
from tests.flows.calling import gouji

SAMPLE = sound("青禾县水务局", year=2024).with_figures(
    applications__received__research="", disclosure__fees__amount="/", applications__granted__business="=1+1"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_bytes(render(SAMPLE, "html"))
    return path


def test_json_has_every_figure_as_printed(report: Path) -> None:
    data = json.loads(gouji("read", report, "--format", "json").out)
    (read,) = data["reports"]
    assert data["schema"] == "gouji/read-1"
    assert (read["agency"], read["year"], read["form"]) == ("青禾县水务局", 2024, "2021")
    assert set(read["figures"]) >= set(form("2021").figure_ids())
    states = {name: read["figures"][name]["state"] for name in ("applications.received.research", "disclosure.fees.amount")}
    assert states == {"applications.received.research": "blank", "disclosure.fees.amount": "mark"}
    assert read["figures"]["applications.received.research"]["value"] is None


def test_one_report_a_document_even_where_it_could_not_be_read(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    ended = gouji("read", tmp_path / "empty.pdf", report, "--format", "json")
    empty, _ = json.loads(ended.out)["reports"]
    assert ended.status == 1
    assert (empty["figures"], empty["agency"]) == ({}, None)
    assert empty["reason"]["zh"] in ended.err


def test_text_shows_blanks_marks_and_the_facts(report: Path) -> None:
    out = gouji("read", report).out
    assert "青禾县水务局" in out
    assert "␣" in out
    assert "表三" in out


def test_csv_has_a_row_a_figure_and_no_formula(report: Path) -> None:
    rows = {row["figure"]: row for row in csv.DictReader(io.StringIO(gouji("read", report, "--format", "csv").out))}
    assert rows["applications.received.research"]["value"] == ""
    assert rows["applications.granted.business"]["raw"] == "'=1+1"


def test_a_workbook_has_a_wide_sheet_and_a_codebook(report: Path, tmp_path: Path) -> None:
    gouji("read", report, "--format", "xlsx", "--output", tmp_path / "out.xlsx", "--lang", "en")
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["figures", "wide", "codebook"]
    known = {row[1].value for row in book["codebook"].iter_rows(min_row=2)}
    assert set(form("2021").figure_ids()) <= known


def test_no_text_of_a_report_becomes_a_formula(tmp_path: Path) -> None:
    assert as_csv(["a"], [["=1"], ["-"], ["-x"], [-1], ["@y"]]) == "a\r\n'=1\r\n-\r\n'-x\r\n-1\r\n'@y\r\n"
    (tmp_path / "a.xlsx").write_bytes(as_xlsx({"s": (["a"], [["=1+1"]])}))
    cell = load_workbook(tmp_path / "a.xlsx")["s"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
