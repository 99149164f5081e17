"""Workbooks: tables told from lines of text, cells as they are shown, what is hidden left out and said."""

import io
from collections.abc import Callable
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from gouji.document import doubts
from gouji.document.model import Document
from gouji.document.sheet import read_xlsx
from gouji.errors import UnreadableDocument
from gouji.reading import read_report
from gouji.recognition.otherwise import why_no_table
from samples import any_sound
from tests.gouji.document.workbooks import saved, workbook
from tests.samples.test_round_trip import misread, unsure

LAYOUTS = (
    {}, {"ruled": False}, {"a_sheet_each": True}, {"spaced": False}, {"ruled": False, "spaced": False}, {"spaced": False, "merged": False},
    {"ruled": False, "spaced": False, "merged": False},
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_a_report_in_a_workbook_is_read_as_it_was_written(layout: dict[str, bool]) -> None:
    sample = any_sound(3)
    report = read_report(workbook(sample, **layout), "report.xlsx")
    assert misread(sample, report) == []
    assert unsure(report) == []
    assert [section.number for section in report.sections] == [1, 2, 3, 4, 5, 6]
    assert (report.agency.value, report.report_year, report.signed_on) == (sample.agency, sample.year, sample.signed_on)


def made(fill: Callable[[Worksheet], object]) -> Document:
    """A sheet with a table of two rows, changed by `fill`."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["项目", "本年", "上年"], ["收到", 12, 7], ["办结", 5, 3]):
        sheet.append(row)
    fill(sheet)
    return read_xlsx(saved(book), "table.xlsx")


def put(value: object, form: str = "General") -> Callable[[Worksheet], object]:
    """Puts the value into the cell of 收到 and 本年."""

    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = value  # type: ignore[assignment]
        sheet["B2"].number_format = form

    return fill


def raised(sheet: Worksheet) -> None:
    sheet["B2"] = CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "1"))


def across(sheet: Worksheet) -> None:
    sheet["B2"].value = None
    sheet["B2"].border = Border(diagonal=Side(style="thin"), diagonalUp=True)


@pytest.mark.parametrize(
    ("fill", "text", "found"),
    [
        (put("12"), "12", ()),
        (put("/"), "/", ()),
        (put(None), "", ()),
        (put(12345, "#,##0"), "12,345", ()),
        (put(0.28, "0%"), "28%", ()),
        (put(Decimal("0.0561000000000000000016"), "0.0000"), "0.0561", ()),  # as Gnumeric writes a double
        (put(0, "0;-0;;@"), "", ()),
        (put(12, "0.00E+00"), "12", (doubts.NUMBER_FORMAT,)),
        (put("=SUM(B3:B3)"), "\ufffd", (doubts.NOT_CALCULATED, doubts.REPLACEMENT_CHARACTER)),
        (put("#REF!"), "#REF!", ()),
        (put(True), "TRUE", ()),
        (raised, "12", (doubts.FOOTNOTE_MARK,)),
        (across, "\ufffd", (doubts.IMAGE,)),
    ],
)
def test_a_cell_is_what_the_sheet_shows(fill: Callable[[Worksheet], object], text: str, found: tuple[str, ...]) -> None:
    (grid,) = made(fill).grids()
    cell = grid.covering(1, 1)
    assert cell is not None
    assert (cell.text, cell.doubts) == (text, found)


def hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["B"].hidden = True


@pytest.mark.parametrize(
    ("hide", "texts"), [(hide_row, ["项目", "本年", "上年", "办结", "5", "3"]), (hide_column, ["项目", "上年", "收到", "7", "办结", "3"])]
)
def test_what_is_hidden_is_no_text_but_may_be_what_is_missing(hide: Callable[[Worksheet], object], texts: list[str]) -> None:
    document = made(hide)
    (grid,) = document.grids()
    assert [cell.text for cell in grid.cells] == texts
    assert document.unread == (doubts.HIDDEN_TEXT,)


def test_noughts_that_a_sheet_does_not_show_are_blank() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["B2"] = 0
        sheet.sheet_view.showZeros = False

    (grid,) = made(fill).grids()
    assert [cell.text for cell in grid.row(1)] == ["收到", "", "7"]


def test_a_hidden_sheet_is_not_read_and_said_to_be_there() -> None:
    def fill(sheet: Worksheet) -> None:
        other = sheet.parent.create_sheet("旧")  # type: ignore[union-attr]
        other["A1"] = "旧稿"
        other.sheet_state = "veryHidden"

    document = made(fill)
    assert not list(document.paragraphs())
    assert document.unread == (doubts.HIDDEN_TEXT,)


def test_a_workbook_whose_report_is_hidden_is_said_to_hold_something_unread() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"
        sheet.parent.create_sheet("封面")["A1"] = "封面"  # type: ignore[union-attr]

    book = openpyxl.load_workbook(io.BytesIO(workbook(any_sound(3))))
    hide(book.worksheets[0])
    assert why_no_table(read_report(saved(book), "report.xlsx")).zh.endswith("但有看不见的文字；统计表可能在其中。")


def test_a_lone_cell_far_away_is_a_line_of_its_own() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "远处"

    document = made(fill)
    assert [paragraph.text for paragraph in document.paragraphs()] == ["远处"]
    assert [len(grid.cells) for grid in document.grids()] == [9]


def test_an_empty_workbook_says_so() -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_xlsx(saved(openpyxl.Workbook()), "empty.xlsx")
    assert "没有可见的内容" in caught.value.words.zh
