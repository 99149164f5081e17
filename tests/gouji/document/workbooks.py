"""Samples as workbooks, in the layouts that offices use."""

import io

import openpyxl
from openpyxl.styles import Border, Side
from openpyxl.worksheet.worksheet import Worksheet

from samples import Sample
from samples.grids import SampleGrid, grid

_ALL_SIDES = Border(**{side: Side(style="thin") for side in ("left", "right", "top", "bottom")})
_WIDTH = 10  # of a line of text, in columns


def workbook(sample: Sample, *, ruled: bool = True, a_sheet_each: bool = False, spaced: bool = True, merged: bool = True) -> bytes:
    """The report as XLSX: with rules around its tables or without, each on a sheet of its own or all on one, blank rows between or none.

    Its lines are `merged` over the columns of the tables, or each stands in its first cell alone.
    """
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for text in (sample.title, *sample.preamble):
        _write(sheet, text, merged=merged)
    for part in sample.parts:
        for text in (part.heading, *part.paragraphs):
            _write(sheet, text, merged=merged)
        if part.table and (shown := grid(sample, part.table)):
            sheet = book.create_sheet() if a_sheet_each else sheet
            _draw(sheet, shown, _next_row(sheet) + (spaced and sheet.max_row > 1), ruled=ruled)
            if spaced:
                _write(sheet, "", gap=1)
    for text in (sample.signature or "", f"{sample.signed_on:%Y年%m月%d日}" if sample.signed_on else ""):
        _write(sheet, text, merged=merged)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _next_row(sheet: Worksheet) -> int:
    return sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value else 1


def _write(sheet: Worksheet, text: str, gap: int = 0, *, merged: bool = True) -> None:
    row = _next_row(sheet) + gap
    if text:
        sheet.cell(row, 1, text)
        if merged:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_WIDTH)


def _draw(sheet: Worksheet, shown: SampleGrid, first: int, *, ruled: bool) -> None:
    for cell in shown.cells:
        row, column = first + cell.row, 1 + cell.column
        sheet.cell(row, column, int(cell.text) if cell.figure and cell.text.isdecimal() else cell.text or None)
        if cell.rowspan > 1 or cell.colspan > 1:
            sheet.merge_cells(start_row=row, end_row=row + cell.rowspan - 1, start_column=column, end_column=column + cell.colspan - 1)
    if ruled:
        for row in range(first, first + shown.rows):
            for column in range(1, shown.columns + 1):
                sheet.cell(row, column).border = _ALL_SIDES
