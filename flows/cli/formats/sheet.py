"""Rows for a spreadsheet: nothing printed in a report becomes a formula."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | Decimal | None
Rows = Iterable[Sequence[Value]]


def as_csv(header: Sequence[str], rows: Rows) -> str:
    """RFC 4180 with the header first; text that a spreadsheet would run is quoted with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_inert(value) for value in row] for row in rows)
    return text.getvalue()


def _inert(value: Value) -> Value:
    # A lone mark ("-", "+") is what reports print for nothing, and runs nowhere.
    runs = isinstance(value, str) and len(value) > 1 and value[0] in "=+-@\t\r"
    return f"'{value}" if runs else value


def as_xlsx(sheets: Mapping[str, tuple[Sequence[str], Rows]]) -> bytes:
    """A workbook with these sheets, headings frozen."""
    book = Workbook(write_only=False)
    book.remove(book.worksheets[0])
    for name, (header, rows) in sheets.items():
        _fill(book.create_sheet(name), header, rows)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(sheet: Worksheet, header: Sequence[str], rows: Rows) -> None:
    sheet.freeze_panes = "A2"
    for column, title in enumerate(header, start=1):
        cell = sheet.cell(1, column, title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(sheet, number, column, value)


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    if not isinstance(value, str):
        sheet.cell(row, column, value)
        return
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("�", value)
    cell.data_type = "s"
