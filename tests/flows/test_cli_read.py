"""`gouji read`: figures and facts, unjudged."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from flows.cli.formats.sheet import Sheet, as_csv, as_xlsx
from gouji.form import form
from gouji.report import State
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


def test_the_long_rows_say_what_is_printed_in_which_state_and_where(report: Path) -> None:
    out = gouji("read", report, "--format", "csv").out
    assert out.startswith("agency,year,form,figure,name,raw,value,state,sure,doubts,source,place,where,sha256\r\n")
    row = next(row for row in csv.DictReader(io.StringIO(out)) if row["figure"] == "disclosure.fees.amount")
    assert (row["agency"], row["year"], row["raw"], row["value"], row["state"], row["sure"]) == (
        "青禾县水务局",
        "2024",
        "/",
        "",
        "mark",
        "true",
    )
    assert (row["name"], row["place"]) == ("表二 · 行政事业性收费 · 本年收费金额", "第1个表第14行第2列")
    assert json.loads(row["where"]) == {"table": 1, "row": 14, "column": 2}


def test_a_csv_file_is_known_as_utf_8_by_a_spreadsheet(report: Path, tmp_path: Path) -> None:
    gouji("read", report, "--format", "csv", "--output", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbfagency,")


def test_a_workbook_has_long_and_wide_sheets_and_a_codebook_in_both_languages(report: Path, tmp_path: Path) -> None:
    gouji("read", report, "--format", "xlsx", "--output", tmp_path / "out.xlsx", "--lang", "en")
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["figures", "wide", "codebook", "columns"]
    assert all(sheet.freeze_panes and sheet.auto_filter.ref for sheet in book)
    titles = [cell.value for cell in book["codebook"][1]]
    known = {row[1]: dict(zip(titles, row, strict=True)) for row in book["codebook"].iter_rows(min_row=2, values_only=True)}
    assert set(form("2021").figure_ids()) | set(form("2019").figure_ids()) <= set(known)
    said = known["applications.denied_third_party.business"]
    assert (said["group_zh"], said["row_zh"], said["column_zh"]) == ("（三）不予公开；法人或其他组织", "4.保护第三方合法权益", "商业企业")
    assert (said["group_en"], said["row_en"], said["column_en"]) == (
        "(3) denied; legal persons and other organisations", "third party", "businesses"
    )  # fmt: skip
    explained = {(row[0], row[1]): row[2:] for row in book["columns"].iter_rows(min_row=2, values_only=True)}
    for sheet in ("figures", "wide"):
        columns = [cell.value for cell in book[sheet][1] if "." not in str(cell.value)]
        assert all(all(explained[sheet, name]) for name in columns)
    assert {name for of, name in explained if of == "state"} == {str(state) for state in State}


def test_in_the_workbook_numbers_are_numbers_and_print_is_text(report: Path, tmp_path: Path) -> None:
    gouji("read", report, "--format", "xlsx", "--output", tmp_path / "out.xlsx", "--lang", "en")
    book = load_workbook(tmp_path / "out.xlsx")
    titles = [cell.value for cell in book["figures"][1]]
    rows = {row[3].value: dict(zip(titles, row, strict=True)) for row in book["figures"].iter_rows(min_row=2)}
    total = rows["applications.received.total"]
    assert (total["raw"].data_type, total["raw"].number_format, total["value"].data_type) == ("s", "@", "n")
    formula = rows["applications.granted.business"]["raw"]
    assert (formula.value, formula.data_type, formula.quotePrefix) == ("=1+1", "s", True)
    wide = dict(zip([cell.value for cell in book["wide"][1]], book["wide"][2], strict=True))
    assert wide["applications.received.research"].value is None
    assert wide["disclosure.fees.amount"].value == "/"
    assert wide["applications.received.total"].value == total["value"].value


def test_in_the_wide_sheet_a_blank_a_missing_cell_and_an_illegible_one_are_three_things(tmp_path: Path) -> None:
    sample = sound("青禾县水务局", year=2024).with_figures(
        applications__received__research="", applications__received__other="�", applications__received__business="1 1"
    )
    (tmp_path / "report.html").write_bytes(render(sample, "html"))
    gouji("read", tmp_path / "report.html", "--format", "xlsx", "--output", tmp_path / "out.xlsx", "--lang", "en")
    sheet = load_workbook(tmp_path / "out.xlsx")["wide"]
    wide = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert wide["applications.received.research"].value is None
    assert wide["applications.received.other"].value == "(not legible)"
    assert wide["applications.received.business"].value == 11
    assert wide["applications.received.business"].fill.fgColor.rgb == "00FFF2CC"
    assert wide["applications.received.total"].fill.fgColor.rgb == "00000000"


def test_no_text_of_a_report_becomes_a_formula(tmp_path: Path) -> None:
    printed = ["=1", "-", "-x", "-3", "+1,200.50", "@y", "＝1+1", "\n=1"]
    inert = ["'=1", "-", "'-x", "-3", '"+1,200.50"', "'@y", "'＝1+1", '"\'\n=1"']
    assert as_csv(["a"], [[text] for text in printed]) == "\r\n".join(["a", *inert, ""])
    assert as_csv(["a"], [[-1]]) == "a\r\n-1\r\n"
    (tmp_path / "a.xlsx").write_bytes(as_xlsx({"s": Sheet(["a"], [["=1+1"]])}))
    cell = load_workbook(tmp_path / "a.xlsx")["s"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
