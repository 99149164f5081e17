"""Rows for a spreadsheet: nothing printed in a report becomes a formula, and text stays the text that it is."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_FORMULA = "=+-@\t\r\n＝＋－＠"  # Chinese and Japanese Excel take the wide signs for the narrow ones
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?")
_TEXT = "@"
_NARROWEST, _WIDEST = 6, 44
_ON_PAPER = 20  # columns
_LOOKED_AT = 300  # rows by which a column's width is told
_DOUBT = PatternFill("solid", fgColor="FFF2CC")


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A value that was not surely read; a workbook shows it on yellow."""

    value: "str | int | float | Decimal | None"


Value = str | int | float | Decimal | Doubtful | None
Rows = Iterable[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; its first `pinned` columns stay in view beside the headings."""

    header: Sequence[str]
    rows: Rows
    pinned: int = 0


def as_csv(header: Sequence[str], rows: Rows) -> str:
    """RFC 4180 with the header first; text that a spreadsheet would run is quoted with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_inert(_bare(value)) for value in row] for row in rows)
    return text.getvalue()


def _bare(value: Value) -> "str | int | float | Decimal | None":
    return value.value if isinstance(value, Doubtful) else value


def _inert(value: "str | int | float | Decimal | None") -> "str | int | float | Decimal | None":
    return f"'{value}" if isinstance(value, str) and _runs(value) else value


def _runs(text: str) -> bool:
    """Whether a spreadsheet might run it. A lone mark ("-", "+") is what reports print for nothing, and -3 is -3."""
    return len(text) > 1 and text[0] in _FORMULA and not _NUMBER.fullmatch(text)


def as_xlsx(sheets: Mapping[str, Sheet]) -> bytes:
    """A workbook with these sheets, headings frozen, columns as wide as what is in them."""
    book = Workbook(write_only=False)
    book.remove(book.worksheets[0])
    for name, sheet in sheets.items():
        _fill(book.create_sheet(name), sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    page.freeze_panes = f"{get_column_letter(sheet.pinned + 1)}2"
    widths = [_wide(title) for title in sheet.header]
    for column, title in enumerate(sheet.header, start=1):
        cell = page.cell(1, column, title)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    widths = [min(width, 16) for width in widths]
    for number, row in enumerate(sheet.rows, start=2):
        for column, value in enumerate(row, start=1):
            _put(page, number, column, value)
            if number <= _LOOKED_AT:
                widths[column - 1] = max(widths[column - 1], _wide(str(_bare(value) or "")))
    for column, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(column)].width = min(max(width + 2, _NARROWEST), _WIDEST)
    page.auto_filter.ref = page.dimensions
    _on_paper(page, len(sheet.header))


def _on_paper(page: Worksheet, columns: int) -> None:
    """Printed across the paper with its headings on each page, as wide as the paper where that can still be read."""
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    if columns <= _ON_PAPER:
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.fitToHeight = 0


def _put(page: Worksheet, row: int, column: int, value: Value) -> None:
    cell: Any = page.cell(row, column)
    bare = _bare(value)
    if isinstance(bare, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("�", bare)
        cell.data_type = "s"
        cell.number_format = _TEXT
        # So that it stays text when somebody edits the cell.
        cell.quotePrefix = _runs(bare)
    else:
        cell.value = bare
    if isinstance(value, Doubtful):
        cell.fill = _DOUBT


def _wide(text: str) -> int:
    """How many letters wide it is in a spreadsheet, at its longest line."""
    return max((sum(2 if unicodedata.east_asian_width(s) in "WF" else 1 for s in line) for line in text.splitlines()), default=0)
